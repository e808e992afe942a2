package org.zhitu.server.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.search.Hit;
import org.zhitu.ontology.ConceptKind;

/** The page of search results. */
@Controller
class SearchController {
    private static final int MOST = 50;

    private final Knowledge.Source source;
    private final PageQueries queries;

    SearchController(Knowledge.Source source, PageQueries queries) {
        this.source = source;
        this.queries = queries;
    }

    @GetMapping(path = "/search", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView search(@RequestParam(defaultValue = "") String q, Site site) {
        List<Found> found = q.isBlank()
                ? List.of()
                : source.current().search().find(q, site.content(), MOST).stream()
                        .map(Found::of)
                        .toList();
        ModelAndView page = new ModelAndView("search");
        page.addObject("q", q.strip());
        page.addObject(
                "query",
                queries.concepts(
                        found.stream()
                                .filter(Found::isConcept)
                                .map(one -> one.hit().id())
                                .toList(),
                        site.content()));
        page.addObject("concepts", found.stream().filter(Found::isConcept).toList());
        page.addObject(
                "questions", found.stream().filter(hit -> !hit.isConcept()).toList());
        return page;
    }

    /**
     * A hit with what matched in three pieces.
     *
     * @param alias whether something else than the label matched
     */
    record Found(Hit hit, boolean alias, String before, String match, String after) {
        static Found of(Hit hit) {
            String text = hit.matched();
            int from = Math.clamp(hit.from(), 0, text.length());
            int to = Math.clamp(hit.to(), from, text.length());
            return new Found(
                    hit,
                    !text.equals(hit.label()),
                    text.substring(0, from),
                    text.substring(from, to),
                    text.substring(to));
        }

        /** Returns what sort of thing a concept is; null for a question. */
        public @Nullable ConceptKind kind() {
            return hit.kind().orElse(null);
        }

        /** Says whether the hit is a concept. */
        public boolean isConcept() {
            return hit.type() == Hit.Type.CONCEPT;
        }
    }
}
