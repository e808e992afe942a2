package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a learner does who plans, compares, looks for gaps and is placed; by keys alone. */
class StudyIT {
    private static final int FARTHEST = 600;

    @RegisterExtension
    private final Browsing browser = Browsing.theBundledNotes();

    /** Presses Tab until the focus is on what a selector means. */
    private static void tabTo(Page page, String selector) {
        for (int presses = 0; presses < FARTHEST; presses++) {
            Object there = page.evaluate("selector => document.activeElement?.matches(selector) ?? false", selector);
            if (Boolean.TRUE.equals(there)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Tab never reaches " + selector);
    }

    private static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    @Test
    void aPlanWithADeadlineIsBentToTheLearnersWillAndWarns() {
        Page page = browser.open("/path?goal=self-attention&lang=zh");
        tabTo(page, "#hours");
        page.keyboard().type("1");
        tabTo(page, "#start");
        page.keyboard().type("09072026");
        tabTo(page, "#deadline");
        page.keyboard().type("09202026");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*hours-per-week=1&start=2026-09-07&deadline=2026-09-20.*"));
        assertThat(page.locator(".verdict.over").innerText()).contains("时间不够", "先略去");
        assertThat(page.locator(".weeks > li").count()).isGreaterThan(2);

        press(page, "#step-softmax button[name=leave]");
        page.locator(".skipped").waitFor();
        assertThat(page.url()).contains("skip=softmax");
        assertThat(page.locator("#step-softmax").count()).isZero();
        assertThat(page.locator(".warnings").first().innerText()).contains("Softmax", "略去了它");

        tabTo(page, "#step-self-attention h3 a");
        page.keyboard().press("Alt+ArrowUp");
        page.waitForURL(Pattern.compile(".*order=.*"));
        Locator steps = page.locator("#plan ol.steps > li");
        assertThat(steps.last().getAttribute("data-step")).isNotEqualTo("self-attention");
        assertThat(page.locator("#step-self-attention .warnings").innerText()).contains("排在了后面");
        assertThat(page.locator("#plan [data-step] :focus").count())
                .as("the focus stays with the step")
                .isOne();
        String shared = page.url();
        browser.picture(page, "path");

        Page other = browser.open(shared.substring(shared.indexOf("/path")));
        assertThat(other.locator("#plan ol.steps > li h3").allInnerTexts())
                .as("the address is the whole plan")
                .isEqualTo(page.locator("#plan ol.steps > li h3").allInnerTexts());
    }

    @Test
    void suggestionsNeverStandBetweenTheLearnerAndTheButton() {
        Page page = browser.open("/path?lang=zh");
        Locator list = page.locator("#goal + .suggestions");
        page.locator("#goal").pressSequentially("注意力");
        list.locator("[role=option]").first().waitFor();
        browser.picture(page, "suggestions");
        tabTo(page, "#hours");
        assertThat(list.isVisible()).as("open once the focus has left").isFalse();

        page.locator("#goal").fill("自注意力");
        list.locator("[role=option]").first().click();
        assertThat(list.isVisible()).as("open after a choice").isFalse();

        page.locator("#goal").fill("自注意力");
        list.locator("[role=option]").first().waitFor();
        page.locator("#path-form button.primary").click();
        page.locator("#plan ol.steps > li").first().waitFor();
    }

    @Test
    void twoConceptsAreComparedAndExplained() {
        Page page = browser.open("/compare?lang=zh");
        tabTo(page, "#a");
        page.keyboard().type("BERT");
        page.keyboard().press("Escape");
        tabTo(page, "#b");
        page.keyboard().type("GPT");
        page.keyboard().press("Escape");
        press(page, "main form button.primary");
        page.locator(".explanations").waitFor();
        assertThat(page.locator(".explanations > li").count()).isEqualTo(3);
        assertThat(page.locator(".sides .shared li").count()).isPositive();
        browser.picture(page, "compare");
    }

    @Test
    void theQueryBehindAGapShowsItsRows() {
        Page page = browser.open("/gaps?lang=zh");
        press(page, "[aria-labelledby=stubs] .query summary");
        press(page, "[aria-labelledby=stubs] a.run");
        page.waitForURL("**/sparql?**");
        page.locator(".yasqe .CodeMirror").first().waitFor();
        page.locator(".CodeMirror textarea").first().focus();
        page.keyboard().press("Control+Enter");
        page.locator(".tableview tbody tr").first().waitFor();
        assertThat(page.locator(".tableview tbody tr").count()).isPositive();
    }

    @Test
    void aPlacementEndsInMarksAndAPlan() {
        Page page = browser.open("/placement?goal=self-attention&lang=zh");
        for (int screen = 1; page.locator(".asked").count() > 0; screen++) {
            assertThat(screen).isLessThanOrEqualTo(12);
            int asked = page.locator(".asked fieldset").count();
            for (int one = 1; one <= asked; one++) {
                tabTo(page, ".asked fieldset:nth-child(" + one + ") input");
                page.keyboard().press("Space");
            }
            String before = page.locator("#where").innerText();
            press(page, "button[name=next]");
            page.waitForFunction("before => document.querySelector('#where')?.innerText !== before", before);
        }
        assertThat(page.locator(".stand-known.tile").count()).isPositive();
        browser.picture(page, "placed");
        press(page, "[data-tile=softmax] summary");
        press(page, "[data-tile=softmax] button[value='softmax:no']");
        page.locator("[data-tile=softmax].stand-ready, [data-tile=softmax].stand-later")
                .waitFor();
        press(page, "[data-take]");
        assertThat(String.valueOf(page.evaluate("() => localStorage.getItem('zhitu.known')")))
                .contains("\"probability\"")
                .doesNotContain("softmax", "self-attention");
        press(page, "#placement a.primary");
        page.waitForURL("**/path?**");
        page.locator("#plan ol.steps > li").first().waitFor();
        assertThat(page.locator("#step-softmax").count()).isOne();
        assertThat(page.locator("#step-probability").count()).isZero();
    }

    @Test
    void marksAreShownInEveryListAndPicture() {
        Page page = browser.open("/concept/transformer?lang=zh");
        page.locator("#mark").selectOption("later");
        Locator centre = page.locator(".mini [data-box=transformer]");
        assertThat(centre.locator(".sign").count()).as("a sign in the picture").isOne();
        assertThat(centre.getAttribute("class")).contains("mark-later");
        page.locator("#mark").selectOption("none");
        assertThat(centre.locator(".sign").count()).isZero();
        page.locator("#mark").selectOption("learning");

        page.navigate(browser.address()
                .resolve("/explore?concept=self-attention&lang=zh")
                .toString());
        Locator row = page.locator("tr.near a[href^='/concept/transformer']");
        row.first().waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        assertThat(row.first().getAttribute("data-mark")).isEqualTo("learning");

        page.navigate(browser.address()
                .resolve("/path?goal=bert&hours-per-week=5&start=2026-09-07&lang=zh")
                .toString());
        assertThat(page.locator(".weeks a[href='#step-transformer'] .how-far").count())
                .as("in the weeks")
                .isPositive();
        assertThat(page.locator(".because a[href='#step-transformer'] .how-far").count())
                .as("in the reasons")
                .isPositive();
        page.navigate(browser.address().resolve("/path?lang=zh").toString());
        assertThat(page.locator("a[data-concept=transformer] .how-far").count())
                .as("among the topics")
                .isOne();
    }
}
