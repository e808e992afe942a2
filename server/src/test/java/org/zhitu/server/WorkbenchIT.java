package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The query workbench in a browser: by keyboard, in both languages, light and dark. */
class WorkbenchIT {
    @RegisterExtension
    final Browsing browsing = Browsing.theBundledNotes();

    private static String address(String query, String rest) {
        return "/sparql?query=" + TestServer.encode(query) + rest;
    }

    private static void write(Page page, String query) {
        page.locator(".CodeMirror").evaluate("(editor, query) => editor.CodeMirror.setValue(query)", query);
    }

    private static String written(Page page) {
        return (String) page.locator(".CodeMirror").evaluate("editor => editor.CodeMirror.getValue()");
    }

    private static Locator rows(Page page) {
        return page.locator(".tableview tbody tr");
    }

    @Test
    void anExampleIsFoundLookedAtAndRunByKeyboard() {
        Page page = browsing.open("/sparql?lang=zh", 1280, ColorScheme.DARK);
        page.locator("button.examples").focus();
        page.keyboard().press("Enter");
        page.locator("dialog.exampledialog .preview td").first().waitFor();
        page.keyboard().type("没有答案");
        Locator option = page.locator("dialog.exampledialog [role=option][aria-selected=true]");
        assertThat(option.textContent()).contains("没有答案");
        page.locator("dialog.exampledialog .preview pre").waitFor();
        assertThat(browsing.violations(page)).isEmpty();
        browsing.picture(page, "examples");
        page.keyboard().press("Enter");
        page.locator("dialog.exampledialog")
                .waitFor(new Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN));
        page.locator(".tableview").waitFor();
        assertThat(written(page)).contains("zt:answered");
        assertThat(page.locator(".status").textContent()).contains("行").contains("毫秒");
        assertThat(page.url()).contains("/sparql?query=");
        assertThat(browsing.violations(page)).isEmpty();
        browsing.picture(page, "results");
    }

    @Test
    void completionOffersConceptsAndPropertiesByTheirLabels() {
        Page page = browsing.open("/sparql?lang=zh", 1280, ColorScheme.LIGHT);
        page.locator(".CodeMirror").waitFor();
        write(page, "");
        page.locator(".CodeMirror").click();
        page.keyboard().insertText("SELECT * WHERE { ?x ?p ");
        page.keyboard().insertText("注意力");
        page.locator(".CodeMirror-hint:has-text('c:attention-mechanism')").waitFor();
        browsing.picture(page, "hints");
        page.keyboard().press("Enter");
        assertThat(written(page))
                .contains("PREFIX c: <https://w3id.org/zhitu/id/concept/>")
                .contains("?x ?p c:");

        write(page, "");
        page.locator(".CodeMirror").click();
        page.keyboard().insertText("SELECT * WHERE { ?x ");
        page.keyboard().insertText("先修");
        page.locator(".CodeMirror-hint:has-text('zt:prerequisite')").first().waitFor();
        page.keyboard().press("Escape");

        page.keyboard().press("Escape");
        assertThat(page.locator("button.run").evaluate("button => button === document.activeElement"))
                .as("Esc leaves the editor")
                .isEqualTo(true);
    }

    @Test
    void rowsAreSortedFilteredAndShowLabelsWhoseIrisCanBeCopied() {
        Page page = browsing.open(address("""
                        PREFIX zt: <https://w3id.org/zhitu/ontology#>
                        SELECT ?concept (COUNT(?before) AS ?n) { ?concept zt:prerequisite ?before }
                        GROUP BY ?concept ORDER BY ?concept LIMIT 300""", "&lang=zh"), 1280, ColorScheme.LIGHT);
        rows(page).first().waitFor();
        assertThat(rows(page).count()).isEqualTo(100);
        Locator head = page.locator(".tableview th:has-text('n') button").last();
        head.click();
        assertThat(page.locator(".tableview th[aria-sort=ascending]").count()).isEqualTo(1);
        page.locator(".tableview th[aria-sort=ascending] button").click();
        List<Integer> counts = page.locator(".tableview tbody td:nth-child(3)").allTextContents().stream()
                .map(Integer::valueOf)
                .toList();
        assertThat(counts).isSortedAccordingTo((a, b) -> Integer.compare(b, a)).hasSizeGreaterThan(10);
        page.locator(".tableview input").fill("注意力");
        assertThat(rows(page).first().textContent()).contains("注意力");
        Locator link = page.locator(".tableview tbody a").first();
        assertThat(link.getAttribute("href")).startsWith("/concept/").endsWith("lang=zh");
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        page.locator(".tableview button.copy").first().click();
        page.locator("button.copy.done").waitFor();
        assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
                .startsWith("https://w3id.org/zhitu/id/concept/");
        assertThat(browsing.violations(page)).isEmpty();
    }

    @Test
    void theAddressRestoresQueryAndViewAndAConstructIsDrawnAsAGraph() {
        String query = """
                PREFIX c: <https://w3id.org/zhitu/id/concept/>
                PREFIX zt: <https://w3id.org/zhitu/ontology#>
                CONSTRUCT { ?from zt:prerequisite ?to . ?from a ?kind }
                WHERE { c:softmax zt:prerequisite* ?from . ?from zt:prerequisite ?to ; a ?kind }""";
        Page page = browsing.open(address(query, "&view=graph&lang=en"), 1280, ColorScheme.DARK);
        page.locator(".graphview .node").first().waitFor();
        assertThat(written(page)).isEqualTo(query);
        assertThat(page.locator(".graphview .node").allTextContents())
                .anySatisfy(text -> assertThat(text).containsIgnoringCase("softmax"));
        assertThat(browsing.violations(page)).isEmpty();
        browsing.picture(page, "graph");
        page.locator(".views [data-view=raw]").click();
        page.locator("pre.raw:has-text('zt:prerequisite')").waitFor();
        assertThat(page.url()).contains("view=raw");
        Download saved =
                page.waitForDownload(() -> page.locator(".download button").click());
        assertThat(saved.suggestedFilename()).isEqualTo("zhitu.ttl");
        assertThat(saved.path())
                .satisfies(path -> assertThat(Files.readString(path)).contains("zt:prerequisite"));
    }

    @Test
    void countsAreDrawnAsAChartAndPairsAsATreeThatKeysWalk() {
        Page page = browsing.open(
                address("SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY DESC(?n)", "&view=chart&lang=zh"),
                1280,
                ColorScheme.DARK);
        page.locator(".chart .bar").first().waitFor();
        assertThat(page.locator(".chart").textContent()).contains("先修");
        browsing.picture(page, "chart");

        write(page, """
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?child ?parent { ?child skos:broader ?parent }""");
        page.locator(".CodeMirror textarea").focus();
        page.keyboard().press("Control+Enter");
        page.locator(".tableview").waitFor(); // no chart can be made of these
        page.locator(".views [data-view=tree]").click();
        Locator first = page.locator("[role=treeitem]").first();
        first.waitFor();
        first.focus();
        page.keyboard().press("ArrowRight");
        assertThat(first.getAttribute("aria-expanded")).isEqualTo("true");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowLeft");
        page.keyboard().press("ArrowLeft");
        assertThat(first.getAttribute("aria-expanded")).isEqualTo("false");
        assertThat(browsing.violations(page)).isEmpty();
        browsing.picture(page, "tree");
    }

    @Test
    void whatIsCutIsSaidAndWhatTakesLongIsCancelled() {
        Page page = browsing.open(address("SELECT * { ?s ?p ?o }", "&lang=zh"), 1280, ColorScheme.LIGHT);
        page.locator(".notice.cut").waitFor();
        assertThat(page.locator(".notice.cut").textContent()).contains("10,000").contains("截断");
        assertThat(page.locator(".status").textContent()).contains("10,000 行");

        write(page, "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f }");
        page.locator("button.run").click();
        page.locator("button.cancel").click();
        page.locator(".status:has-text('已取消')").waitFor();

        write(page, "SELECT * {\n  ?s ?p\n}");
        page.locator("button.run").click();
        page.locator(".status.failed").waitFor();
        page.locator(".status button").click();
        assertThat(page.locator(".CodeMirror").evaluate("editor => editor.CodeMirror.getCursor().line"))
                .isEqualTo(2);
        browsing.complaints(); // the browser tells of the refusal on its console
    }

    @Test
    void tabsAreKeptInTheBrowser() {
        Page page = browsing.open("/sparql?lang=zh", 1280, ColorScheme.LIGHT);
        page.locator(".CodeMirror").waitFor();
        page.locator(".tabtools button").first().click();
        write(page, "# 我的查询\nASK { ?s ?p ?o }");
        page.locator("button.run").click();
        page.locator(".truth").waitFor();
        assertThat(page.locator(".truth").textContent()).isEqualTo("是");
        page.reload();
        page.locator(".CodeMirror").waitFor();
        assertThat(page.locator(".querytabs [role=tab]").allTextContents())
                .hasSize(2)
                .contains("我的查询");
        assertThat(written(page)).contains("ASK");
        page.locator(".querytabs [aria-selected=true]").focus();
        page.keyboard().press("Delete");
        assertThat(page.locator(".querytabs [role=tab]").count()).isEqualTo(1);
    }

    @Test
    void theTourGoesOverRealPagesByKeyboard() {
        Page page = browsing.open("/?lang=zh", 1280, ColorScheme.LIGHT);
        page.locator("#offer-tour a").click();
        page.waitForURL("**tour=1**");
        List<String> paths = List.of("/", "/concept/", "/concept/", "/explore", "/path", "/sparql");
        for (int step = 1; step <= paths.size(); step++) {
            Locator box = page.locator(".tour:has-text('第 " + step + " 步')");
            box.waitFor();
            assertThat(java.net.URI.create(page.url()).getPath()).startsWith(paths.get(step - 1));
            assertThat(page.locator("#tour-title").evaluate("title => title === document.activeElement"))
                    .isEqualTo(true);
            assertThat(browsing.violations(page)).as("step %d", step).isEmpty();
            browsing.picture(page, "step-" + step);
            if (step < paths.size()) {
                page.keyboard().press("Tab");
                if (step > 1) {
                    page.keyboard().press("Tab");
                }
                page.keyboard().press("Enter");
            }
        }
        page.keyboard().press("Escape");
        assertThat(page.locator(".tour").count()).isZero();
        assertThat(page.url()).doesNotContain("tour=");
        page.navigate(browsing.address() + "?lang=zh");
        assertThat(page.locator("#offer-tour").isVisible()).isFalse();
    }
}
