package org.zhitu.loader.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhitu.loader.markdown.MarkdownReader;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;

final class HtmlRendererTest {
    private static final List<String> ATTACKS = List.of(
            "<script>alert(1)</script>",
            "<ScRiPt src=//evil.example/x.js></sCrIpT>",
            "<img src=x onerror=alert(1)>",
            "<img src=\"javascript:alert(1)\">",
            "<svg onload=alert(1)><script>alert(1)</script></svg>",
            "<math><mtext><script>alert(1)</script></mtext></math>",
            "<a href=\"javascript:alert(1)\">点</a>",
            "<a href=\"java\tscript:alert(1)\">点</a>",
            "<a href=\" javascript:alert(1)\">点</a>",
            "<a href=\"&#106;avascript:alert(1)\">点</a>",
            "<a href=\"data:text/html,<script>alert(1)</script>\">点</a>",
            "<a href=\"vbscript:x\" onclick=\"x()\" style=\"x\">点</a>",
            "<iframe src=\"javascript:alert(1)\"></iframe>",
            "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>",
            "<video src=\"javascript:alert(1)\" onplay=x></video>",
            "<object data=x></object><embed src=\"javascript:x\">",
            "<form action=\"javascript:x\"><button formaction=\"javascript:x\">按</button></form>",
            "<style>*{background:url(javascript:x)}</style>",
            "<base href=\"//evil.example/\"><link rel=stylesheet href=//evil.example>",
            "<meta http-equiv=refresh content=\"0;url=javascript:x\">",
            "<details open ontoggle=alert(1)><summary onclick=x>题</summary>文</details>",
            "<table background=\"javascript:x\"><tr><td onclick=x>格</td></tr></table>",
            "<h1 onclick=x><a href=\"javascript:x\">题</a></h1>",
            "<p title=\"</p><script>alert(1)</script>\">文</p>",
            "<!--><script>alert(1)</script>-->",
            "<noscript><p title=\"</noscript><script>alert(1)</script>\"></noscript>",
            "<textarea><script>alert(1)</script></textarea>",
            "[点](javascript:alert(1))",
            "[点](JaVaScRiPt:alert(1) \"题\")",
            "[点](<java\tscript:alert(1)>)",
            "[点](javascript&colon;alert(1))",
            "[点](data:text/html;base64,PHNjcmlwdD4=)",
            "![图](javascript:alert(1))",
            "![\" onerror=\"alert(1)](x.png)",
            "![图](x.png\"onerror=\"alert(1))",
            "<javascript:alert(1)>",
            "[点][a]\n\n[a]: javascript:alert(1)",
            "[[javascript:alert(1)|点]] ![[javascript:x.png]]",
            "```\"><script>alert(1)</script>\nx\n```",
            "```{note} <script>alert(1)</script>\n<img src=x onerror=x>\n```",
            "::: \"onclick=x\n文\n:::",
            "> [!note\" onclick=x] <script>alert(1)</script>\n> 文",
            "$<script>alert(1)</script>$",
            "$$\n</div><script>alert(1)</script>\n$$",
            "`点 <javascript:alert(1)>`_",
            ".. _a: javascript:alert(1)\n\na_",
            ".. image:: javascript:alert(1)\n   :alt: \" onerror=\"x\n   :target: javascript:x",
            ".. raw:: html\n\n   <script>alert(1)</script><a href=\"javascript:x\" onclick=x>点</a>",
            ".. \"onclick=x:: <script>\n\n   文",
            ".. code-block:: \"><script>alert(1)</script>\n\n   x",
            ":math:`<script>alert(1)</script>`",
            ".. math:: </div><script>alert(1)</script>",
            ":a\"onclick=x: <script>alert(1)</script>");

    @TestFactory
    Stream<DynamicTest> noNoteBringsAnythingThatRuns() {
        return ATTACKS.stream()
                .flatMap(attack -> Stream.of(NoteFormat.values())
                        .map(format -> DynamicTest.dynamicTest(
                                format.key() + ": " + attack, () -> assertHarmless(html(attack, format)))));
    }

    @Test
    void codeHasItsLanguageAndFormulasStayTex() {
        assertThat(html("""
                        ```C++
                        a < b
                        ```

                        $x<y$ 注
                        """, NoteFormat.MARKDOWN)).isEqualTo("""
                        <pre><code class="language-c++">a &lt; b</code></pre>
                        <p><span class="math inline">x&lt;y</span> 注</p>
                        """);
    }

    @Test
    void everyBlockIsClosed() {
        String html = html(
                "# 题\n\n- 一\n\n  > 引\n\n1. 二\n\n| 甲 |\n|---|\n| 乙 |\n\n<details><summary>问</summary>答</details>\n\n::: tip\n文\n:::\n\n[^1]: 注\n\n文[^1]\n",
                NoteFormat.MARKDOWN);

        assertThat(Jsoup.parseBodyFragment(html)
                        .body()
                        .select("ul > li blockquote, table td, details summary, aside p"))
                .hasSize(4);
        assertThat(html.split("<", -1).length - 1).isEqualTo(2 * (html.split("</", -1).length - 1));
    }

    private static String html(String text, NoteFormat format) {
        SourceText source = new SourceText("note", format, text);
        Document document = switch (format) {
            case RST -> new RstReader().read(source);
            case MARKDOWN -> new MarkdownReader().read(source);
        };
        return HtmlRenderer.html(document.blocks());
    }

    private static void assertHarmless(String html) {
        for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
            assertThat(element.normalName())
                    .as(html)
                    .isNotIn(
                            "script",
                            "style",
                            "iframe",
                            "object",
                            "embed",
                            "form",
                            "button",
                            "base",
                            "link",
                            "meta",
                            "svg",
                            "video",
                            "math",
                            "textarea",
                            "noscript");
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                String value =
                        attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase(Locale.ROOT);
                assertThat(name).as(html).doesNotStartWith("on").isNotIn("style", "srcdoc", "formaction");
                boolean address = name.equals("href") || name.equals("src");
                assertThat(address && value.matches("(javascript|vbscript|data):.*"))
                        .as(html)
                        .isFalse();
            }
        }
    }
}
