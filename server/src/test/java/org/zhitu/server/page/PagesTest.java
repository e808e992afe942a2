package org.zhitu.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitu.server.TestServer;

/** The pages of a real server over a small store. */
class PagesTest {
    @RegisterExtension
    static final TestServer server = TestServer.start();

    private static HttpResponse<String> get(String path, String language) {
        return server.get(path, "Accept", "text/html,*/*;q=0.8", "Accept-Language", language);
    }

    private static Document page(String path, String language) {
        return page(path, language, language);
    }

    /** Returns a page that was asked for with a header and is expected in a language. */
    private static Document page(String path, String header, String language) {
        HttpResponse<String> answer = get(path, header);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        Manners.check(page, language);
        return page;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/topics",
                "/ontology",
                "/api-docs",
                "/help",
                "/questions",
                "/questions?state=unanswered&topic=bert",
                "/search",
                "/search?q=%E6%B3%A8%E6%84%8F",
                "/concept/self-attention",
                "/question/aa11",
                "/question/bb22",
                "/note/small.rst",
                "/explore",
                "/explore?concept=bert&depth=3&relations=prerequisite",
                "/path",
                "/path?goal=bert&known=softmax",
                "/path?goal=bert&order=bert&skip=softmax&hours-per-week=1&start=2026-09-07&deadline=2026-09-13",
                "/placement",
                "/placement?goal=bert",
                "/gaps",
                "/gaps?goal=bert&limit=1",
                "/compare",
                "/compare?a=bert&b=transformer&relations=prerequisite&k=2",
                "/progress",
                "/review",
                "/review?goal=bert&topic=nonesuch",
                "/review?note=small.rst&from=1",
                "/sparql"
            })
    void everyPageHasMannersInBothLanguages(String path) {
        page(path, "zh");
        page(path, "en");
    }

    @Test
    void theStartPageLeadsToTopicsNotesAndFirstSteps() {
        Document page = page("/", "zh");
        assertThat(page.select(".counted a").eachText()).containsExactly("基础");
        assertThat(page.select("#next-steps a").eachText()).contains("归一化指数函数");
        assertThat(page.select(".notes a").eachAttr("href")).containsExactly("/note/small.rst");
    }

    @Test
    void whatTheReaderKnowsChangesWhatIsNext() {
        assertThat(page("/?known=softmax", "en").select("#next-steps a").eachText())
                .contains("Self-Attention")
                .doesNotContain("Softmax");
    }

    @Test
    void searchFindsInsideAChineseSentence() {
        Document page = page("/search?q=%E6%A0%B9%E5%8F%B7", "zh");
        assertThat(page.select(".results mark").eachText()).contains("根号");
    }

    @Test
    void aConceptTellsWhatItNeedsUnlocksAndWhatNotesAsk() {
        Document page = page("/concept/self-attention", "en");
        assertThat(page.select("h1").text()).isEqualTo("Self-Attention 自注意力");
        assertThat(page.select("[aria-labelledby=before] .head a").eachText()).containsExactly("Softmax");
        assertThat(page.select("[aria-labelledby=after] .head a").eachText()).containsExactly("Transformer");
        assertThat(page.select(".questions .ask").eachText()).containsExactly("1. 自注意力为什么要除以根号 d？");
        assertThat(page.select(".questions .ask").attr("lang")).isEqualTo("zh");
    }

    @Test
    void aConceptNobodyKnowsIsNotFoundAndSaysWhatIsNear() {
        HttpResponse<String> answer = get("/concept/self-atention", "en");
        assertThat(answer.statusCode()).isEqualTo(404);
        Document page = Jsoup.parse(answer.body());
        Manners.check(page, "en");
        assertThat(page.select("main li a").eachText()).contains("Self-Attention");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nonesuch", "/question/nonesuch", "/note/nonesuch.md", "/explore?concept=nonesuch"})
    void whatIsNotThereSaysSoInBothLanguages(String path) {
        for (String language : List.of("zh", "en")) {
            HttpResponse<String> answer = get(path, language);
            assertThat(answer.statusCode()).isEqualTo(404);
            Manners.check(Jsoup.parse(answer.body()), language);
        }
    }

    @Test
    void theChosenLanguageStaysWithTheReader() {
        Document page = Jsoup.parse(get("/concept/bert?lang=zh", "en").body());
        Manners.check(page, "zh");
        assertThat(page.select("nav.main a").eachAttr("href")).allMatch(link -> link.endsWith("?lang=zh"));
        assertThat(page.select(".language").attr("href")).isEqualTo("/concept/bert?lang=en");
        assertThat(page.select("form input[name=lang]").eachAttr("value")).containsOnly("zh");
    }

    @Test
    void namesStayInTheirLanguageWhateverThePageSpeaks() {
        for (String path : List.of(
                "/topics",
                "/concept/self-attention",
                "/path?goal=self-attention",
                "/search?q=%E6%B3%A8%E6%84%8F%E5%8A%9B")) {
            String asked = path + (path.contains("?") ? "&" : "?") + "lang=en&content=zh";
            Document page = Jsoup.parse(get(asked, "en").body());
            assertThat(page.select("html").attr("lang")).as(path).isEqualTo("en");
            assertThat(page.select("nav.main").text()).as(path).contains("Topics");
            assertThat(page.select("main [lang=zh]").text()).as(path).contains("自注意力");
            assertThat(page.select("main a[href^=/concept/]").eachAttr("href"))
                    .as(path)
                    .isNotEmpty()
                    .filteredOn(link -> !link.matches("[^?]*\\.[a-z]+"))
                    .allMatch(link -> link.contains("lang=en") && link.contains("content=zh"));
            assertThat(page.select("form.find input[name=content]").attr("value"))
                    .isEqualTo("zh");
            assertThat(page.select("#names").text()).isEqualTo("Concept names in English");
        }
    }

    @Test
    void aConceptComparedWithItselfIsNotSaidToBeApart() {
        assertThat(page("/compare?a=bert&b=BERT", "en")
                        .expectFirst("section.between > p")
                        .text())
                .contains("one and the same");
    }

    @Test
    void aGoalThatIsLeftOutIsNotSaidToBeReached() {
        Document page = page("/path?goal=bert&skip=bert", "en");
        assertThat(page.expectFirst(".skipped a").text()).isEqualTo("BERT");
        assertThat(page.expectFirst("#plan > .notice").text()).contains("Take back");
        assertThat(page("/path?goal=bert&known=bert", "en")
                        .expectFirst("#plan > .notice")
                        .text())
                .contains("Nothing is left");
    }

    private static Document placed(String form) {
        HttpResponse<String> answer = server.post("/placement", "application/x-www-form-urlencoded", form);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void goingBackInAPlacementShowsWhatWasSaid() {
        Document first = page("/placement?goal=bert", "en");
        String asked = first.expectFirst("input[name=asked]").val();
        String slug = asked.split(",", 2)[0];
        String form = "goal=bert&answer=" + slug + ":heard&asked=" + asked;
        Document back = placed(form + "&back=1");
        assertThat(back.select("input[name=answer]")).isEmpty();
        assertThat(back.select("input[checked]").eachAttr("name")).containsExactly("reply-" + slug);
        assertThat(back.select("input[checked]").eachAttr("value")).containsExactly("heard");
        assertThat(back.select("[role=alert]")).as("nothing is missing yet").isEmpty();
    }

    @Test
    void whoLooksAtTheMapEarlyComesBackToTheScreenHeLeft() {
        Document asked = placed("goal=bert&answer=transformer:no");
        assertThat(asked.select(".asked fieldset")).as("there is more to ask").isNotEmpty();
        Document map = placed("goal=bert&answer=transformer:no&finish=1");
        assertThat(map.select(".tile")).isNotEmpty();
        Document back = placed("goal=bert&answer=transformer:no&back=1");
        assertThat(back.select("input[name=answer]").eachAttr("value")).containsExactly("transformer:no");
        assertThat(back.select("legend").eachText())
                .isEqualTo(asked.select("legend").eachText());
    }

    @Test
    void thePathNamesEachStepWithItsReason() {
        Document page = page("/path?goal=BERT%20%E6%A8%A1%E5%9E%8B&known=softmax", "zh");
        assertThat(page.select(".steps h3").eachText()).containsExactly("自注意力", "Transformer 模型", "BERT 模型");
        assertThat(page.expectFirst("#step-self-attention .because a").text()).isEqualTo("Transformer 模型");
    }

    private static String after(String move) {
        HttpResponse<String> answer = get("/path?goal=bert&" + move, "zh");
        assertThat(answer.statusCode()).as(move).isEqualTo(303);
        return TestServer.header(answer, "Location").replaceFirst("^https?://[^/]+", "");
    }

    /** The path to BERT: softmax, self-attention, transformer, bert. */
    @Test
    void aButtonOfThePathLeadsToTheAddressOfThePlanAfterIt() {
        assertThat(after("up=self-attention")).isEqualTo("/path?goal=bert&order=self-attention,softmax");
        assertThat(after("down=softmax&lang=zh")).isEqualTo("/path?goal=bert&order=self-attention,softmax&lang=zh");
        assertThat(after("first=transformer")).isEqualTo("/path?goal=bert&order=transformer");
        assertThat(after("first=softmax&order=transformer")).isEqualTo("/path?goal=bert&order=softmax,transformer");
        assertThat(after("keep=self-attention")).isEqualTo("/path?goal=bert&order=softmax,self-attention");
        assertThat(after("release=transformer&order=transformer,softmax")).isEqualTo("/path?goal=bert&order=softmax");
        assertThat(after("leave=softmax,self-attention&skip="))
                .isEqualTo("/path?goal=bert&skip=softmax,self-attention");
        assertThat(after("take=softmax&skip=softmax,self-attention")).isEqualTo("/path?goal=bert&skip=self-attention");
        assertThat(after("learned=softmax&known=")).isEqualTo("/path?goal=bert&known=softmax");
        assertThat(after("up=softmax")).isEqualTo("/path?goal=bert&order=softmax");
        assertThat(after("hours-per-week=2")).matches("/path\\?goal=bert&hours-per-week=2&start=\\d{4}-\\d\\d-\\d\\d");
        assertThat(after("skip=&order=&deadline=")).isEqualTo("/path?goal=bert");
    }

    @Test
    void aBrokenPrerequisiteWarnsWithItsReasonAndBlocksNothing() {
        Document page = page("/path?goal=bert&order=bert", "zh");
        assertThat(page.select(".steps > li").eachAttr("data-step")).startsWith("bert");
        assertThat(page.select("#step-bert .warnings a.concept").eachText()).contains("Transformer 模型");
        assertThat(page.expectFirst(".warned a").attr("href")).isEqualTo("#step-bert");
    }

    @Test
    void aTimeThatIsNoneIsSaidAndThePathIsThere() {
        Document page = page("/path?goal=bert&hours-per-week=many&start=2026-09-07", "zh");
        assertThat(page.select("[role=alert]").text()).contains("many");
        assertThat(page.select(".steps > li")).hasSize(4);
    }

    @Test
    void aGoalThatIsMisspeltGetsSuggestions() {
        Document page = page("/path?goal=trasnformer", "en");
        assertThat(page.select("[aria-labelledby=unknown] a").eachText()).contains("Transformer");
    }

    @Test
    void theExplorerTellsTheSameInPictureAndTable() {
        Document page = page("/explore?concept=transformer&relations=prerequisite", "en");
        assertThat(page.select(".canvas .node > text").eachText()).contains("Self-Attention", "Transformer", "BERT");
        assertThat(page.select("#twin tbody tr").eachText())
                .anyMatch(row -> row.startsWith("Transformer needs Self-Attention"))
                .anyMatch(row -> row.startsWith("BERT needs Transformer"));
    }

    @Test
    void aNoteShowsItsQuestionsWhereTheyStand() {
        Document page = page("/note/small.rst", "zh");
        assertThat(page.select("h1").text()).isEqualTo("小笔记");
        assertThat(page.expectFirst("#L3").text()).startsWith("注意力");
        assertThat(page.select("#L7 .answer").text()).isEqualTo("防止梯度消失。");
    }

    @Test
    void questionsCanBeFiltered() {
        assertThat(page("/questions?state=unanswered", "en")
                        .select(".results > li > a")
                        .eachText())
                .containsExactly("How does BERT mask?");
        assertThat(page("/questions?topic=%E8%87%AA%E6%B3%A8%E6%84%8F%E5%8A%9B", "zh")
                        .select(".results > li > a")
                        .eachText())
                .containsExactly("1. 自注意力为什么要除以根号 d？");
    }

    @Test
    void questionsCanBeFilteredByNoteAndByWords() {
        assertThat(page("/questions?note=small.rst&text=%E6%A0%B9%E5%8F%B7", "zh")
                        .select(".results > li > a")
                        .eachText())
                .containsExactly("1. 自注意力为什么要除以根号 d？");
        assertThat(page("/questions?text=mask%20BERT", "en")
                        .select(".results > li > a")
                        .eachText())
                .containsExactly("How does BERT mask?");
        assertThat(page("/questions?note=other.md", "en").select(".results > li"))
                .isEmpty();
    }

    @Test
    void theIndexSortsChineseNamesByTheirSoundAndEnglishOnesByLetter() {
        Document chinese = page("/index", "zh");
        assertThat(chinese.select("section.initial h2").eachText()).containsExactly("B", "G", "J", "T", "Z");
        assertThat(chinese.select("section.initial[aria-labelledby=letter-Z] a").eachText())
                .containsExactly("自注意力");
        assertThat(chinese.select(".letters a").eachAttr("href")).contains("#letter-Z");
        Document english = page("/index?names=en", "zh");
        assertThat(english.select("section.initial[aria-labelledby=letter-I] li")
                        .eachText())
                .containsExactly("intra-attention → Self-Attention");
        assertThat(page("/index?names=en&letter=b", "en")
                        .select("section.initial h2")
                        .eachText())
                .containsExactly("B");
    }

    @Test
    void sourcesStandByKindWithWhereTheyAreCited() {
        Document page = page("/sources", "en");
        assertThat(page.select("h2").text()).contains("Articles 1");
        assertThat(page.select(".sources li > a").attr("href")).isEqualTo("https://example.org/attention");
        assertThat(page.select(".sources .place").attr("href")).startsWith("/note/small.rst#L");
        assertThat(page("/sources?kind=article", "zh")
                        .select(".tabs [aria-current]")
                        .text())
                .isEqualTo("文章");
    }

    @Test
    void theReportTellsThatNothingWasLoaded() {
        Document page = page("/report", "zh");
        assertThat(page.select(".notice").text()).isEqualTo("服务器启动以来还没有载入过笔记。");
        assertThat(page.select("tbody th").text()).contains("小笔记");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "zh-CN", "zh-Hans", "zh-Hant-TW", "zh_TW", "cmn"})
    void everyKindOfChineseIsServedInChinese(String tag) {
        assertThat(page("/topics?lang=" + tag, "en", "zh").select("h1").text()).isEqualTo("主题");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "en-GB", "de", "fr;q=0.9, en-AU;q=0.8", "*"})
    void everythingElseIsServedInEnglish(String header) {
        assertThat(page("/topics", header, "en").select("h1").text()).isEqualTo("Topics");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index", "/note/small.rst", "/concept/bert", "/explore", "/report", "/nonesuch"})
    void noPageMayRunOrStyleWhatStandsInIt(String path) {
        String policy = TestServer.header(get(path, "zh"), "Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'", "script-src 'self'").doesNotContain("unsafe-");
    }

    @Test
    void aPageIsNotSentTwice() {
        HttpResponse<String> first = get("/topics", "en");
        String tag = TestServer.header(first, "ETag");
        assertThat(tag).startsWith("W/");
        HttpResponse<String> again =
                server.get("/topics", "Accept", "text/html", "Accept-Language", "en", "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        HttpResponse<String> head = server.send("HEAD", "/topics", "Accept", "text/html", "Accept-Language", "en");
        assertThat(TestServer.header(head, "ETag")).isEqualTo(tag);
        assertThat(TestServer.header(first, "Vary").toLowerCase(java.util.Locale.ROOT))
                .contains("accept-language");
    }

    @Test
    void scriptsAndStylesMayBeKeptForGood() {
        Document page = page("/", "en");
        for (String asset : page.select("link[rel=stylesheet]").eachAttr("href")) {
            HttpResponse<String> answer = server.get(asset);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(TestServer.header(answer, "Cache-Control")).contains("immutable");
        }
    }

    @Test
    void reviewWithoutScriptListsTheCardsWithTheirAnswersFolded() {
        Document page = page("/review", "zh");
        assertThat(page.select(".plain-cards .ask").eachText())
                .containsExactly("1. 自注意力为什么要除以根号 d？", "How does BERT mask?");
        assertThat(page.select(".plain-cards .answer").eachText()).containsExactly("防止梯度消失。");
        assertThat(page.select(".plain-cards .notice").text()).contains("脚本");
        assertThat(page.select("#review").hasAttr("hidden")).isTrue();
        assertThat(page("/review?topic=bert", "en").select(".plain-cards .ask").eachText())
                .containsExactly("How does BERT mask?");
        assertThat(page("/review?topic=nonesuch", "en").select(".notice").text())
                .contains("nonesuch");
    }
}
