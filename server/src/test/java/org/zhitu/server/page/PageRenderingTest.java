package org.zhitu.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;
import org.zhitu.graph.about.Example;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/** The templates with answers that are written here: with everything a page can show, and with nothing. */
class PageRenderingTest {
    private static final Assets ASSETS = Assets.load();
    private static final Messages MESSAGES = Messages.load();
    private static final SpringTemplateEngine ENGINE = engine();

    private static SpringTemplateEngine engine() {
        ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
        files.setPrefix("templates/");
        files.setSuffix(".html");
        files.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(files);
        engine.setTemplateEngineMessageSource(MESSAGES);
        return engine;
    }

    private static Document render(String template, Language language, Map<String, Object> model) {
        MockServletContext servlet = new MockServletContext();
        MockHttpServletRequest request = new MockHttpServletRequest(servlet, "GET", "/path");
        request.setParameter("lang", language.tag());
        request.setQueryString("lang=" + language.tag());
        Map<String, Object> all = new HashMap<>(model);
        all.put("site", Site.of(request, "/path", ASSETS, MESSAGES));
        WebContext context = new WebContext(
                JakartaServletWebApplication.buildApplication(servlet)
                        .buildExchange(request, new MockHttpServletResponse()),
                ReaderLanguage.locale(language),
                all);
        Document page = Jsoup.parse(ENGINE.process(template, context));
        Manners.check(page, language.tag());
        return page;
    }

    private static ConceptPage everything(Language language) {
        return new ConceptPage(
                Samples.everything(language),
                language,
                List.of(Samples.ATTENTION),
                List.of(Samples.answered(), Samples.open()),
                Map.of("q1", List.of(Samples.NOTED)),
                Map.of("https://example.org/v?a=1&b=2", List.of(Samples.GIVEN)),
                Picture.of(Samples.around()));
    }

    @ParameterizedTest
    @EnumSource
    void aConceptWithEverythingShowsEverything(Language language) {
        Document page = render("concept", language, Map.of("page", everything(language)));

        assertThat(page.select(".sources .why")).hasSize(1);
        assertThat(page.expectFirst(".sources .why").text()).contains("nlp/注意力.md:6");

        assertThat(page.select("h1").text())
                .isEqualTo(language == Language.ZH ? "自注意力 Self-Attention" : "Self-Attention 自注意力");
        assertThat(page.select("h1 [lang]").text())
                .as("only what is in the other language says so")
                .isEqualTo(language == Language.ZH ? "Self-Attention" : "自注意力");
        assertThat(page.select(".trail li a").eachText()).last().isEqualTo("注意力机制");
        assertThat(page.select(".strip").get(0).select(".head a").eachText()).containsExactly("softmax", "词向量");
        assertThat(page.select(".strip .reason").eachText()).contains("权重由 softmax 归一化得到。");
        assertThat(page.expectFirst(".strip .why").text())
                .contains("nlp/注意力.md:12", "needs-sentence", "80%", "<softmax>");
        assertThat(page.select(".questions details.question")).hasSize(2);
        assertThat(page.expectFirst(".answer .math").text()).isEqualTo("\\sqrt{d_k}");
        assertThat(page.select(".works a").attr("href")).isEqualTo("https://arxiv.org/abs/1706.03762");
        assertThat(page.select(".sources a[rel]").eachAttr("href")).contains("https://example.org/v?a=1&b=2");
        assertThat(page.select(".mentions")).hasSize(2);
        assertThat(page.select(".mini svg .node")).hasSize(5);
        assertThat(page.select(".twins a").eachAttr("href")).contains("/concept/self-attention.ttl");
        assertThat(page.expectFirst("a.place").attr("href")).isEqualTo("/note/nlp/%E6%B3%A8%E6%84%8F%E5%8A%9B.md#L12");
    }

    @ParameterizedTest
    @EnumSource
    void aConceptThatOnlyANoteNamesHasAPageToo(Language language) {
        ConceptPage bare = new ConceptPage(Samples.nothing(), language, List.of(), List.of(), Map.of(), Map.of(), null);
        Document page = render("concept", language, Map.of("page", bare));

        assertThat(page.select("h1").text()).isEqualTo("FastBERT 小技巧");
        assertThat(page.select(".notice").text())
                .isEqualTo(
                        language == Language.ZH
                                ? "目前只有你的笔记提到这个概念，整理好的概念体系还没有收录它。"
                                : "Only your notes know this concept so far: the curated scheme has not sorted it in.");
        assertThat(page.select("main article section")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theStartPageSaysWhatIsHere(Language language) {
        Document full = render("start", language, Map.of("overview", Samples.overview(), "next", Samples.next()));
        assertThat(full.expectFirst(".notes li").text()).contains("注意力笔记", "nlp/注意力.md", "12", "9");
        assertThat(full.select(".counted li")).hasSize(3);

        Document empty = render("start", language, Map.of("overview", Samples.emptyOverview(), "next", Samples.next()));
        assertThat(empty.select("section[aria-labelledby=notes]").text()).contains("zhitu serve");
    }

    @Test
    void countsReadWell() {
        Document page = render("start", Language.EN, Map.of("overview", Samples.overview(), "next", Samples.next()));
        assertThat(page.select(".notes li").get(1).text()).contains("1 concept, no questions, no sources");
        assertThat(page.select(".figures dd").getLast().text()).isEqualTo("5,210");
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionShowsItsAnswerOrThatThereIsNone(Language language) {
        Document answered = render("question", language, Map.of("card", Samples.answered()));
        assertThat(answered.select("h1").text()).isEqualTo("1. 为什么要除以 √d？");
        assertThat(answered.select(".answer pre").text()).isEqualTo("scores = q @ k.T / d ** 0.5");
        Document open = render("question", language, Map.of("card", Samples.open()));
        assertThat(open.select(".answer")).isEmpty();
        assertThat(open.select("h1").text()).isEqualTo("2. Why several heads & not one?");
    }

    @ParameterizedTest
    @EnumSource
    void searchMarksWhatMatched(Language language) {
        List<SearchController.Found> found =
                Samples.hits().stream().map(SearchController.Found::of).toList();
        Document page = render(
                "search",
                language,
                Map.of("q", "注意力 <b>", "concepts", found.subList(0, 2), "questions", found.subList(2, 3)));
        assertThat(page.select("h1").text()).contains("注意力 <b>");
        assertThat(page.select("#find").val()).isEqualTo("注意力 <b>");
        assertThat(page.select("mark").eachText()).containsExactly("注意力", "<encoder>", "注意力");
    }

    @ParameterizedTest
    @EnumSource
    void theExplorerDrawsAndTellsTheSame(Language language) {
        Map<String, Object> model = new HashMap<>(Map.of(
                "asked",
                "自注意力",
                "steps",
                2,
                "deepest",
                6,
                "limit",
                60,
                "following",
                Set.of(Relation.PREREQUISITE),
                "relations",
                Relation.values(),
                "kinds",
                List.of("model", "foundation"),
                "showing",
                List.of("model"),
                "topics",
                Samples.overview().topics(),
                "view",
                ExploreController.View.of(Samples.around())));
        model.put("limited", true);
        Document page = render("explore", language, model);
        assertThat(page.select(".canvas svg a.node").eachAttr("href")).contains("/explore?concept=softmax");
        assertThat(page.select("#twin tbody tr")).hasSize(4);
        assertThat(page.select("input[name=relations][checked]").eachAttr("value"))
                .containsExactly("prerequisite");
        assertThat(page.select("input[name=kinds][checked]").eachAttr("value")).containsExactly("model");
        assertThat(page.select("#tree > li > ul > li")).isNotEmpty();
        assertThat(page.select("#tree li > a.concept").eachAttr("href"))
                .doesNotHaveDuplicates()
                .contains("/concept/softmax");
        assertThat(page.select("#depth option[selected]").text()).isEqualTo("2");
        assertThat(page.select(".more text").eachText()).containsExactly("+2", "+5");
    }

    @ParameterizedTest
    @EnumSource
    void aPathGivesEachStepItsReason(Language language) {
        Map<String, Object> model = Map.of(
                "wishes",
                new PathWishes(
                        new Named(List.of("transformer"), List.of("Trasnformer")),
                        Named.of(List.of("word-embedding")),
                        Named.of(List.of("attention-mechanism")),
                        Named.of(List.of("softmax")),
                        false,
                        "1",
                        "2026-09-07",
                        "2026-09-13"),
                "unknown",
                List.of(new Named.Unknown("Trasnformer", Samples.hits().subList(0, 1))),
                "problem",
                "<deadline> is no day",
                "plan",
                Samples.pathPage(language));
        Document page = render("path", language, model);
        assertThat(page.select(".steps > li h3").eachText()).containsExactly("softmax", "自注意力", "Transformer");
        assertThat(page.select("#step-softmax .because").text()).contains("自注意力", "没有它就看不懂那里的公式。");
        assertThat(page.select(".summary").text()).contains("3", "2.25", "1");
        assertThat(page.select("[aria-labelledby=unknown] a").attr("href")).startsWith("/path?goal=self-attention");
        assertThat(page.select("[role=alert]").text()).isEqualTo("<deadline> is no day");
        assertThat(page.select("#step-softmax .state.fixed")).hasSize(1);
        assertThat(page.select("#step-self-attention .warnings").text()).contains("softmax", "softmax 给出权重。");
        assertThat(page.select("#step-softmax .material a").eachAttr("href"))
                .contains("/note/nlp/%E6%B3%A8%E6%84%8F%E5%8A%9B.md#L10", "/question/q1", "https://example.org/");
        assertThat(page.select(".verdict.over li")).isNotEmpty();
        assertThat(page.select(".weeks time").eachAttr("datetime")).startsWith("2026-09-07", "2026-09-13");
        assertThat(page.select(".skipped button").val()).isEqualTo("attention-mechanism");
        assertThat(page.select(".helpers summary").text()).contains("1");
        assertThat(page.select("[aria-labelledby=cuts] li").text()).contains("softmax", "50%");
        assertThat(page.select(".files a").eachAttr("href"))
                .contains("/api/path?goal=transformer&known=word-embedding&skip=attention-mechanism&order=softmax"
                        + "&hours-per-week=1&start=2026-09-07&deadline=2026-09-13&format=ics&lang=" + language.tag());
    }

    @ParameterizedTest
    @EnumSource
    void theEditorWorksWithoutScript(Language language) {
        ExampleQueries examples = ExampleQueries.of(
                List.of(new Example("concepts", "All concepts", "所有概念", List.of("concepts"), "SELECT * { ?s ?p ?o }")),
                language);
        Document page = render(
                "sparql",
                language,
                Map.of(
                        "query", "SELECT * WHERE { ?s ?p \"<注意力>\" }",
                        "examples", examples.queries(),
                        "workbench", "{}"));
        assertThat(page.select("form[method=post][action=/sparql] textarea").val())
                .isEqualTo("SELECT * WHERE { ?s ?p \"<注意力>\" }");
        assertThat(page.select(".examples a").text()).isEqualTo(language == Language.ZH ? "所有概念" : "All concepts");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingIsSaidInTheReadersLanguage(Language language) {
        Document missing = render("missing", language, Map.of("asked", "tranformer", "near", Samples.hits()));
        assertThat(missing.select("main li a").eachAttr("href")).first().isEqualTo("/concept/self-attention");
        for (String reason : List.of("notFound", "badRequest", "ours")) {
            Document error = render("error", language, Map.of("status", 400, "reason", reason));
            assertThat(error.select("h1").text()).isNotBlank();
        }
    }

    @Test
    void aLabelCannotBecomeMarkup() {
        ConceptRef hostile = new ConceptRef("x", "<script>alert(1)</script>", ConceptKind.TASK, true);
        ConceptPage concept = new ConceptPage(
                Samples.nothing(),
                Language.EN,
                List.of(hostile),
                List.of(),
                Map.of(),
                Map.of(),
                Picture.of(Samples.around()));
        Document page = render("concept", Language.EN, Map.of("page", concept));
        assertThat(page.select(".trail li a").getLast().text()).isEqualTo("<script>alert(1)</script>");
    }
}
