package org.zhitu.graph.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Scheme;

/** Searches the curated scheme as it is delivered. */
class SchemeSearchTest {
    private static final Search SEARCH = search();

    private static Search search() {
        KnowledgeStore store = KnowledgeStore.inMemory();
        Scheme scheme = Ontology.scheme(Iris.DEFAULT);
        store.write(writer -> writer.replace(
                Iris.DEFAULT.schemeGraph(), scheme.statements(), scheme.evidence(), scheme.contentHash()));
        return Knowledge.of(store, Iris.DEFAULT).current().search();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "s", "模", "model", "学习", "zl", "的", "transfomer"})
    void aShortListIsTheBeginningOfALongOne(String typed) {
        List<Hit> hundred = SEARCH.find(typed, Language.ZH, Search.MAX_LIMIT);
        for (int limit : new int[] {1, 2, 8, 30}) {
            assertThat(SEARCH.find(typed, Language.ZH, limit))
                    .isEqualTo(hundred.subList(0, Math.min(limit, hundred.size())));
        }
    }

    /** The table {@code scheme-queries.tsv}: what is typed, in which language, what comes first, and how it was found. */
    @TestFactory
    Stream<DynamicTest> theFirstHitIsTheOneOfTheTable() throws IOException {
        try (InputStream table = SchemeSearchTest.class.getResourceAsStream("scheme-queries.tsv")) {
            assertThat(table).isNotNull();
            List<String> rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> !row.startsWith("#"))
                    .toList();
            assertThat(rows).hasSizeGreaterThanOrEqualTo(60);
            return rows.stream()
                    .map(row -> row.split("\t", -1))
                    .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                        List<Hit> hits = SEARCH.find(row[0], Language.lookup(row[1]), 8);
                        String first = hits.isEmpty()
                                ? "-\t-"
                                : hits.getFirst().id() + "\t" + hits.getFirst().via();
                        assertThat(first).as("hits: %s", hits).isEqualTo(row[2] + "\t" + row[3]);
                    }));
        }
    }
}
