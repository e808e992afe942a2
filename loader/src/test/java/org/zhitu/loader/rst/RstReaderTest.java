package org.zhitu.loader.rst;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.References;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.HtmlRenderer;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;
import org.zhitu.ontology.Language;

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
    void slantedChineseTextEndsAtItsNextMark() {
        assertThat(html("*斜体*不贴，``代码``紧贴。（**括号**）"))
                .isEqualTo("<p><em>斜体</em>不贴，<code>代码</code>紧贴。（<strong>括号</strong>）</p>\n");
    }

    @Test
    void addressesTouchingReferencesAndWordsAreTakenApart() {
        assertThat(References.in(
                                read("参考`链接 <https://example.org/a>`_的，见`另一<https://example.org/b>`_。和<https://example.org/c>。")
                                        .blocks())
                        .links())
                .containsExactly("https://example.org/a", "https://example.org/b", "https://example.org/c");
    }

    @Test
    void directivesWithoutTextAreReported() {
        assertThat(findings(".. note::\n正文没缩进 |没有|\n")).containsExactly("1 directive-empty", "2 substitution-unknown");
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
    void levelsFollowTheOrderOfStylesOverlinesIncluded() {
        assertThat(outline("""
                ====
                总题
                ====

                章
                ====

                节 ``代码`` 与 *强调*
                ~~~~~~~~~~~~~~~~~~~~~

                又一章
                ======
                """)).isEqualTo("1 总题\n2 章\n3 节 代码 与 强调\n2 又一章");
    }

    @Test
    void aHeadingThatSkipsALevelStaysAHeading() {
        String text = "一\n==\n\n二\n--\n\n三\n==\n\n跳\n~~~~\n";

        assertThat(outline(text)).isEqualTo("1 一\n2 二\n1 三\n2 跳");
        assertThat(findings(text)).containsExactly("10 title-level-inconsistent");
    }

    @Test
    void headingsInDirectivesAreSectionsOfTheNote() {
        assertThat(outline("总\n==\n\n.. only:: html\n\n   里\n   --\n\n   文字\n")).isEqualTo("1 总\n2 里");
    }

    @Test
    void substitutionsStandForWordsPicturesAndCharacters() {
        assertThat(html("""
                |年| |图| |横| |链|_

                .. |年| replace:: 二〇二四 *年*
                .. |图| image:: a.png
                   :alt: 结构
                .. |横| unicode:: U+4E00 0x2014 .. 一和横线
                .. |链| replace:: 链接
                .. _链: https://example.org/l
                """))
                .isEqualTo("<p>二〇二四 年 <img src=\"a.png\" alt=\"结构\" loading=\"lazy\"> 一— "
                        + "<a href=\"https://example.org/l\" rel=\"noopener nofollow\">链接</a></p>\n");
    }

    @Test
    void footnotesAreCountedAsAReaderSeesThem() {
        assertThat(html("""
                甲 [2]_ 乙 [#]_ 丙 [#名]_ 丁 [*]_ 戊 [*]_ 己 [Vaswani2017]_

                .. [2] 手写的
                .. [#] 自动的
                .. [#名] 具名的
                .. [*] 符号
                .. [*] 又一个
                .. [Vaswani2017] 文献
                """))
                .contains("甲 <sup>2</sup> 乙 <sup>1</sup> 丙 <sup>3</sup> 丁 <sup>*</sup> 戊 <sup>†</sup>")
                .contains("<sup>Vaswani2017</sup>")
                .contains("<span class=\"label\">3</span>\n<p>具名的</p>")
                .contains("<span class=\"label\">†</span>\n<p>又一个</p>");
    }

    @Test
    void targetsAreFoundHoweverTheyAreNamed() {
        assertThat(References.in(read("""
                        `甲`__ `乙`__ 别名_ `两 词`_ `丙 <https://example.org/c>`_ 丙_ `丁 <原名_>`_ `戊 <https://example.org/e>`__

                        __ https://example.org/1
                        .. __: https://example.org/2
                        .. _原名: https://example.org/o
                        .. _别名: 原名_
                        .. _`两 词`: https://example.org/
                           long/path
                        """).blocks()).links())
                .containsExactly(
                        "https://example.org/1",
                        "https://example.org/2",
                        "https://example.org/o",
                        "https://example.org/long/path",
                        "https://example.org/c",
                        "https://example.org/c",
                        "https://example.org/o",
                        "https://example.org/e");
    }

    @Test
    void aTargetEndsAtABlankLine() {
        assertThat(References.in(read("见 甲_\n\n.. _甲: https://example.org/a\n\n  引文\n")
                                .blocks())
                        .links())
                .containsExactly("https://example.org/a");
    }

    @Test
    void rolesBecomeWhatTheyMean() {
        assertThat(
                        html(
                                ":math:`a_b` `x`:math: :sup:`2` :strong:`粗` :kbd:`Ctrl` :option:`-w <sphinx -w>` :某角色:`显示 <目标>`"))
                .isEqualTo("<p><span class=\"math inline\">a_b</span> <span class=\"math inline\">x</span> 2 "
                        + "<strong>粗</strong> <code>Ctrl</code> <code>-w</code> 显示</p>\n");
        assertThat(References.in(read(":ref:`节 <a-b>` :doc:`别的` :pep:`8` :rfc:`第四节 <3986#section-4>`")
                                .blocks())
                        .allLinks())
                .extracting(link -> link.form() + " " + link.target())
                .containsExactly(
                        "INTERNAL a-b",
                        "INTERNAL 别的",
                        "NAMED https://peps.python.org/pep-0008",
                        "NAMED https://tools.ietf.org/html/rfc3986.html#section-4");
    }

    @Test
    void theDefaultRoleMayBeSet() {
        assertThat(html(".. default-role:: math\n\n`x_i` 公式\n")).contains("<span class=\"math inline\">x_i</span> 公式");
    }

    @Test
    void filesAreNeverIncluded() {
        String text = ".. include:: /etc/hostname\n\n.. literalinclude:: ../密码.txt\n\n正文\n";

        assertThat(html(text)).contains("<p>正文</p>").doesNotContain("hostname");
        assertThat(findings(text)).containsExactly("1 include-not-followed", "3 include-not-followed");
    }

    @Test
    void tablesOfContentsLeadToOtherNotes() {
        assertThat(References.in(read(".. toctree::\n   :maxdepth: 2\n\n   词向量\n   注意力 <attention/index>\n")
                                .blocks())
                        .allLinks())
                .extracting(link -> link.form() + " " + link.target() + " " + Inline.plainText(link.content()))
                .containsExactly("INTERNAL 词向量 词向量", "INTERNAL attention/index 注意力");
    }

    @Test
    void glossariesAreTermsWithTheirMeaning() {
        assertThat(html(".. glossary::\n\n   词嵌入\n   word embedding\n      词的向量。\n\n   注意力 : z\n      加权。\n"))
                .contains("<dt>词嵌入</dt>")
                .contains("<dt>word embedding</dt>\n<dd>词的向量。</dd>")
                .contains("<dt>注意力</dt>\n<dd>加权。</dd>");
    }

    @Test
    void tabsKeepTheirTitlesAndTheirText() {
        assertThat(html(".. tab-set::\n\n   .. tab-item:: 中文 *版*\n\n      正文 `链 <https://example.org>`_\n"))
                .contains("<p class=\"title\">中文 <em>版</em></p>")
                .contains("href=\"https://example.org\"");
    }

    @Test
    void everyKindOfListIsRead() {
        assertThat(html("""
                - 一

                  续
                - 二

                #. 自动
                #. 第二

                (i) 罗马
                (ii) 第二

                术语 : 类
                    定义

                -a FILE  选项
                --long   长选项

                :作者: 张三
                """))
                .contains("<p>一</p>\n<p>续</p>")
                .contains("<ol>\n<li>自动</li>")
                .contains("<ol>\n<li>罗马</li>\n<li>第二</li>")
                .contains("<dt>术语</dt>")
                .contains("<dt><code>-a FILE</code></dt>\n<dd>选项</dd>")
                .contains("<dt>作者</dt>\n<dd>张三</dd>");
    }

    @Test
    void lineBlocksKeepTheirLinesAndIndentation() {
        assertThat(html("| 什么是注意力？\n|   加权\n|   求和\n| 下一问\n  续行\n"))
                .isEqualTo("<p class=\"lines\">什么是注意力？<br>\n&emsp;加权<br>\n&emsp;求和<br>\n下一问\n续行</p>\n");
    }

    @Test
    void tablesWithTitlesKeepThem() {
        assertThat(html(".. list-table:: 模型 *比较*\n   :header-rows: 1\n\n   * - 甲\n     - 乙\n   * - 1\n     - 2\n"))
                .contains("<p class=\"title\">模型 <em>比较</em></p>")
                .contains("<th>甲</th>")
                .contains("<td>2</td>");
        assertThat(html(".. csv-table::\n   :header: 甲, 乙\n\n   \"a, b\", 二\n"))
                .contains("<th>甲</th>")
                .contains("<td>a, b</td>");
    }

    @Test
    void aTableWhoseLinesDoNotMeetIsKeptAsDrawn() {
        String text = "+---+---+\n| 甲 | 乙\n+---+--\n| 丙 |\n+---+---+\n\n后\n";

        assertThat(html(text)).contains("<pre><code>+---+---+").contains("<p>后</p>");
        assertThat(findings(text)).containsExactly("1 table-malformed");
    }

    @Test
    void whatNothingClosesIsTextAndReported() {
        String text = "这是 **没有结束 和 ``代码 也没有\n";

        assertThat(html(text)).isEqualTo("<p>这是 **没有结束 和 ``代码 也没有</p>\n");
        assertThat(findings(text)).containsExactly("1 markup-unclosed", "1 markup-unclosed");
    }

    @Test
    void namesThatStandForNothingOrForTwoThingsAreReported() {
        assertThat(findings("`没有`_ [9]_\n\n.. _甲: https://example.org/1\n.. _甲: https://example.org/2\n"))
                .containsExactly("1 target-unknown", "1 footnote-unknown", "4 target-duplicate");
    }

    @Test
    void everyFindingHasWordsInBothLanguages() {
        for (Finding finding :
                read("标题长长长\n====\n\n`没有`_ **开\n\n- 内\n\n  题\n  ====\n").findings()) {
            assertThat(finding.message(Language.ZH)).isNotBlank();
            assertThat(finding.message(Language.EN)).isNotBlank();
        }
    }

    @Test
    void linesMayEndWithCarriageReturnsAndIndentWithTabs() {
        assertThat(html("标题\r\n====\r\n\r\n- 项\r\n\r\n\t续\r\n\r\n.. note::\r\n\r\n\t正文\r\n"))
                .contains("<h1>标题</h1>")
                .contains("<aside class=\"note\">\n<p>正文</p>");
    }

    @Test
    void picturesMayLeadToNamedTargets() {
        assertThat(html(".. image:: a.png\n   :target: 论文_\n\n.. _论文: https://example.org/p\n"))
                .contains("<a href=\"https://example.org/p\" rel=\"noopener nofollow\"><img src=\"a.png\"");
    }

    @Test
    void addressesInBoldTextAreLinks() {
        assertThat(References.in(read("**见https://example.org/a。**").blocks()).links())
                .containsExactly("https://example.org/a");
    }

    @Test
    void rawHtmlKeepsItsPicturesButNoScript() {
        assertThat(html(".. raw:: html\n\n   <img src=\"图.png\"><script>x()</script>\n"))
                .contains("<img src=\"图.png\"")
                .doesNotContain("script");
    }

    @Test
    void commentsAndTargetsAreNotShown() {
        assertThat(html(".. 这是注释\n   第二行\n\n.. _锚:\n\n正文\n")).isEqualTo("<p>正文</p>\n");
    }

    @Test
    void literalAndDoctestBlocksKeepTheirText() {
        assertThat(html("::\n\n  *原样*\n\n>>> 1 + 1\n2\n")).isEqualTo("""
                        <pre><code>*原样*</code></pre>
                        <pre><code class="language-python">&gt;&gt;&gt; 1 + 1
                        2</code></pre>
                        """);
    }
}
