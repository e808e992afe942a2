package org.zhitu.loader.rst;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.HtmlRenderer;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;

final class RstReaderTest {
    private static Document read(String text) {
        return new RstReader().read(new SourceText("note.rst", NoteFormat.RST, text));
    }

    private static String html(String text) {
        return HtmlRenderer.html(read(text).blocks());
    }

    @Test
    void titleThatIsWiderThanItsUnderlineIsStillATitle() {
        Document document = read("词向量与语言模型\n========\n\n正文\n");

        assertThat(document.title()).contains("词向量与语言模型");
        assertThat(document.findings()).extracting(Finding::code).containsExactly("title-underline-short");
    }

    @Test
    void lineOfDashesBetweenBlankLinesIsATransition() {
        assertThat(html("一段\n\n------\n\n二段\n")).isEqualTo("<p>一段</p>\n<hr>\n<p>二段</p>\n");
    }

    @Test
    void addressTouchingChineseTextEndsWhereAReaderWouldEndIt() {
        assertThat(html("讲座https://example.org/v?p=9，还有https://example.org/z这篇（https://example.org/a_(b)）。"))
                .contains("href=\"https://example.org/v?p=9\"")
                .contains("href=\"https://example.org/z\"")
                .contains("href=\"https://example.org/a_(b)\"");
    }

    @Test
    void namesMayBeUsedBeforeTheyAreDefined() {
        assertThat(
                        html(
                                "见 论文_ 和 `另一篇`__ 以及 |图|\n\n.. _论文: https://example.org/p\n__ https://example.org/q\n.. |图| image:: t.png\n"))
                .contains("href=\"https://example.org/p\"")
                .contains("href=\"https://example.org/q\"")
                .contains("<img src=\"t.png\"");
    }

    @Test
    void boldTextMayTouchChineseWords() {
        assertThat(html("这是**重点**内容，但 210*256 和 8*32 不是"))
                .isEqualTo("<p>这是<strong>重点</strong>内容，但 210*256 和 8*32 不是</p>\n");
    }

    @Test
    void optionsMayBeIndentedByTabs() {
        assertThat(html(".. image:: a.png\n\t:alt: 结构图\n\t:width: 400\n"))
                .contains("<img src=\"a.png\" alt=\"结构图\" loading=\"lazy\">");
    }

    @Test
    void listsKeepTheirNumbers() {
        assertThat(html("3. 第三\n4. 第四\n\n   - 里面\n")).isEqualTo("""
                        <ol start="3">
                        <li>第三</li>
                        <li>
                        <p>第四</p>
                        <ul>
                        <li>里面</li>
                        </ul>
                        </li>
                        </ol>
                        """);
    }

    @Test
    void tablesAreMeasuredInColumnsOfTheFont() {
        assertThat(html("""
                =====  =====
                模型   年份
                =====  =====
                甲     2017
                =====  =====
                """)).contains("<th>模型</th>").contains("<td>2017</td>");
        assertThat(html("""
                +------+------+
                | 模型 | 年份 |
                +======+======+
                | 甲   | 乙   |
                +------+------+
                """)).contains("<th>年份</th>").contains("<td>乙</td>");
    }

    @Test
    void doubleColonAnnouncesALiteralBlock() {
        assertThat(html("代码::\n\n    x = *a*\n      y\n\n后面"))
                .isEqualTo("<p>代码:</p>\n<pre><code>x = *a*\n  y</code></pre>\n<p>后面</p>\n");
    }

    @Test
    void directivesThatNobodyKnowsKeepTheirBody() {
        assertThat(html(".. 提醒:: 题目\n\n   正文 *强调*\n"))
                .contains("<p class=\"title\">题目</p>")
                .contains("<em>强调</em>");
    }

    @Test
    void formulasStayTex() {
        assertThat(html("能量 :math:`a_b` 和\n\n.. math:: x < y\n"))
                .contains("<span class=\"math inline\">a_b</span>")
                .contains("<div class=\"math display\">x &lt; y</div>");
    }
}
