package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pictures of the help page: {@code -Dgolden.update=true} takes them anew. */
class HelpPicturesIT {
    private static final Path FOLDER = Path.of("..", "ui", "src", "main", "resources", "static", "help");
    private static final long MOST_BYTES = 600_000;

    /** What each picture shows, and what has to be there before it is taken. */
    private static final Map<String, List<String>> SHOTS = Map.of(
            "concept", List.of("/concept/attention-mechanism", "main h1"),
            "explore", List.of("/explore?concept=attention-mechanism", "#stage svg .node"),
            "path", List.of("/path?goal=transformer", ".steps"),
            "sparql", List.of("/sparql?view=chart&query=" + TestServer.encode("""
                                            PREFIX zt: <https://w3id.org/zhitu/ontology#>
                                            SELECT ?concept (COUNT(*) AS ?unlocks)
                                            WHERE { ?later zt:prerequisite ?concept }
                                            GROUP BY ?concept ORDER BY DESC(?unlocks) LIMIT 12"""), ".chart .bar"));

    @RegisterExtension
    final Browsing browsing = Browsing.theBundledNotes();

    @Test
    void thereIsAPictureOfEachPageInBothLanguagesAndTogetherTheyAreSmall() throws IOException {
        long sum = 0;
        for (String language : List.of("en", "zh")) {
            for (String name : SHOTS.keySet().stream().sorted().toList()) {
                Path file = FOLDER.resolve(language).resolve(name + ".webp");
                if (Boolean.getBoolean("golden.update")) {
                    Files.createDirectories(file.getParent());
                    Files.write(file, taken(SHOTS.getOrDefault(name, List.of()), language));
                }
                assertThat(file)
                        .as("run with -Dgolden.update=true and look at it")
                        .exists();
                sum += Files.size(file);
            }
        }
        assertThat(sum).isLessThan(MOST_BYTES);
    }

    private byte[] taken(List<String> shot, String language) {
        String path = shot.getFirst() + (shot.getFirst().contains("?") ? "&" : "?") + "lang=" + language;
        Page page = browsing.open(path, 1200, ColorScheme.LIGHT);
        page.setViewportSize(1200, 750);
        page.locator(shot.get(1)).first().waitFor();
        page.evaluate("() => document.querySelector('.sparql .results')?.scrollIntoView({ block: 'end' })");
        CDPSession session = page.context().newCDPSession(page);
        JsonObject parameters = new JsonObject();
        parameters.addProperty("format", "webp");
        parameters.addProperty("quality", 72);
        JsonObject clip = new JsonObject();
        Object y = page.evaluate("() => Math.round(window.scrollY)");
        clip.addProperty("x", 0);
        clip.addProperty("y", ((Number) y).intValue());
        clip.addProperty("width", 1200);
        clip.addProperty("height", 750);
        clip.addProperty("scale", 0.8);
        parameters.add("clip", clip);
        return Base64.getDecoder()
                .decode(session.send("Page.captureScreenshot", parameters)
                        .get("data")
                        .getAsString());
    }
}
