package org.zhitu.loader.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.References;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.HtmlRenderer;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;

final class MarkdownReaderTest {
    private static Document read(String text) {
        return new MarkdownReader().read(new SourceText("note.md", NoteFormat.MARKDOWN, text));
    }

    private static String html(String text) {
        return HtmlRenderer.html(read(text).blocks());
    }

    @Test
    void headingsNestByLevel() {
        Document document = read("# 一\n\n## 二\n\n文字\n\n# 三\n");

        assertThat(document.blocks()).hasSize(2);
        assertThat(document.sections()).extracting(Block.Section::level).containsExactly(1, 2, 1);
    }

    @Test
    void addressTouchingChineseTextEndsWhereAReaderWouldEndIt() {
        assertThat(html("讲座https://example.org/v_a_b?p=9这里 [名](https://example.org/n)"))
                .contains("href=\"https://example.org/v_a_b?p=9\"")
                .contains("<a href=\"https://example.org/n\" rel=\"noopener nofollow\">名</a>");
    }

    @Test
    void formulasAreNotMarkup() {
        assertThat(html("注意 $a_1 * b_2 * c$ 与 \\(x_i\\) 价 $5 和 $6\n\n$$\nx = y\n\\\\ z\n$$\n"))
                .contains("<span class=\"math inline\">a_1 * b_2 * c</span>")
                .contains("<span class=\"math inline\">x_i</span>")
                .contains("$5 和 $6")
                .contains("<div class=\"math display\">x = y\n\\\\ z</div>");
    }

    @Test
    void formulaThatIsNeverClosedTakesNothingWithIt() {
        assertThat(read("$$\n文字\n\n# 标题\n").title()).contains("标题");
    }

    @Test
    void notesOfObsidianKeepTheirLinksAndCallouts() {
        assertThat(html("见 [[注意力|这篇]] ![[图.png]]\n\n> [!tip] 小心\n> 正文\n"))
                .contains("见 这篇 <img src=\"图.png\"")
                .contains("<aside class=\"tip\">\n<p class=\"title\">小心</p>\n<p>正文</p>");
    }

    @Test
    void fencesWithBracesAreDirectives() {
        assertThat(html("```{note} 题目\n正文 **粗**\n```\n"))
                .isEqualTo(
                        "<aside class=\"note\">\n<p class=\"title\">题目</p>\n<p>正文 <strong>粗</strong></p>\n</aside>\n");
    }

    @Test
    void htmlKeepsItsPicturesAndLinksButNoScript() {
        assertThat(
                        html(
                                "<p><img src=\"a.png\" onclick=\"x()\"><script>alert(1)</script><a href=\"javascript:x\">坏</a></p>\n"))
                .contains("src=\"a.png\"")
                .doesNotContain("script")
                .doesNotContain("onclick");
    }

    @Test
    void linksOfOtherSchemesBecomeText() {
        assertThat(html("[点我](javascript:alert(1))")).isEqualTo("<p>点我</p>\n");
    }

    private static String outline(String text) {
        return String.join(
                "\n",
                read(text).sections().stream()
                        .map(section -> section.level() + " " + Inline.plainText(section.title()))
                        .toList());
    }

    private static List<String> findings(String text) {
        return read(text).findings().stream()
                .map(finding -> finding.line() + " " + finding.code())
                .toList();
    }

    @Test
    void headingsNeedNoBlankLineAround() {
        assertThat(outline("文字\n# 一\n文字\n## 1. 二\n- 项\n### Q1. 三？\n")).isEqualTo("1 一\n2 1. 二\n3 Q1. 三？");
    }

    @Test
    void headingsWhoseSignsTouchTheTitleAreHeadings() {
        String text = "#自然语言处理\n\n##词向量\n正文 #标签\n";

        assertThat(outline(text)).isEqualTo("1 自然语言处理\n2 词向量");
        assertThat(findings(text)).containsExactly("1 heading-glued", "3 heading-glued");
    }

    @Test
    void tagsAndIncludesAreNoHeadings() {
        assertThat(outline("#深度学习 #nlp\n\n#nlp\n\n#include <a.h>\n\n正文\n")).isEmpty();
        assertThat(outline("#什么是注意力？\n\n正文\n")).isEqualTo("1 什么是注意力？");
    }

    @Test
    void linesThatAreNothingButBoldAreHeadings() {
        String text = "# 总\n\n**一、基础**\n\n正文\n\n***什么是 RNN？***\n\n答\n\n**注意：**\n\n**一句话。**\n\n完\n";

        assertThat(outline(text)).isEqualTo("1 总\n2 一、基础\n2 什么是 RNN？");
        assertThat(findings(text)).containsExactly("3 heading-bold", "7 heading-bold");
    }

    @Test
    void aRuleThatTouchesTextMakesNoHeadingOfAllOfIt() {
        String text = "第一行\n第二行\n---\n下文\n\n标题\n---\n";

        assertThat(html(text)).startsWith("<p>第一行\n第二行</p>\n<hr>\n<p>下文</p>\n<h2>标题</h2>");
        assertThat(findings(text)).containsExactly("3 rule-touches-text");
    }

    @Test
    void addressesEndAtPunctuationOfAnyWidth() {
        assertThat(References.in(
                                read("参考https://example.org/a。见<https://example.org/b>，（https://example.org/c）「https://example.org/d」、[文字](https://example.org/e)的；邮箱me@example.org！")
                                        .blocks())
                        .links())
                .containsExactly(
                        "https://example.org/a",
                        "https://example.org/b",
                        "https://example.org/c",
                        "https://example.org/d",
                        "https://example.org/e",
                        "mailto:me@example.org");
    }

    @Test
    void whatUnfoldsHasATitleAndBlocks() {
        Document document = read("""
                <details>
                <summary>Q1. 什么是 <b>RNN</b>？见 https://example.org/q</summary>

                循环 **网络**

                ## 里面

                - 项

                </details>

                后文
                """);

        assertThat(document.blocks().getFirst()).isInstanceOfSatisfying(Block.Directive.class, details -> {
            assertThat(details.name()).isEqualTo("details");
            assertThat(Inline.plainText(details.title())).isEqualTo("Q1. 什么是 RNN？见 https://example.org/q");
            assertThat(document.source().text(details.title().getFirst().span()))
                    .isEqualTo("Q1. 什么是 ");
            assertThat(details.blocks()).hasSize(2);
        });
        assertThat(document.sections()).hasSize(1);
        assertThat(html("<details><summary>问</summary>答 <a href=\"https://example.org\">文</a></details>"))
                .isEqualTo("<details>\n<summary>问</summary>\n<p>答 <a href=\"https://example.org\" "
                        + "rel=\"noopener nofollow\">文</a></p>\n</details>\n");
        assertThat(findings("<details>\n<summary>问</summary>\n\n答\n")).containsExactly("1 details-unclosed");
    }

    @Test
    void aSummaryMayBeMarkdown() {
        assertThat(html("<details>\n<summary>\n\n**什么是** RNN？\n\n</summary>\n\n循环\n\n</details>\n"))
                .isEqualTo("<details>\n<summary><strong>什么是</strong> RNN？</summary>\n<p>循环</p>\n</details>\n");
    }

    @Test
    void anchorsAreNotShown() {
        assertThat(html("<a name=\"锚\"></a>\n\n正文\n")).isEqualTo("<p>正文</p>\n");
    }

    @Test
    void htmlIsReadAsBlocks() {
        assertThat(
                        html(
                                "<h2 align=\"center\">居中</h2>\n\n<table><tr><th>模型</th></tr><tr><td>甲 <img src=\"a.png\"></td></tr></table>\n\n<ul><li>一</li></ul>\n\n<pre><code class=\"language-py\">x = 1</code></pre>\n\n<iframe src=\"https://example.org/v\" title=\"视频\"></iframe>\n\n<!-- 注释 -->\n"))
                .isEqualTo("""
                        <h2>居中</h2>
                        <table>
                        <tr>
                        <th>模型</th>
                        </tr>
                        <tr>
                        <td>甲 <img src="a.png" alt="" loading="lazy"></td>
                        </tr>
                        </table>
                        <ul>
                        <li>一</li>
                        </ul>
                        <pre><code class="language-py">x = 1</code></pre>
                        <p><a href="https://example.org/v" rel="noopener nofollow">视频</a></p>
                        """);
    }

    @Test
    void tablesKeepEveryCell() {
        String text = "| 模型 | 年份 |\n|---|---|\n| `a\\|b` | [甲](https://example.org) | 多 |\n| 少 |\n\n后\n";

        assertThat(html(text))
                .contains("<td><code>a|b</code></td>\n<td><a href=\"https://example.org\"")
                .contains("<td>多</td>")
                .contains("<tr>\n<td>少</td>\n</tr>")
                .contains("<p>后</p>");
    }

    @Test
    void tablesThatAreDrawnBadlyAreTables() {
        assertThat(findings("| 甲 | 乙 | 丙 |\n|---|---|\n| 1 | 2 | 3 |\n")).containsExactly("1 table-uneven");
        assertThat(findings("| 甲 | 乙 |\n| 1 | 2 |\n")).containsExactly("1 table-without-rule");
        assertThat(html("| 甲 | **乙** |\n| 1 | 2 |\n")).contains("<td><strong>乙</strong></td>");
    }

    @Test
    void aFenceThatIsNeverClosedEndsBeforeTheNextHeadingOrFence() {
        String text = "```python\nx = 1\n\n## 下一节\n\n文字\n\n```js\nlet y\n```\n";

        assertThat(html(text)).isEqualTo("""
                <pre><code class="language-python">x = 1</code></pre>
                <h2>下一节</h2>
                <p>文字</p>
                <pre><code class="language-js">let y</code></pre>
                """);
        assertThat(findings(text)).containsExactly("1 fence-unclosed");
        assertThat(html("```\n# 注释\nx\n")).isEqualTo("<pre><code># 注释\nx</code></pre>\n");
    }

    @Test
    void blocksOfColonsAreDirectives() {
        assertThat(html(":::{note} 题 **目**\n:class: a\n\n正文\n\n::: tip\n里面\n:::\n:::\n\n后\n"))
                .isEqualTo("""
                <aside class="note">
                <p class="title">题 <strong>目</strong></p>
                <p>正文</p>
                <aside class="tip">
                <p>里面</p>
                </aside>
                </aside>
                <p>后</p>
                """);
        assertThat(findings("::: warning\n文字\n")).containsExactly("1 directive-unclosed");
    }

    @Test
    void calloutsHaveTitlesWithMarkup() {
        assertThat(html("> [!faq]- 什么是 `RNN`？\n> 循环\n"))
                .isEqualTo(
                        "<aside class=\"faq\">\n<p class=\"title\">什么是 <code>RNN</code>？</p>\n<p>循环</p>\n</aside>\n");
    }

    @Test
    void linksBetweenNotesKeepWhereTheyLead() {
        assertThat(References.in(read("[[注意力#定义|这篇]] [[词向量]] ![[图.png|300]] ![[别的笔记]]\n\n| [[a\\|b]] |\n|---|\n")
                                .blocks())
                        .allLinks())
                .extracting(link -> link.form() + " " + link.target() + " " + Inline.plainText(link.content()))
                .containsExactly("INTERNAL 注意力#定义 这篇", "INTERNAL 词向量 词向量", "INTERNAL 别的笔记 别的笔记", "INTERNAL a b");
    }

    @Test
    void formulasOfEveryKindAreFormulas() {
        assertThat(
                        html(
                                "$`a`$ \\(b\\) 价 $5\n\n```math\nc\n```\n\n\\begin{align}\nd &= e \\\\\n\\end{align}\n\n\\[\nf\n\\]\n"))
                .contains("<span class=\"math inline\">a</span> <span class=\"math inline\">b</span> 价 $5")
                .contains("<div class=\"math display\">c</div>")
                .contains("<div class=\"math display\">\\begin{align}\nd &amp;= e \\\\\n\\end{align}</div>")
                .contains("<div class=\"math display\">f</div>");
    }

    @Test
    void termsHaveTheirMeaningsUnderThem() {
        assertThat(html("""
                        困惑度
                        : 平均分支数，
                          越低越好

                          - 与交叉熵同增减
                        : 又称 perplexity

                        **BLEU**

                        :   按 n 元组的精确率打分

                        后文
                        """)).isEqualTo("""
                        <dl>
                        <dt>困惑度</dt>
                        <dd>
                        <p>平均分支数，
                        越低越好</p>
                        <ul>
                        <li>与交叉熵同增减</li>
                        </ul>
                        <p>又称 perplexity</p>
                        </dd>
                        <dt><strong>BLEU</strong></dt>
                        <dd>按 n 元组的精确率打分</dd>
                        </dl>
                        <p>后文</p>
                        """);
    }

    @Test
    void aColonUnderSeveralLinesOrNoneIsText() {
        assertThat(html("一行\n两行\n: 三行\n")).isEqualTo("<p>一行\n两行\n: 三行</p>\n");
        assertThat(html("# 题\n\n: 文字\n")).contains("<p>: 文字</p>");
        assertThat(html("时间\n:下午\n")).isEqualTo("<p>时间\n:下午</p>\n");
    }

    @Test
    void frontMatterAndFootnotesAreKept() {
        assertThat(html("---\ntitle: 笔记\n---\n正文[^1]\n\n[^1]: 注 *释*\n"))
                .contains("<dt>title</dt>\n<dd>笔记</dd>")
                .contains("正文<sup>1</sup>")
                .contains("<p>注 <em>释</em></p>");
    }

    @Test
    void whatIsNotForTheReaderIsNotShown() {
        assertThat(html("(锚点)=\n\n% 备注\n\n%%草稿%%\n\n正文==重点==与~~删去~~\n")).isEqualTo("<p>正文重点与删去</p>\n");
    }

    @Test
    void codeOfMdxDoesNotBreakTheNote() {
        Document document = new MarkdownReader()
                .read(
                        new SourceText(
                                "note.mdx",
                                NoteFormat.MARKDOWN,
                                "import A from './a'\n\nexport const b = 1\n\n# 标题\n\n<Tabs>\n<Tab label={x}>\n\n正文 **粗**\n\n</Tab>\n</Tabs>\n\n{/* 注释 */}\n"));

        assertThat(document.title()).contains("标题");
        assertThat(HtmlRenderer.html(document.blocks()))
                .contains("<p>正文 <strong>粗</strong></p>")
                .doesNotContain("import")
                .doesNotContain("注释");
    }

    @Test
    void namesOfFilesMayHaveSpacesAndLinksWithoutAddressAreReported() {
        assertThat(html("![图](<我的 图.png>)")).contains("src=\"我的%20图.png\"");
        assertThat(html("[空]()")).isEqualTo("<p>空</p>\n");
        assertThat(findings("文\n\n[空]()")).containsExactly("3 link-empty");
    }

    @Test
    void textNestedBeyondMeasureIsPlainAndReported() {
        String text = "[".repeat(200) + "注意力" + "](a)".repeat(200) + "\n\n**正常**文字\n";

        assertThat(findings(text)).containsExactly("1 nesting-too-deep");
        assertThat(html(text)).contains("<strong>正常</strong>");
    }

    @Test
    void paragraphsOfThousandsOfLinesLoseNothing() {
        String text = "注意力 **机制**\n".repeat(5_000);

        assertThat(Block.plainText(read(text).blocks()).split("注意力", -1)).hasSize(5_001);
        assertThat(Block.plainText(read(text).blocks())).doesNotContain("*");
    }
}
