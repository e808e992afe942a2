package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person does in the first evening, in a real browser against the packaged program. */
class EveningIT {
    @RegisterExtension
    static final Browsing browser = Browsing.theBundledNotes();

    @Test
    void searchingForAttentionInChineseLeadsToItsPage() {
        Page page = browser.open("/?lang=zh", 1280, ColorScheme.LIGHT);
        browser.picture(page, "start");
        page.locator("#find").pressSequentially("注意力");
        Locator options = page.locator("[role=option]");
        options.first().waitFor();
        assertThat(options.first().innerText()).contains("注意力");
        assertThat(options.count()).isGreaterThan(2);
        browser.picture(page, "suggestions");
        page.locator("#find").press("ArrowDown");
        page.locator("#find").press("Enter");
        page.waitForURL("**/concept/**");
        assertThat(page.locator("h1").innerText()).contains("注意力机制");
        assertThat(page.locator("html").getAttribute("lang")).startsWith("zh");
        assertThat(page.locator("svg.picture").count()).isPositive();
        browser.picture(page, "concept");
    }

    @Test
    void expandingAConceptMovesNothingThatIsOnTheScreen() {
        Page page = browser.open("/explore?concept=attention-mechanism&lang=zh", 1280, ColorScheme.LIGHT);
        page.locator("svg.picture.live .node:not(.rest)").first().waitFor();
        Map<String, String> before = places(page);
        assertThat(before).containsKey("attention-mechanism").hasSizeGreaterThan(3);
        page.locator("svg.picture.live [data-id='self-attention']").first().click();
        page.keyboard().press("E");
        page.waitForFunction(
                "count => document.querySelectorAll('svg.picture.live .node:not(.rest)').length > count",
                before.size());
        assertThat(places(page)).hasSizeGreaterThan(before.size()).containsAllEntriesOf(before);
        assertThat(page.url()).contains("self-attention");
        assertThat(page.locator("#twin tbody tr").count()).isPositive();
        browser.picture(page, "expanded");
    }

    @Test
    void aPathToBertGivesEachStepAReason() {
        Page page = browser.open("/path?lang=zh", 1280, ColorScheme.DARK);
        page.locator("#goal").fill("BERT");
        page.locator("#goal").press("Escape");
        page.locator("#path-form button[type=submit]").click();
        page.locator("#plan ol.steps > li").first().waitFor();
        Locator steps = page.locator("#plan ol.steps > li");
        assertThat(steps.count()).isGreaterThan(10);
        assertThat(steps.last().locator("h3").innerText()).contains("BERT");
        assertThat(page.locator("#plan ol.steps > li:not(:last-child) ul.because")
                        .count())
                .isEqualTo(steps.count() - 1);
        browser.picture(page, "path");
    }

    @Test
    void aQueryWrittenInTheEditorShowsItsRows() {
        Page page = browser.open("/sparql?lang=zh", 1280, ColorScheme.LIGHT);
        page.locator(".CodeMirror").first().waitFor();
        page.locator("button.examples").press("Enter");
        page.locator("dialog.exampledialog .preview td").first().waitFor();
        page.keyboard().press("Enter");
        page.locator(".tableview tbody tr").first().waitFor();
        assertThat(page.locator(".tableview tbody tr").count()).isPositive();
        browser.picture(page, "sparql");
    }

    @Test
    void pagesFitANarrowScreenInEnglishAndDark() {
        for (String path : List.of(
                "/", "/concept/bert", "/path?goal=bert", "/explore?concept=bert", "/sparql", "/topics", "/questions")) {
            Page page = browser.open(path + (path.contains("?") ? "&" : "?") + "lang=en", 320, ColorScheme.DARK);
            assertThat(page.locator("h1").count()).as(path).isOne();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .as("width of %s on a screen of 320 pixels", path)
                    .isLessThanOrEqualTo(320);
            browser.picture(page, "narrow" + path.replaceAll("\\W+", "-"));
            page.context().close();
        }
    }

    private static Map<String, String> places(Page page) {
        Map<String, String> places = new TreeMap<>();
        for (Locator node : page.locator("svg.picture.live .node:not(.rest)").all()) {
            places.put(String.valueOf(node.getAttribute("data-id")), String.valueOf(node.getAttribute("transform")));
        }
        return places;
    }
}
