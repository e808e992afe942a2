package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pictures under fingers, on a phone: tapped, dragged, pinched. */
class TouchIT {
    @RegisterExtension
    private final Browsing browser = Browsing.theBundledNotes();

    @Test
    void aTapSelectsASecondOneOffersWhatCanBeDone() {
        Page page = explore("/explore?concept=self-attention&lang=zh");
        Locator node = page.locator("svg.picture.live .node[data-id='attention-mechanism']");
        node.tap();
        assertThat(page.locator(".node.selected").getAttribute("data-id")).isEqualTo("attention-mechanism");
        assertThat(page.locator("[role=menu]:visible").count()).isZero();
        node.tap();
        page.locator("[role=menu]").waitFor();
        browser.picture(page, "menu");
        page.locator("[role=menuitem]").first().tap();
        page.locator("[role=menu]").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
    }

    @Test
    void aLineThatIsTappedTellsWhereItComesFrom() {
        Page page = explore("/explore?concept=self-attention&lang=zh");
        page.locator("svg.picture.live [data-edge]").first().dispatchEvent("click");
        page.locator(".tip .said").first().waitFor();
        assertThat(page.locator(".tip .said").first().innerText()).isNotBlank();
    }

    @Test
    void oneFingerMovesThePictureAndTwoMakeItLarger() {
        Page page = explore("/explore?concept=attention-mechanism&lang=en");
        Locator picture = page.locator("svg.picture.live");
        picture.scrollIntoViewIfNeeded();
        double[] first = viewBox(picture);
        fingers(page, picture, new double[][] {{0.5, 0.96, 0.5, 0.70}});
        double[] moved = viewBox(picture);
        assertThat(moved[1]).as("moved up").isGreaterThan(first[1]);
        assertThat(moved[2]).as("as large as before").isEqualTo(first[2]);
        fingers(page, picture, new double[][] {{0.45, 0.5, 0.2, 0.5}, {0.55, 0.5, 0.8, 0.5}});
        assertThat(viewBox(picture)[2]).as("larger, so less of it is seen").isLessThan(moved[2] / 2);
        page.waitForURL(url -> url.contains("look="));
    }

    @Test
    void theMapGrowsUnderTwoFingers() {
        Page page = browser.openOnPhone("/atlas?lang=zh&at=bert");
        page.locator("#atlas-card h2:has-text('BERT')").waitFor();
        page.waitForFunction("() => document.querySelector('#atlas-picture').dataset.near > 0");
        Locator map = page.locator("#atlas-picture");
        map.scrollIntoViewIfNeeded();
        fingers(page, map, new double[][] {{0.4, 0.7, 0.2, 0.7}, {0.6, 0.7, 0.8, 0.7}});
        page.waitForURL(url -> url.contains("camera="));
        browser.picture(page, "atlas");
        assertThat(page.evaluate("() => document.documentElement.scrollWidth")).isEqualTo(390);
    }

    private Page explore(String path) {
        Page page = browser.openOnPhone(path);
        page.locator("svg.picture.live .node").first().waitFor();
        return page;
    }

    private static double[] viewBox(Locator picture) {
        String[] parts = String.valueOf(picture.getAttribute("viewBox")).split(" ", -1);
        double[] box = new double[parts.length];
        for (int i = 0; i < box.length; i++) {
            box[i] = Double.parseDouble(parts[i]);
        }
        return box;
    }

    /** Puts fingers down on parts of an element, each from one place to another in ten moves, and lifts them. */
    private static void fingers(Page page, Locator on, double[][] ways) {
        BoundingBox box = on.boundingBox();
        CDPSession session = page.context().newCDPSession(page);
        for (int move = 0; move <= 10; move++) {
            JsonArray points = new JsonArray();
            for (int finger = 0; finger < ways.length; finger++) {
                double[] way = ways[finger];
                double part = move / 10.0;
                JsonObject point = new JsonObject();
                point.addProperty("id", finger);
                point.addProperty("x", box.x + box.width * (way[0] + (way[2] - way[0]) * part));
                point.addProperty("y", box.y + box.height * (way[1] + (way[3] - way[1]) * part));
                points.add(point);
            }
            touch(session, move == 0 ? "touchStart" : "touchMove", points);
        }
        touch(session, "touchEnd", new JsonArray());
        session.detach();
    }

    private static void touch(CDPSession session, String type, JsonArray points) {
        JsonObject event = new JsonObject();
        event.addProperty("type", type);
        event.add("touchPoints", points);
        session.send("Input.dispatchTouchEvent", event);
    }
}
