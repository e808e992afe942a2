package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What a person does in the first evening, in a real browser against the packaged program. */
class EveningIT {
    private static final Path PICTURES = Path.of("target", "screenshots");

    @TempDir
    static Path data;

    private static @Nullable RunningProgram program;
    private static @Nullable Chromium chromium;

    private @Nullable BrowserContext context;
    private String name = "";

    @BeforeAll
    static void start() throws IOException {
        Optional<Chromium> started = Chromium.start("the evening in a browser");
        if (started.isEmpty()) {
            return;
        }
        chromium = started.get();
        program = RunningProgram.serve(data);
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

    @BeforeEach
    void name(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        if (context != null) {
            context.close();
        }
        if (chromium != null) {
            assertThat(chromium.complaints()).isEmpty();
        }
    }

    @Test
    void searchingForAttentionInChineseLeadsToItsPage() {
        Page page = open("/?lang=zh", 1280, ColorScheme.LIGHT);
        if (page == null) {
            return;
        }
        picture(page, "start");
        page.locator("#find").pressSequentially("注意力");
        Locator options = page.locator("[role=option]");
        options.first().waitFor();
        assertThat(options.first().innerText()).contains("注意力");
        assertThat(options.count()).isGreaterThan(2);
        picture(page, "suggestions");
        page.locator("#find").press("ArrowDown");
        page.locator("#find").press("Enter");
        page.waitForURL("**/concept/**");
        assertThat(page.locator("h1").innerText()).contains("注意力机制");
        assertThat(page.locator("html").getAttribute("lang")).startsWith("zh");
        assertThat(page.locator("svg.picture").count()).isPositive();
        picture(page, "concept");
    }

    @Test
    void expandingAConceptMovesNothingThatIsOnTheScreen() {
        Page page = open("/explore?concept=attention-mechanism&lang=zh", 1280, ColorScheme.LIGHT);
        if (page == null) {
            return;
        }
        page.locator("svg.picture.live [data-slug]").first().waitFor();
        Map<String, String> before = places(page);
        assertThat(before).containsKey("attention-mechanism").hasSizeGreaterThan(3);
        page.locator("svg.picture.live [data-slug='self-attention']").first().click();
        page.keyboard().press("Enter");
        page.waitForFunction(
                "count => document.querySelectorAll('svg.picture.live [data-slug]').length > count", before.size());
        assertThat(places(page)).hasSizeGreaterThan(before.size()).containsAllEntriesOf(before);
        assertThat(page.url()).contains("self-attention");
        assertThat(page.locator("#twin tbody tr").count()).isPositive();
        picture(page, "expanded");
    }

    @Test
    void aPathToBertGivesEachStepAReason() {
        Page page = open("/path?lang=zh", 1280, ColorScheme.DARK);
        if (page == null) {
            return;
        }
        page.locator("#goal").fill("BERT");
        page.locator("#path-form button[type=submit]").click();
        page.locator("#plan ol.steps > li").first().waitFor();
        Locator steps = page.locator("#plan ol.steps > li");
        assertThat(steps.count()).isGreaterThan(10);
        assertThat(steps.last().locator("h3").innerText()).contains("BERT");
        assertThat(page.locator("#plan ol.steps > li:not(:last-child) ul.because")
                        .count())
                .isEqualTo(steps.count() - 1);
        picture(page, "path");
    }

    @Test
    void aQueryWrittenInTheEditorShowsItsRows() {
        Page page = open("/sparql?lang=zh", 1280, ColorScheme.LIGHT);
        if (page == null) {
            return;
        }
        page.locator(".yasqe .CodeMirror").first().waitFor();
        page.locator("a[data-query]").first().click();
        page.locator(".yasr table tbody tr").first().waitFor();
        assertThat(page.locator(".yasr table tbody tr").count()).isPositive();
        picture(page, "sparql");
    }

    @Test
    void pagesFitANarrowScreenInEnglishAndDark() {
        for (String path : List.of(
                "/", "/concept/bert", "/path?goal=bert", "/explore?concept=bert", "/sparql", "/topics", "/questions")) {
            Page page = open(path + (path.contains("?") ? "&" : "?") + "lang=en", 320, ColorScheme.DARK);
            if (page == null) {
                return;
            }
            assertThat(page.locator("h1").count()).as(path).isOne();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("width of %s on a screen of 320 pixels", path)
                    .isLessThanOrEqualTo(320);
            picture(page, "narrow" + path.replaceAll("\\W+", "-"));
            page.context().close();
        }
    }

    private @Nullable Page open(String path, int width, ColorScheme scheme) {
        if (chromium == null || program == null) {
            return null;
        }
        Page page = chromium.open(program.address(), path, width, scheme);
        context = page.context();
        return page;
    }

    private static Map<String, String> places(Page page) {
        Map<String, String> places = new TreeMap<>();
        for (Locator node : page.locator("svg.picture.live [data-slug]").all()) {
            places.put(String.valueOf(node.getAttribute("data-slug")), String.valueOf(node.getAttribute("transform")));
        }
        return places;
    }

    private void picture(Page page, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + "-" + what + ".png"))
                .setFullPage(true));
    }
}
