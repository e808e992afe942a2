package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The map of all concepts in a real browser. */
class AtlasIT {
    @RegisterExtension
    final Browsing browsing = Browsing.theBundledNotes();

    private Page atlas(String query, int width, ColorScheme scheme) {
        Page page = browsing.open("/atlas?" + query, width, scheme);
        page.waitForFunction(
                "() => document.querySelector('#atlas-picture')?.dataset.near > 0",
                null,
                new Page.WaitForFunctionOptions()
                        .setTimeout(90_000)); // the map of a revision is made for who first asks
        return page;
    }

    private static Object data(Page page, String name) {
        return page.locator("#atlas-picture").getAttribute("data-" + name);
    }

    @Test
    void areasAreNamedOnTheMapAndBelowIt() {
        Page page = atlas("lang=zh", 1280, ColorScheme.LIGHT);
        assertThat(Integer.parseInt(String.valueOf(data(page, "areas")))).isGreaterThan(10);
        assertThat(page.locator(".atlas-name:visible").allInnerTexts()).contains("机器学习", "大语言模型");
        assertThat(page.locator("button.atlas-area").allInnerTexts()).anyMatch(area -> area.contains("神经网络"));
        assertThat(data(page, "level")).isEqualTo("areas");
        assertThat(data(page, "edges")).as("no edges from afar").isEqualTo("0");
        assertThat(browsing.violations(page)).isEmpty();
        browsing.picture(page, "zh-light");
    }

    @Test
    void searchFliesToBertAndOpensItsCardByKeysAlone() {
        Page page = atlas("lang=zh", 1280, ColorScheme.DARK);
        page.locator("#atlas-find").focus();
        page.keyboard().type("bert");
        page.locator(".atlas-bar [role=option]").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        Locator card = page.locator("#atlas-card");
        card.locator("h2:has-text('BERT')").waitFor();
        card.locator(".definition:has-text('Transformer')").waitFor();
        assertThat(card.locator("a").first().getAttribute("href")).startsWith("/concept/bert");
        page.waitForURL(url -> url.contains("at=bert") && url.contains("camera="));
        assertThat(data(page, "level")).isNotEqualTo("areas");
        page.waitForFunction("() => document.querySelector('#atlas-picture').dataset.edges > 0");
        assertThat(browsing.violations(page)).isEmpty();
        browsing.picture(page, "zh-dark");

        Page again = browsing.open(page.url().replaceFirst("^https?://[^/]+", ""));
        again.locator("#atlas-card h2:has-text('BERT')").waitFor();
        page.keyboard().press("Escape");
        assertThat(card.isVisible()).isFalse();
    }

    @Test
    void keysMoveZoomAndOpenWhatIsInTheMiddle() {
        Page page = atlas("lang=en", 1280, ColorScheme.LIGHT);
        page.locator("#atlas-picture").focus();
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("+");
        }
        page.keyboard().press("ArrowRight");
        page.waitForURL(url -> url.contains("camera="));
        page.keyboard().press("Enter");
        page.locator("#atlas-card h2").waitFor();
        assertThat(page.locator("#atlas-card h2").innerText()).isNotBlank();
        page.keyboard().press("Escape");
        page.locator("#atlas-picture").focus();
        page.keyboard().press("0");
        page.waitForURL(url -> !url.contains("camera="));
    }

    @Test
    void theHistoryHasLanesByArea() {
        Page page = atlas("lang=en", 1280, ColorScheme.LIGHT);
        page.locator("#atlas-view").selectOption("history");
        page.waitForFunction("() => document.querySelector('#atlas-picture').dataset.view === 'history'"
                + " && document.querySelector('#atlas-picture').dataset.near > 200");
        assertThat(page.locator(".atlas-name:visible").allInnerTexts()).contains("Machine Learning", "Transformer");
        page.waitForURL("**/atlas?**view=history**");
        browsing.picture(page, "en-light");
    }

    @Test
    void whatIsKnownShowsOnTheMap() {
        Page page = atlas("lang=zh", 1280, ColorScheme.LIGHT);
        page.evaluate("() => { localStorage.setItem('zhitu.known', '[\"softmax\",\"vector\"]');"
                + " localStorage.setItem('zhitu.marks', '{\"bert\":\"learning\"}') }");
        page.locator("#atlas-marks").selectOption("marks");
        page.waitForFunction("() => document.querySelector('#atlas-picture').dataset.marked === '3'");
        assertThat(page.locator(".atlas-signs").isVisible()).isTrue();
        browsing.picture(page, "marks");
    }

    @Test
    void theListsSayTheSameAndFitANarrowScreen() {
        Page page = atlas("lang=en", 320, ColorScheme.DARK);
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(320);
        assertThat(page.locator(".atlas-list").count()).isGreaterThan(14);
        assertThat(page.locator(".atlas-list a.concept[href*='/concept/bert']").count())
                .isPositive();
        browsing.picture(page, "en-narrow");
    }
}
