package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.ConceptCard;
import org.zhitu.graph.search.Hit;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.ontology.Language;

/** The page that plans what to learn for a goal. */
@Controller
class PathController {
    private static final int NEAR = 5;

    private final Knowledge.Source source;

    PathController(Knowledge.Source source) {
        this.source = source;
    }

    @GetMapping(path = "/path", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView path(
            @RequestParam(defaultValue = "") String goal, @RequestParam(defaultValue = "") String known, Site site) {
        Knowledge knowledge = source.current();
        Named goals = Named.parse("goal", goal, knowledge);
        Named knowns = Named.parse("known", known, knowledge);
        List<Unknown> unknown = new ArrayList<>();
        for (String name : goals.unknown()) {
            unknown.add(new Unknown(name, near(name, knowledge, site.language())));
        }
        for (String name : knowns.unknown()) {
            unknown.add(new Unknown(name, near(name, knowledge, site.language())));
        }
        ModelAndView page = new ModelAndView("path");
        page.addObject("goal", goal);
        page.addObject("known", known);
        page.addObject("unknown", unknown);
        if (!goals.slugs().isEmpty()) {
            StudyPath plan = knowledge.planner().path(goals.slugs(), knowns.slugs(), site.language());
            page.addObject("plan", new Plan(plan, names(plan, knowledge, site.language())));
        } else {
            page.addObject(
                    "topics", knowledge.concepts().overview(site.language()).topics());
        }
        return page;
    }

    private static List<Hit> near(String name, Knowledge knowledge, Language language) {
        return knowledge.search().find(name, language, NEAR).stream()
                .filter(hit -> hit.type() == Hit.Type.CONCEPT)
                .toList();
    }

    private static Map<String, String> names(StudyPath plan, Knowledge knowledge, Language language) {
        Map<String, String> names = new LinkedHashMap<>();
        for (List<String> slugs : List.of(plan.goal(), plan.known())) {
            for (String slug : slugs) {
                names.put(
                        slug,
                        knowledge
                                .concepts()
                                .card(slug, language)
                                .map(ConceptCard::label)
                                .orElse(slug));
            }
        }
        return names;
    }

    /** A name that the graph does not know, with what may have been meant. */
    record Unknown(String name, List<Hit> near) {}

    /**
     * A plan to show.
     *
     * @param names labels of the goals and of what is known, by slug
     */
    record Plan(StudyPath path, Map<String, String> names) {
        /** Returns how many steps the notes treat. */
        public long covered() {
            return path.steps().stream().filter(StudyPath.Step::covered).count();
        }
    }
}
