package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.markdown.MarkdownReader;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/** Every piece of text stands where its span says. */
final class SpansTest {
    @Test
    void textStandsWhereItsSpanSaysInRst() {
        assertThat(strays(read(NoteFormat.RST, """
                注意力
                ======

                一段\\ *强调*\\ 文字，看https://example.org/a这里。
                  第二行

                - 一项 `链接 <https://example.org>`_
                  接着写

                  :字段: 值
                    又一行

                | 行一
                |   行二
                    续行

                +------+------+
                | 甲   | 乙乙 |
                +------+------+
                """))).isEmpty();
    }

    @Test
    void textStandsWhereItsSpanSaysInMarkdown() {
        assertThat(strays(read(NoteFormat.MARKDOWN, """
                # 注意力 *机制*

                > - 一项 [链接](https://example.org) 看https://example.org/a这里。
                >   接着写 a &amp; b\\*

                | 甲 | 乙 |
                | --- | --- |
                | 丙 | `丁` |

                ```{note}
                里面的 **字**
                ```
                """))).isEmpty();
    }

    @Test
    void textStandsWhereItsSpanSaysWhereLinesEndWithCarriageReturns() {
        String rst = "标题\r\n====\r\n\r\n第一行 *强调*\r\n第二行\r\n";
        assertThat(strays(read(NoteFormat.RST, rst))).isEmpty();
        assertThat(strays(read(NoteFormat.MARKDOWN, rst))).isEmpty();
    }

    @Test
    void textStandsWhereItsSpanSaysInRealDocuments() throws IOException {
        Path corpora = SharedFolder.require("corpora");
        List<String> strays = new ArrayList<>();
        try (Stream<Path> files = Files.walk(corpora)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                Optional<NoteFormat> format = NoteFormat.ofFileName(file.toString());
                if (format.isPresent()) {
                    strays(read(format.get(), Files.readString(file)))
                            .forEach(stray -> strays.add(corpora.relativize(file) + ": " + stray));
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    private static Document read(NoteFormat format, String text) {
        SourceText source = new SourceText("note", format, text);
        return switch (format) {
            case RST -> new RstReader().read(source);
            case MARKDOWN -> new MarkdownReader().read(source);
        };
    }

    /** Returns the pieces that do not stand where they say. */
    private static List<String> strays(Document document) {
        SourceText source = document.source();
        List<String> strays = new ArrayList<>();
        for (Inline inline : References.in(document.blocks()).all()) {
            SourceSpan span = inline.span();
            if (span.end() > source.text().length()) {
                strays.add("beyond the end: " + inline);
            } else if (inline instanceof Inline.Text text) {
                String written = source.text(span);
                if (!isReplaced(written) && !bare(written).contains(bare(text.text()))) {
                    strays.add(text.text() + " at " + span.line() + ":" + span.column() + " where stands " + written);
                }
            }
        }
        return strays;
    }

    /** Says whether what is written stands for other text: a substitution, an entity, a number of a proposal. */
    private static boolean isReplaced(String written) {
        return written.startsWith("|")
                || written.contains("&")
                || written.chars().allMatch(Character::isDigit);
    }

    private static String bare(String text) {
        return text.replace("\\", "").replaceAll("\\s+", "");
    }
}
