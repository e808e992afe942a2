package org.zhitu.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How much script a page loads before a reader asks for anything, not compressed; what comes on demand is not counted. */
class ScriptBudgetTest {
    private static final int BUDGET = 200_000;

    @ParameterizedTest
    @ValueSource(strings = {"app", "atlas", "explore", "path", "placement", "progress", "review", "sparql"})
    void aPageLoadsLittleScript(String entry) throws IOException {
        Set<String> files = new TreeSet<>();
        JsonNode manifest = manifest();
        for (String each : List.of("theme", "app", entry)) {
            collect(manifest, "ts/" + each + ".ts", files);
        }
        long sum = 0;
        for (String file : files) {
            sum += size(file);
        }
        assertThat(files).isNotEmpty();
        assertThat(sum).as("bytes of %s for %s", files, entry).isBetween(1L, (long) BUDGET);
    }

    @Test
    void formulasAreSetByAScriptThatComesOnlyWhereThereAreSome() throws IOException {
        JsonNode manifest = manifest();
        Set<String> files = new TreeSet<>();
        collect(manifest, "ts/app.ts", files);
        assertThat(files).noneMatch(file -> file.contains("math"));
    }

    private static JsonNode manifest() throws IOException {
        try (InputStream in = ScriptBudgetTest.class.getResourceAsStream("/static/assets/manifest.json")) {
            assertThat(in).isNotNull();
            return JsonMapper.shared().readTree(in);
        }
    }

    /** Adds a chunk's file and those that it imports at once. */
    private static void collect(JsonNode manifest, String name, Set<String> files) {
        JsonNode chunk = manifest.path(name);
        if (!chunk.isMissingNode() && files.add(chunk.path("file").asString())) {
            chunk.path("imports").forEach(other -> collect(manifest, other.asString(), files));
        }
    }

    private static long size(String file) throws IOException {
        try (InputStream in = ScriptBudgetTest.class.getResourceAsStream("/static/assets/" + file)) {
            assertThat(in).as(file).isNotNull();
            return in.readAllBytes().length;
        }
    }
}
