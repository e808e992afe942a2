package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.HtmlRenderer;
import org.zhitu.loader.markdown.MarkdownReader;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;
import org.zhitu.ontology.Language;

/**
 * Notes damaged at random, always in the same way: whatever is cut, doubled or put in, there is a document, its blocks
 * stand inside the note and inside one another, and every finding has words.
 */
final class DamagedNotesTest {
    private static final int ROUNDS = 150;
    private static final int LONGEST_PIECE = 6_000;

    private static final List<String> SHARDS = List.of(
            "*",
            "**",
            "`",
            "``",
            "_",
            "__",
            "|",
            "||",
            "[",
            "](",
            "![",
            "[[",
            "]]",
            "<",
            ">",
            "<details>",
            "</details>",
            "<summary>",
            "<table>",
            "<td>",
            "</",
            "<!--",
            "-->",
            "$",
            "$$",
            "\\(",
            "\\",
            ":",
            "::",
            ":::",
            "::: a\n",
            "```",
            "```{note}",
            "~~~",
            "#",
            "##",
            "\n\n",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "    ",
            "- ",
            "1. ",
            "> ",
            "| ",
            "|-|-|",
            "====",
            "----",
            "+--+",
            "=== ===",
            ".. ",
            ".. a::",
            ".. [1] ",
            ".. _a: ",
            ".. |a| replace:: ",
            ":a: ",
            "[^1]",
            "[1]_",
            "：",
            "，",
            "。",
            "？？",
            "（",
            "）",
            "注意力",
            "𝗠",
            "ＡＢ",
            "\u0000",
            "\ufeff",
            "\u200b",
            "https://example.org/a。",
            "a@b.cn",
            "&amp;",
            "&#0;",
            "---\n",
            "%%",
            "==",
            "~~",
            "(a)=",
            "\\begin{a}");

    private static final String RST = """
            自注意力
            ========

            :作者: 张三

            一段 **粗** 与 *斜* 和 `链接 <https://example.org>`_ 见 名_ [1]_ |图|。

            .. _名: https://example.org/n
            .. [1] 脚注
            .. |图| image:: a.png

            小节
            ----

            - 一
            - 二

              1. 甲
              2. 乙

            .. note:: 题目

               正文::

                   代码

            +----+----+
            | 甲 | 乙 |
            +====+====+
            | 丙 | 丁 |
            +----+----+

            | 行一
            |   行二

            术语
                定义
            """;

    private static final String MARKDOWN = """
            ---
            title: 笔记
            ---
            # 自注意力

            一段 **粗** 与 *斜* 和 [链接](https://example.org) 见 [[别的|这篇]] 与 $x_i$ [^1]。

            ##小节
            - 一
              > 引文
            - [ ] 二

            | 甲 | 乙 |
            | --- | --- |
            | `丙` | ![图](a.png) |

            <details>
            <summary>什么是 <b>RNN</b>？</summary>

            循环网络 <a href="https://example.org/r">文</a>

            </details>

            ::: tip 题目
            正文
            :::

            ```python
            x = 1
            ```

            > [!note] 小心
            > 正文

            <table><tr><td>一</td><td><img src="b.png"></td></tr></table>

            [^1]: 脚注
            """;

    @TestFactory
    Stream<DynamicTest> ownNotesSurviveDamage() {
        return Stream.of(NoteFormat.values())
                .flatMap(format -> Stream.of(RST, MARKDOWN)
                        .map(note -> DynamicTest.dynamicTest(
                                (note.equals(RST) ? "rst" : "markdown") + " read as " + format.key(),
                                () -> damage(note, format, 4 * ROUNDS, 7))));
    }

    @Test
    void realNotesSurviveDamage() throws IOException {
        Path corpora = SharedFolder.require("corpora");
        List<Path> notes = new ArrayList<>();
        try (Stream<Path> files = Files.walk(corpora)) {
            files.filter(file -> NoteFormat.ofFileName(file.toString()).isPresent())
                    .filter(Files::isRegularFile)
                    .sorted()
                    .forEach(notes::add);
        }
        Random random = new Random(11);
        for (int i = 0; i < ROUNDS; i++) {
            Path note = notes.get(random.nextInt(notes.size()));
            String text = Files.readString(note);
            int from = random.nextInt(Math.max(1, text.length() - LONGEST_PIECE));
            String piece = text.substring(from, Math.min(text.length(), from + LONGEST_PIECE));
            damage(piece, NoteFormat.ofFileName(note.toString()).orElseThrow(), 4, i);
        }
    }

    private static void damage(String note, NoteFormat format, int rounds, int seed) {
        Random random = new Random(seed);
        for (int i = 0; i < rounds; i++) {
            String damaged = damaged(note, random);
            try {
                check(damaged, format);
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError("read as " + format.key() + ":\n" + damaged, e);
            }
        }
    }

    private static String damaged(String note, Random random) {
        StringBuilder text = new StringBuilder(note);
        int blows = 1 + random.nextInt(6);
        for (int i = 0; i < blows && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.insert(at, SHARDS.get(random.nextInt(SHARDS.size())));
                case 1 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(12)));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 1 + random.nextInt(40))));
                default ->
                    text.setCharAt(at, SHARDS.get(random.nextInt(SHARDS.size())).charAt(0));
            }
        }
        return text.toString();
    }

    private static void check(String text, NoteFormat format) {
        SourceText source = new SourceText("笔记." + (format == NoteFormat.RST ? "rst" : "md"), format, text);
        Document document = switch (format) {
            case RST -> new RstReader().read(source);
            case MARKDOWN -> new MarkdownReader().read(source);
        };
        new Nesting(source).check(document.blocks(), source.span(0, text.length()));
        References.in(document.blocks())
                .all()
                .forEach(inline -> assertThat(inline.span().end()).isLessThanOrEqualTo(text.length()));
        assertThat(HtmlRenderer.html(document.blocks())).doesNotContainIgnoringCase("<script");
        assertThat(Block.plainText(document.blocks())).isNotNull();
        for (Finding finding : document.findings()) {
            assertThat(finding.line()).isBetween(1, source.lineCount());
            assertThat(finding.message(Language.ZH)).isNotBlank();
            assertThat(finding.message(Language.EN)).isNotBlank();
        }
    }

    /** Checks that blocks stand where their line and column say, and inside the block around them. */
    private record Nesting(SourceText source) {
        void check(List<Block> blocks, SourceSpan around) {
            for (Block block : blocks) {
                SourceSpan span = block.span();
                assertThat(span.line()).as("%s", block).isEqualTo(source.lineAt(span.offset()));
                assertThat(span.offset()).as("%s", block).isGreaterThanOrEqualTo(around.offset());
                assertThat(span.end()).as("%s", block).isLessThanOrEqualTo(around.end());
                inner(block).forEach(inner -> check(inner, span));
            }
        }

        private static List<List<Block>> inner(Block block) {
            return switch (block) {
                case Block.Section s -> List.of(s.blocks());
                case Block.ListBlock l ->
                    l.items().stream().map(Block.ListBlock.Item::blocks).toList();
                case Block.DefinitionList l ->
                    l.items().stream()
                            .map(Block.DefinitionList.Definition::blocks)
                            .toList();
                case Block.FieldList f ->
                    f.fields().stream().map(Block.FieldList.Field::blocks).toList();
                case Block.Table t ->
                    t.rows().stream()
                            .flatMap(row -> row.cells().stream())
                            .map(Block.Table.Cell::blocks)
                            .toList();
                case Block.Figure f -> List.of(f.caption());
                case Block.Quote q -> List.of(q.blocks());
                case Block.Footnote f -> List.of(f.blocks());
                case Block.Directive d -> List.of(d.blocks());
                case Block.Paragraph p -> List.of();
                case Block.LineBlock l -> List.of();
                case Block.CodeBlock c -> List.of();
                case Block.MathBlock m -> List.of();
                case Block.Transition t -> List.of();
                case Block.Comment c -> List.of();
                case Block.HtmlBlock h -> List.of();
            };
        }
    }
}
