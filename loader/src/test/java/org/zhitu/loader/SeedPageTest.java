package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;

/** The user's own page against what was labelled by hand. */
final class SeedPageTest {
    private record Page(Document document, JsonObject gold) {}

    @Test
    void everyHeadingHasItsLevelAndLine() throws IOException {
        Page page = page();

        List<String> read = page.document().sections().stream()
                .map(section -> "%d %d %s"
                        .formatted(
                                section.titleSpan().line(),
                                section.level(),
                                page.document().source().text(section.titleSpan())))
                .toList();

        assertThat(read)
                .containsExactlyElementsOf(page.gold().getArray("sections").toList().stream()
                        .map(value -> value.getAsObject())
                        .map(section -> "%d %d %s"
                                .formatted(
                                        section.getNumber("line").intValue(),
                                        section.getNumber("level").intValue(),
                                        section.getString("title")))
                        .toList());
    }

    @Test
    void everyImageIsFoundInOrder() throws IOException {
        Page page = page();

        assertThat(References.in(page.document().blocks()).images())
                .containsExactlyElementsOf(strings(page.gold(), "images"));
    }

    @Test
    void everyAddressEndsWhereAReaderWouldEndIt() throws IOException {
        Page page = page();

        assertThat(References.in(page.document().blocks()).links())
                .containsExactlyElementsOf(strings(page.gold(), "sources"));
    }

    private static List<String> strings(JsonObject gold, String name) {
        return gold.getArray(name).toList().stream()
                .map(value -> value.getAsString().value())
                .toList();
    }

    private static Page page() throws IOException {
        Path note = SharedFolder.require("seed/nlp.rst");
        Path gold = SharedFolder.require("dev-set/nlp.gold.json");
        SourceText source = new SourceText("nlp.rst", NoteFormat.RST, Files.readString(note));
        return new Page(new RstReader().read(source), JSON.parse(Files.readString(gold)));
    }
}
