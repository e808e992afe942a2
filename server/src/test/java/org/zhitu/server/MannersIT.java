package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whether every page can be used by everybody: axe finds nothing, keys reach everything, nothing is wider than the screen. */
class MannersIT {
    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static final List<String> PAGES = List.of(
            "/",
            "/topics",
            "/index",
            "/questions",
            "/sources",
            "/report",
            "/help",
            "/search?q=zyl",
            "/search?q=nothing-like-it",
            "/concept/self-attention",
            "/concept/nonesuch",
            "/note/%E6%B3%A8%E6%84%8F%E5%8A%9B.md",
            "/explore?concept=bert",
            "/atlas",
            "/path?goal=transformer",
            "/path?goal=transformer&order=self-attention&skip=softmax&hours-per-week=2&start=2026-09-07&deadline=2026-09-20",
            "/placement",
            "/placement?goal=bert",
            "/gaps",
            "/compare?a=bert&b=gpt",
            "/progress",
            "/review",
            "/sparql",
            "/ontology",
            "/api-docs");

    private static final String NOTE = """
        # 注意力笔记

        ## 自注意力为什么要除以 $\\sqrt{d_k}$？

        点积的方差随维数增长，softmax 会饱和：

        $$\\mathrm{softmax}\\left(\\frac{QK^\\top}{\\sqrt{d_k}}\\right)V$$

        ![权重热图](heat.png)

        ```python
        scores = q @ k.T / d ** 0.5
        ```

        | 模型 | 方向 |
        | --- | --- |
        | GPT | 单向 |
        | BERT | 双向 |

        ## BERT 和 GPT 的区别？

        见 [论文](https://example.org/paper)。
        """;

    @RegisterExtension
    static final Browsing browser = Browsing.notes(folder -> {
        Files.writeString(folder.resolve("注意力.md"), NOTE);
        Files.write(folder.resolve("heat.png"), Base64.getDecoder().decode(DOT));
        return List.of(folder.toString());
    });

    private static String in(String language, String path) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    @Test
    void axeFindsNothingOnAnyPage() {
        List<String> found = new ArrayList<>();
        for (String path : PAGES) {
            for (Map.Entry<String, ColorScheme> reader :
                    Map.of("zh", ColorScheme.LIGHT, "en", ColorScheme.DARK).entrySet()) {
                Page page = browser.open(in(reader.getKey(), path), 1280, reader.getValue());
                browser.violations(page).forEach(one -> found.add(reader.getKey() + " " + path + " " + one));
                browser.picture(page, reader.getKey() + path.replaceAll("\\W+", "-"));
                page.context().close();
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void nothingIsWiderThanANarrowScreen() {
        for (String path : PAGES) {
            Page page = browser.open(in("zh", path), 320, ColorScheme.LIGHT);
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("width of %s on a screen of 320 pixels", path)
                    .isLessThanOrEqualTo(320);
            page.context().close();
        }
    }

    @Test
    void keysAloneFindAConceptMarkItAndPlanAPathToIt() {
        Page page = browser.open("/?lang=zh", 1280, ColorScheme.DARK);
        page.keyboard().press("/");
        Locator input = page.locator("dialog.palette input");
        assertThat(input.getAttribute("aria-expanded")).isNotNull();
        page.keyboard().type("zizhuyili");
        page.locator("dialog.palette [role=option]:has-text('自注意力')").first().waitFor();
        assertThat(browser.violations(page)).isEmpty();
        browser.picture(page, "palette");
        page.keyboard().press("Enter");
        page.waitForURL("**/concept/self-attention**");

        page.locator("#mark").focus();
        page.keyboard().press("End");
        page.locator("#mark").evaluate("select => select.dispatchEvent(new Event('change'))");
        assertThat(page.evaluate("() => localStorage.getItem('zhitu.known')")).isEqualTo("[\"self-attention\"]");
        page.locator("h1").click();

        page.keyboard().press("Control+k");
        page.keyboard().type("规划");
        page.locator("dialog.palette [role=option]:has-text('规划')").first().waitFor();
        page.keyboard().press("Enter");
        page.waitForURL("**/path?goal=self-attention**");
        page.context().close();
    }

    @Test
    void theSheetOfKeysOpensByAQuestionMarkAndNotWhileTyping() {
        Page page = browser.open("/topics?lang=en", 1280, ColorScheme.LIGHT);
        page.keyboard().press("?");
        Locator sheet = page.locator("dialog.sheet-of-keys");
        assertThat(sheet.isVisible()).isTrue();
        assertThat(browser.violations(page)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(sheet.isVisible()).isFalse();
        page.locator("#find").focus();
        page.keyboard().type("a?/");
        assertThat(sheet.isVisible()).isFalse();
        assertThat(page.locator("#find").inputValue()).isEqualTo("a?/");
        page.context().close();
    }

    @Test
    void formulasAndImagesOfANoteAreShownAndNothingIsComplainedOf() {
        Page page = browser.open("/note/%E6%B3%A8%E6%84%8F%E5%8A%9B.md?lang=zh", 1280, ColorScheme.LIGHT);
        page.locator(".prose .katex-display").first().waitFor();
        assertThat(page.locator("h2 .katex").count()).isPositive();
        page.locator(".prose img").scrollIntoViewIfNeeded();
        page.waitForFunction("() => document.querySelector('.prose img').naturalWidth > 0");
        assertThat(browser.complaints()).isEmpty();
        browser.picture(page, "note-with-formulas");
        page.context().close();
    }
}
