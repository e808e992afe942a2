package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether every page can be used by everybody: axe finds nothing, keys reach everything, nothing is wider than the screen. */
class MannersIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final List<String> PAGES = List.of(
            "/",
            "/topics",
            "/index",
            "/questions",
            "/sources",
            "/report",
            "/search?q=zyl",
            "/search?q=nothing-like-it",
            "/concept/self-attention",
            "/concept/nonesuch",
            "/note/%E6%B3%A8%E6%84%8F%E5%8A%9B.md",
            "/explore?concept=bert",
            "/path?goal=transformer",
            "/sparql",
            "/ontology");

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

    @TempDir
    static Path folder;

    private static @Nullable RunningProgram program;
    private static @Nullable Chromium chromium;
    private static String axe = "";

    @BeforeAll
    static void start() throws IOException {
        Optional<Chromium> started = Chromium.start("the manners of the pages");
        if (started.isEmpty()) {
            return;
        }
        chromium = started.get();
        axe = Files.readString(Path.of("..", "ui", "node_modules", "axe-core", "axe.min.js"));
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("注意力.md"), NOTE);
        Files.write(
                notes.resolve("heat.png"),
                Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));
        program = RunningProgram.serve(Files.createDirectories(folder.resolve("data")), notes.toString());
        Files.createDirectories(PICTURES);
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (program != null) {
            program.close();
        }
    }

    private static @Nullable Page open(String path, int width, ColorScheme scheme) {
        return chromium == null || program == null ? null : chromium.open(program.address(), path, width, scheme);
    }

    private static String in(String language, String path) {
        return path + (path.contains("?") ? "&" : "?") + "lang=" + language;
    }

    /** Returns what axe finds: the rule and where it is broken. */
    private static List<String> violations(Page page) {
        page.evaluate(axe);
        Object found = page.evaluate("""
                async () => {
                  // the rule left out is an experiment of axe's: it takes the words in a drawing for its label
                  const options = {
                    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                    rules: { "label-content-name-mismatch": { enabled: false } },
                  };
                  const { violations } = await axe.run(document, options);
                  return violations.flatMap(({ id, nodes }) =>
                    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.html.slice(0, 160)}`));
                }""");
        List<String> all = new ArrayList<>();
        if (found instanceof List<?> list) {
            list.forEach(one -> all.add(String.valueOf(one)));
        }
        return all;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve("manners-" + name + ".png"))
                .setFullPage(true));
    }

    @Test
    void axeFindsNothingOnAnyPage() {
        List<String> found = new ArrayList<>();
        for (String path : PAGES) {
            for (Map.Entry<String, ColorScheme> reader :
                    Map.of("zh", ColorScheme.LIGHT, "en", ColorScheme.DARK).entrySet()) {
                Page page = open(in(reader.getKey(), path), 1280, reader.getValue());
                if (page == null) {
                    return;
                }
                violations(page).forEach(one -> found.add(reader.getKey() + " " + path + " " + one));
                picture(page, reader.getKey() + path.replaceAll("\\W+", "-"));
                page.context().close();
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void nothingIsWiderThanANarrowScreen() {
        for (String path : PAGES) {
            Page page = open(in("zh", path), 320, ColorScheme.LIGHT);
            if (page == null) {
                return;
            }
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("width of %s on a screen of 320 pixels", path)
                    .isLessThanOrEqualTo(320);
            page.context().close();
        }
    }

    @Test
    void keysAloneFindAConceptMarkItAndPlanAPathToIt() {
        Page page = open("/?lang=zh", 1280, ColorScheme.DARK);
        if (page == null) {
            return;
        }
        page.keyboard().press("/");
        Locator input = page.locator("dialog.palette input");
        assertThat(input.getAttribute("aria-expanded")).isNotNull();
        page.keyboard().type("zizhuyili");
        page.locator("dialog.palette [role=option]:has-text('自注意力')").first().waitFor();
        assertThat(violations(page)).isEmpty();
        picture(page, "palette");
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
        Page page = open("/topics?lang=en", 1280, ColorScheme.LIGHT);
        if (page == null) {
            return;
        }
        page.keyboard().press("?");
        Locator sheet = page.locator("dialog.sheet-of-keys");
        assertThat(sheet.isVisible()).isTrue();
        assertThat(violations(page)).isEmpty();
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
        Page page = open("/note/%E6%B3%A8%E6%84%8F%E5%8A%9B.md?lang=zh", 1280, ColorScheme.LIGHT);
        if (page == null || chromium == null) {
            return;
        }
        page.locator(".prose .katex-display").first().waitFor();
        assertThat(page.locator("h2 .katex").count()).isPositive();
        page.locator(".prose img").scrollIntoViewIfNeeded();
        page.waitForFunction("() => document.querySelector('.prose img').naturalWidth > 0");
        assertThat(chromium.complaints()).isEmpty();
        picture(page, "note-with-formulas");
        page.context().close();
    }
}
