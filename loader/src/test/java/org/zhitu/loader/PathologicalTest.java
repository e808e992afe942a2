package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.HtmlRenderer;
import org.zhitu.loader.markdown.MarkdownReader;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;

/** Hostile notes are read in linear time, and nothing is too deep. */
final class PathologicalTest {
    /** A guard against hanging only: far more than linear time takes on a busy machine, far less than quadratic. */
    private static final Duration WITHIN = Duration.ofMinutes(2);

    private static final int MEGABYTE = 1 << 20;
    private static final int MANY = 100_000;

    private static final int LINES = 50_000;

    @TestFactory
    Stream<DynamicTest> hostileNotesAreReadInLinearTime() {
        return hostile().entrySet().stream()
                .flatMap(note -> Stream.of(NoteFormat.values())
                        .map(format -> DynamicTest.dynamicTest(
                                note.getKey() + " as " + format.key(),
                                () -> Assertions.assertTimeoutPreemptively(
                                        WITHIN, () -> readsWithinSeconds(note.getValue(), format)))));
    }

    private static void readsWithinSeconds(String text, NoteFormat format) {
        SourceText source = new SourceText("hostile", format, text);
        Document document = switch (format) {
            case RST -> new RstReader().read(source);
            case MARKDOWN -> new MarkdownReader().read(source);
        };
        assertThat(Block.plainText(document.blocks())).isNotNull();
        assertThat(HtmlRenderer.html(document.blocks())).isNotNull();
    }

    private static Map<String, String> hostile() {
        Map<String, String> notes = new TreeMap<>();
        for (String sign : List.of("*", "[", "`", "|", "_", ":", "\\", "$", "<", "!", "@", "(", "+", "=", "#", "注")) {
            notes.put("a megabyte of " + sign, sign.repeat(MEGABYTE));
            notes.put("a megabyte of words after " + sign, (sign + "a ").repeat(MEGABYTE / 3));
            notes.put("many lines of " + sign, (sign + "\n").repeat(LINES));
        }
        for (String sign : List.of(
                "**a ",
                "``a ",
                "`a <b ",
                "[a](b ",
                "$a ",
                "|a| ",
                ":a:`b ",
                "[[a ",
                "<a ",
                "![a ",
                "a_ ",
                "http://a",
                "a@b.",
                "&amp",
                "*a **b ",
                "[^a] ",
                "\\( ",
                "__",
                "<!-- ",
                "<?a ",
                "<![CDATA[ ")) {
            notes.put("repeated " + sign, sign.repeat(MEGABYTE / 8));
        }
        notes.put("nested pictures", "![".repeat(MANY) + "a" + "](b)".repeat(MANY));
        notes.put("nested links", "[".repeat(MANY) + "a" + "](b)".repeat(MANY));
        notes.put("nested brackets", "[".repeat(MANY) + "a" + "]".repeat(MANY));
        notes.put("nested highlights", "==".repeat(MANY) + "a" + "==".repeat(MANY));
        notes.put("nested bold", "**".repeat(MANY) + "a" + "**".repeat(MANY));
        notes.put("nested divisions", "<div>".repeat(MANY) + "a" + "</div>".repeat(MANY));
        notes.put("nested details", "<details>\n\n".repeat(LINES) + "a\n\n" + "</details>\n\n".repeat(LINES));
        notes.put("nested blocks of colons", ":::: a\n".repeat(LINES) + "b\n" + "::::\n".repeat(LINES));
        notes.put("details in one block", "<details>\n".repeat(LINES));
        notes.put("ends of details", "</details>\n".repeat(LINES));
        notes.put("lines of a paragraph", "注意力机制\n".repeat(MANY));
        notes.put("lines that might be tables", "--|--|--\n--|--\n".repeat(LINES));
        notes.put("long table", "|a|b|\n|-|-|\n" + "|`c`|[d](e)|\n".repeat(LINES));
        notes.put(
                "short rows under a wide heading",
                "|" + "a|".repeat(400) + "\n|" + "-|".repeat(400) + "\n" + "|a\n".repeat(MANY));
        notes.put("very wide table", "|" + "a|".repeat(MANY) + "\n|" + "-|".repeat(MANY) + "\n");
        notes.put("long simple table", "== ==\na  b\n== ==\n" + "c  d\n".repeat(LINES) + "== ==\n");
        notes.put("long grid", "+--+--+\n" + "|a |b |\n+--+--+\n".repeat(LINES));
        notes.put("quoted cell that never ends", ".. csv-table::\n\n   \"" + "   a,b\n".repeat(LINES));
        notes.put("footnotes that are counted", "[#]_ ".repeat(LINES) + "\n\n" + ".. [#] a\n".repeat(LINES));
        notes.put("addresses in angles", "<http://a ".repeat(MANY));
        notes.put("nested emphasis", "*a **b ".repeat(MANY) + "c** d*".repeat(MANY));
        notes.put("meanings without end", "词\n" + ": 义\n".repeat(MANY));
        notes.put("terms without end", "词\n: 义\n\n".repeat(MANY));
        notes.put("nested meanings", "词\n" + ": ".repeat(MANY) + "义");
        notes.put("nested quotes", "> ".repeat(MANY) + "注意力");
        notes.put("nested quotes without spaces", ">".repeat(MANY) + "注意力");
        notes.put("nested bullets", "- ".repeat(MANY) + "注意力");
        notes.put("nested numbers", "1. ".repeat(MANY) + "注意力");
        notes.put("nested fields", ":a: ".repeat(MANY) + "注意力");
        notes.put("one long line", "自注意力机制的计算。".repeat(20 * MEGABYTE / 30));
        notes.put("one long line of English", "attention is all you need ".repeat(20 * MEGABYTE / 26));
        notes.put("stairs", stairs());
        notes.put("table tops", "=== ===\n\n".repeat(LINES));
        notes.put("table tops without a bottom", "=== ===\na\n".repeat(LINES / 2));
        notes.put("grids", "+-+-+\n| | |\n".repeat(LINES / 2));
        notes.put("wide grid", "+-".repeat(MANY) + "+\n" + "| ".repeat(MANY) + "|\n" + "+-".repeat(MANY) + "+\n");
        notes.put("terms", "a\n b\n".repeat(LINES));
        notes.put("directives", ".. a::\n".repeat(LINES));
        notes.put("targets", ".. _a: b\n".repeat(LINES) + "a_ ".repeat(LINES));
        notes.put("aliases", ".. _a: b_\n.. _b: a_\n\na_ b_\n");
        notes.put("formula starts", "$$\n".repeat(LINES));
        notes.put("fences", "```{note}\n".repeat(LINES));
        return notes;
    }

    private static String stairs() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            text.append(" ".repeat(i)).append("级\n\n");
        }
        return text.toString();
    }
}
