package org.zhitu.loader.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.HtmlRenderer;
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
}
