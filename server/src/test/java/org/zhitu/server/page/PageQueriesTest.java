package org.zhitu.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhitu.ontology.Iris;
import org.zhitu.server.TestServer;

/** Whether the query that a page links to gives the rows that the page shows. */
class PageQueriesTest {
    private static final String BASE = "https://w3id.org/zhitu/id";

    @RegisterExtension
    static final TestServer server = TestServer.start();

    private static Document page(String path) {
        return Jsoup.parse(
                server.get(path, "Accept", "text/html", "Accept-Language", "zh").body());
    }

    /** Runs the query that a page links to and returns its rows. */
    private static List<String> rows(Document page) {
        String link = page.select(".showquery a").attr("href");
        assertThat(link).startsWith("/sparql?query=");
        String body = server.get(link, "Accept", "text/csv").body();
        return body.lines().skip(1).toList();
    }

    /** Returns the pages of this site that the first column leads to. */
    private static Set<String> leadsTo(List<String> rows) {
        Set<String> pages = new TreeSet<>();
        for (String row : rows) {
            assertThat(row).startsWith(BASE);
            pages.add(decoded(row.split(",", 2)[0].substring(BASE.length())));
        }
        return pages;
    }

    private static Set<String> links(Document page, String selector) {
        Set<String> pages = new TreeSet<>();
        page.select(selector).eachAttr("href").forEach(href -> pages.add(decoded(href.split("[?#]", 2)[0])));
        return pages;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "/questions",
        "/questions?state=answered",
        "/questions?state=unanswered",
        "/questions?topic=attention-mechanism",
        "/questions?note=small.rst",
        "/questions?text=%E6%B3%A8%E6%84%8F",
        "/questions?text=%22%5C",
    })
    void theQueryOfTheQuestionsGivesTheQuestionsShown(String path) {
        Document page = page(path);
        assertThat(leadsTo(rows(page))).isEqualTo(links(page, ".results > li > a"));
    }

    @Test
    void theQueryOfTheNamesGivesAllNamesOfTheIndex() {
        for (String language : List.of("zh", "en")) {
            Document page = page("/index?names=" + language);
            List<String> names = rows(page).stream()
                    .map(row -> row.replaceFirst(",[^,]*$", "")
                            .replaceAll("^\"|\"$", "")
                            .replace("\"\"", "\""))
                    .toList();
            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(
                            page.select(".initial li > a").eachText());
        }
    }

    @Test
    void theQueryOfTheSourcesGivesEachSourceOnce() {
        Document page = page("/sources");
        List<String> rows = rows(page);
        assertThat(leadsTo(rows)).hasSize(rows.size());
        assertThat(rows).hasSize(page.select(".sources > li").size()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/explore?concept=transformer",
        "/explore?concept=bert&depth=3",
        "/explore?concept=bert&depth=2&relations=prerequisite"
    })
    void theQueryOfADrawingGivesItsTable(String path) {
        assertQueryGivesTable(page(path));
    }

    @Test
    void theQueryOfADrawingKnowsConceptsWithNamesThatNeedEscapes() {
        server.replaceNote("""
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix zt: <https://w3id.org/zhitu/ontology#> .
                @base <https://w3id.org/zhitu/id/concept/> .
                <%E8%AF%8D%E8%A2%8B> a skos:Concept, zt:Discovered ; skos:prefLabel "词袋"@zh ; skos:related <bert> .
                <c%2B%2B> a skos:Concept, zt:Discovered ; skos:prefLabel "C++"@en ; skos:related <bert> .
                """, "1");
        try {
            Document page = page("/explore?concept=bert");
            assertThat(page.select("#twin tbody").text()).contains("词袋", "C++");
            assertQueryGivesTable(page);
        } finally {
            server.store().write(writer -> writer.remove(Iris.DEFAULT.noteGraph("other.md")));
        }
    }

    private static void assertQueryGivesTable(Document page) {
        List<String> shown = page.select("#twin tbody tr").stream()
                .map(row -> row.select("a.concept").eachAttr("href"))
                .map(links -> pair(withoutQuery(links.getFirst()), withoutQuery(links.getLast())))
                .toList();
        List<String> asked = rows(page).stream()
                .map(row -> row.split(","))
                .peek(row -> assertThat(row[0]).startsWith(BASE))
                .map(row -> pair(row[0].substring(BASE.length()), row[2].substring(BASE.length())))
                .toList();
        assertThat(asked).containsExactlyInAnyOrderElementsOf(shown).isNotEmpty();
    }

    private static String withoutQuery(String href) {
        return URI.create(href).getRawPath();
    }

    /** Two concepts in the order of their names, since some relations hold both ways. */
    private static String pair(String one, String other) {
        return Stream.of(one, other)
                .map(path -> decoded(path.replace("+", "%2B")))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void theQueryOfANoteGivesItsConcepts() {
        Document page = page("/note/small.rst");
        assertThat(leadsTo(rows(page)))
                .isEqualTo(links(page, "[aria-labelledby=concepts] a.concept"))
                .isNotEmpty();
    }

    @Test
    void theQueryOfTheNotesGivesWhatTheReportCounts() {
        Document page = page("/report");
        List<String> counts = page.select("[aria-labelledby=notes] tbody tr").stream()
                .map(row -> row.select("td").eachText())
                .map(cells -> cells.get(0) + "," + cells.get(1) + "," + cells.get(3))
                .toList();
        assertThat(rows(page).stream().map(row -> row.split(",", 2)[1])).containsExactlyElementsOf(counts);
    }

    @Test
    void theQueryOfASearchGivesTheConceptsFound() {
        Document page = page("/search?q=zhuyili");
        assertThat(leadsTo(rows(page)))
                .isEqualTo(links(page, "[aria-labelledby=concepts] a.concept"))
                .isNotEmpty();
    }

    @Test
    void theQueriesOfTopicsAndOfAQuestionRun() {
        assertThat(rows(page("/topics"))).isNotEmpty();
        assertThat(rows(page("/question/aa11"))).isNotEmpty();
    }
}
