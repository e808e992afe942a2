package org.zhitu.server.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Relation;

@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    PageConfiguration.class,
    PageAdvice.class,
    ErrorPages.class,
    SparqlPageController.class,
    PagePreview.Pages.class
})
class PagePreview {
    public static void main(String[] args) {
        SpringApplication.run(PagePreview.class, args);
    }

    @Bean
    Iris iris() {
        return Iris.DEFAULT;
    }

    @Controller
    static class Pages {
        @GetMapping("/")
        ModelAndView start() {
            return new ModelAndView("start", Map.of("overview", Samples.overview(), "next", Samples.next()));
        }

        @GetMapping("/empty")
        ModelAndView empty() {
            return new ModelAndView("start", Map.of("overview", Samples.emptyOverview(), "next", Samples.next()));
        }

        @GetMapping("/concept/self-attention")
        ModelAndView concept(Site site) {
            return new ModelAndView(
                    "concept",
                    "page",
                    new ConceptPage(
                            Samples.everything(site.language()),
                            site.language(),
                            List.of(Samples.ATTENTION),
                            List.of(Samples.answered(), Samples.open()),
                            Picture.of(Samples.around())));
        }

        @GetMapping("/concept/nothing")
        ModelAndView nothing(Site site) {
            return new ModelAndView(
                    "concept", "page", new ConceptPage(Samples.nothing(), site.language(), List.of(), List.of(), null));
        }

        @GetMapping("/question/q1")
        ModelAndView question() {
            return new ModelAndView("question", "card", Samples.answered());
        }

        @GetMapping("/search")
        ModelAndView search(String q) {
            var found = Samples.hits().stream().map(SearchController.Found::of).toList();
            return new ModelAndView(
                    "search", Map.of("q", q, "concepts", found.subList(0, 2), "questions", found.subList(2, 3)));
        }

        @GetMapping("/explore")
        ModelAndView explore(String concept) {
            ModelAndView page = new ModelAndView(
                    "explore",
                    Map.of(
                            "asked",
                            concept == null ? "" : concept,
                            "steps",
                            1,
                            "deepest",
                            6,
                            "limit",
                            60,
                            "following",
                            Set.of(Relation.values()),
                            "relations",
                            Relation.values(),
                            "topics",
                            Samples.overview().topics()));
            if (concept != null) {
                page.addObject("view", ExploreController.View.of(Samples.around()));
            }
            return page;
        }

        @GetMapping("/path")
        ModelAndView path(String goal) {
            ModelAndView page = new ModelAndView(
                    "path",
                    Map.of(
                            "goal",
                            goal == null ? "" : goal,
                            "known",
                            "",
                            "unknown",
                            List.of(new PathController.Unknown("Trasnformer", Samples.hits())),
                            "topics",
                            Samples.overview().topics()));
            if (goal != null) {
                page.addObject(
                        "plan",
                        new PathController.Plan(
                                Samples.plan(), Map.of("transformer", "Transformer", "word-embedding", "词向量")));
            }
            return page;
        }

        @GetMapping("/missing")
        ModelAndView missing() {
            return new ModelAndView("missing", Map.of("near", Samples.hits(), "asked", "tranformer"));
        }

        @GetMapping("/api/search")
        @ResponseBody
        Map<String, Object> hits() {
            return Map.of("items", Samples.hits());
        }
    }
}
