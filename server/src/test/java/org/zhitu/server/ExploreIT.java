package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Document;

/** Walking the graph in a browser: nothing jumps, all of it by keyboard, every state an address. */
class ExploreIT {
    private static final String NODES = "svg.picture.live .node:not(.rest)";

    @RegisterExtension
    private final Browsing browser = Browsing.theBundledNotes();

    @Test
    void openingFoldingAndUndoingMoveNothing() {
        Page page = explore("concept=attention-mechanism&lang=zh");
        Map<String, String> first = places(page);
        node(page, "self-attention").click();
        page.keyboard().press("E");
        page.waitForFunction("count => document.querySelectorAll('" + NODES + "').length > count", first.size());
        Map<String, String> opened = places(page);
        assertThat(opened).containsAllEntriesOf(first);
        page.keyboard().press("Control+z");
        assertThat(places(page)).isEqualTo(first);
        page.keyboard().press("Control+Shift+z");
        assertThat(places(page)).isEqualTo(opened);
        page.keyboard().press("P");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.locator(".node.pinned").count()).isEqualTo(1);
        assertThat(page.url()).contains("pin:self-attention");
    }

    @Test
    void whatIsAroundIsCountedBeforeItIsOpenedAndComesInParts() {
        Page page = explore("concept=attention-mechanism&lang=en");
        node(page, "attention-mechanism").focus();
        page.keyboard().press("Home");
        page.keyboard().press("Enter");
        Locator menu = page.locator("[role=menu]");
        assertThat(menu.isVisible()).isTrue();
        browser.picture(page, "menu");
        assertThat(browser.violations(page)).isEmpty();
        page.keyboard().press("Escape");
        assertThat(menu.isVisible()).isFalse();
    }

    @Test
    void manyNeighboursComeTwelveAtATimeWhileWhatIsThereStays() {
        Page page = explore("concept=nltk&steps=open:nlp-toolkit:-broader&lang=en");
        Locator rest = page.locator("svg.picture.live .node.rest");
        rest.first().waitFor();
        int left = number(rest.first());
        assertThat(left)
                .as("more than a dozen toolkits besides NLTK, and a dozen shown")
                .isPositive();
        String id = String.valueOf(rest.first().getAttribute("data-id"));
        Map<String, String> first = places(page);
        rest.first().click();
        int came = Math.min(12, left);
        page.waitForFunction(
                "count => document.querySelectorAll('" + NODES + "').length === count", first.size() + came);
        assertThat(places(page)).containsAllEntriesOf(first);
        Locator same = page.locator("svg.picture.live .node.rest[data-id='" + id + "']");
        assertThat(same.count() == 0 ? 0 : number(same)).isEqualTo(left - came);
        assertThat(page.locator("svg.picture.live .node:focus").count()).isEqualTo(1);
    }

    /** The number in a box such as “+17 more”. */
    private static int number(Locator box) {
        return Integer.parseInt(String.valueOf(box.textContent()).replaceAll("[^0-9]", ""));
    }

    @Test
    void findExpandAndPlanByKeyboardAlone() {
        Page page = browser.open("/explore?lang=zh");
        page.locator("#concept").focus();
        page.keyboard().type("自注意力");
        page.locator("[role=option]").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        page.waitForURL("**/explore?concept=**");
        page.locator(NODES).first().waitFor();
        int before = page.locator(NODES).count();
        Keyboard keyboard = page.keyboard();
        for (int tab = 0;
                tab < 60 && page.locator("svg.picture.live .node:focus").count() == 0;
                tab++) {
            keyboard.press("Tab");
        }
        assertThat(page.locator("svg.picture.live .node:focus").count()).isEqualTo(1);
        keyboard.press("ArrowRight");
        assertThat(page.locator("#live").textContent()).isNotBlank();
        keyboard.press("E");
        page.waitForFunction("count => document.querySelectorAll('" + NODES + "').length > count", before);
        keyboard.press("Enter");
        keyboard.press("End");
        keyboard.press("Enter");
        page.waitForURL("**/path?goal=**");
        assertThat(page.locator("#plan ol.steps > li").count()).isPositive();
    }

    @Test
    void aWayBetweenTwoConceptsIsShownAndSaidAndItsAddressShowsItAgain() {
        Page page = explore("concept=bert&lang=zh&steps=way:bert:softmax:0");
        page.locator(".inspector ol.sentences > li").first().waitFor();
        assertThat(page.locator(".node.way").count()).isGreaterThanOrEqualTo(2);
        assertThat(node(page, "softmax").count()).isEqualTo(1);
        Map<String, String> shown = places(page);
        browser.picture(page, "way");
        page.reload();
        page.locator(".inspector ol.sentences > li").first().waitFor();
        assertThat(places(page)).isEqualTo(shown);
    }

    @Test
    void anAddressRestoresOpeningsFoldsPinsFiltersAndSelection() {
        Page page = explore(
                "concept=attention-mechanism&depth=2&lang=zh&hide=kind.task,relation.related&at=self-attention"
                        + "&steps=open:self-attention,pin:self-attention:40:700,open:self-attention:-prerequisite,fold:transformer");
        Map<String, String> shown = places(page);
        assertThat(shown).containsEntry("self-attention", "translate(40 700)");
        assertThat(page.locator(".node.kind-task").count()).isZero();
        assertThat(page.locator(".node.selected").getAttribute("data-id")).isEqualTo("self-attention");
        assertThat(page.locator("#tree [aria-selected=true]").getAttribute("data-slug"))
                .isEqualTo("self-attention");
        String address = page.url();
        page.navigate(address);
        page.locator(NODES).first().waitFor();
        assertThat(places(page)).isEqualTo(shown);
        assertThat(page.url()).isEqualTo(address);
    }

    @Test
    void theTreeAndThePictureShareTheirSelection() {
        Page page = explore("concept=bert&lang=en");
        Locator item = page.locator("#tree [data-slug=wordpiece] > .row");
        item.click();
        assertThat(page.locator(".node.selected").getAttribute("data-id")).isEqualTo("wordpiece");
        node(page, "bert").click();
        assertThat(page.locator("#tree [aria-selected=true]").getAttribute("data-slug"))
                .isEqualTo("bert");
    }

    @Test
    void thePictureIsSavedAsSvgAndPng() throws Exception {
        Page page = browser.open("/explore?concept=bert&lang=zh", 1280, ColorScheme.DARK);
        page.locator(NODES).first().waitFor();
        Download svg = page.waitForDownload(
                () -> page.locator(".toolbar button:text-is('SVG')").click());
        assertThat(svg.suggestedFilename()).isEqualTo("bert.svg");
        Document read;
        try (var in = Files.newInputStream(svg.path())) {
            read = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
        assertThat(read.getDocumentElement().getTextContent()).contains("BERT");
        assertThat(Files.readString(svg.path())).doesNotContain("var(", "http://localhost", "<style", "tabindex");
        Download png = page.waitForDownload(
                () -> page.locator(".toolbar button:text-is('PNG')").click());
        assertThat(png.suggestedFilename()).isEqualTo("bert.png");
        assertThat(width(png)).isGreaterThan(500);
    }

    private static int width(Download png) throws IOException {
        try (var in = Files.newInputStream(png.path())) {
            return ImageIO.read(in).getWidth();
        }
    }

    @Test
    void axeFindsNothingWithScript() {
        for (String language : new String[] {"zh", "en"}) {
            Page page = explore("concept=bert&lang=" + language);
            assertThat(browser.violations(page)).as(language).isEmpty();
            browser.picture(page, language);
        }
    }

    private Page explore(String query) {
        Page page = browser.open("/explore?" + query);
        page.locator(NODES).first().waitFor();
        return page;
    }

    private static Locator node(Page page, String slug) {
        return page.locator("svg.picture.live .node[data-id='" + slug + "']");
    }

    private static Map<String, String> places(Page page) {
        Map<String, String> places = new TreeMap<>();
        for (Locator node : page.locator(NODES).all()) {
            places.put(String.valueOf(node.getAttribute("data-id")), String.valueOf(node.getAttribute("transform")));
        }
        return places;
    }
}
