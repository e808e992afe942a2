package org.zhitu.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What holds for every page, whatever it shows. */
final class Manners {
    private Manners() {}

    static void check(Document page, String language) {
        assertThat(page.expectFirst("html").attr("lang")).isEqualTo(language);
        assertThat(page.title()).isNotBlank();
        assertThat(page.select("h1")).as("one h1").hasSize(1);
        assertThat(page.select("main#content")).as("the skip link's target").hasSize(1);
        assertThat(page.select("a.skip[href=#content]")).hasSize(1);
        assertThat(page.text()).as("every message is there").doesNotContain("??");
        headingsSkipNoLevel(page);
        idsAreUnique(page);
        controlsHaveNames(page);
        linksLeadSomewhere(page);
        nothingThatThePolicyForbids(page);
    }

    private static void headingsSkipNoLevel(Document page) {
        int level = 0;
        for (Element heading : page.select("h1,h2,h3,h4,h5,h6")) {
            int here = heading.tagName().charAt(1) - '0';
            assertThat(here).as("level of " + heading).isLessThanOrEqualTo(level + 1);
            level = here;
        }
    }

    private static void idsAreUnique(Document page) {
        Set<String> seen = new HashSet<>();
        for (Element element : page.select("[id]")) {
            assertThat(seen.add(element.id())).as("id once: " + element.id()).isTrue();
        }
        for (Element element : page.select("[aria-labelledby],[aria-describedby]")) {
            String ids = element.attr("aria-labelledby") + " " + element.attr("aria-describedby");
            for (String id : ids.strip().split(" +", -1)) {
                assertThat(seen).as(element.cssSelector()).contains(id);
            }
        }
    }

    private static void controlsHaveNames(Document page) {
        for (Element control : page.select("input:not([type=hidden]),select,textarea")) {
            boolean named = control.hasAttr("aria-label")
                    || control.closest("label") != null
                    || (control.hasAttr("id")
                            && !page.select("label[for=" + control.id() + "]").isEmpty());
            assertThat(named).as("a name for " + control.cssSelector()).isTrue();
        }
        for (Element link : page.select("a[href],button")) {
            assertThat(link.text() + link.attr("aria-label"))
                    .as("a name for " + link)
                    .isNotBlank();
        }
    }

    private static void linksLeadSomewhere(Document page) {
        for (Element link : page.select("a[href^=#]")) {
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.outerHtml())
                    .isNotNull();
        }
    }

    private static void nothingThatThePolicyForbids(Document page) {
        List<String> forbidden = new ArrayList<>();
        for (Element element : page.getAllElements()) {
            boolean data = element.attr("type").matches("application/(ld\\+)?json");
            if (element.is("style") || (element.is("script") && !element.hasAttr("src") && !data)) {
                forbidden.add(element.outerHtml());
            }
            for (Attribute attribute : element.attributes()) {
                if (attribute.getKey().equals("style") || attribute.getKey().startsWith("on")) {
                    forbidden.add(element.outerHtml());
                }
            }
            if (element.is("script,link[rel=stylesheet],img")
                    && (element.attr("src") + element.attr("href")).matches("(https?:)?//.*")) {
                forbidden.add(element.outerHtml());
            }
        }
        assertThat(forbidden).isEmpty();
    }
}
