package org.zhitu.server.page;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.view.Neighbourhood;
import org.zhitu.graph.view.Neighbourhoods;
import org.zhitu.ontology.Relation;

/** The page that draws what lies around a concept, with the same content as a table. */
@Controller
class ExploreController {
    private static final int NODES = 60;

    private final Knowledge.Source source;

    ExploreController(Knowledge.Source source) {
        this.source = source;
    }

    @GetMapping(path = "/explore", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView explore(
            @RequestParam(defaultValue = "") String concept,
            @RequestParam(defaultValue = "1") String depth,
            @RequestParam(defaultValue = "") String relations,
            Site site) {
        Knowledge knowledge = source.current();
        Set<Relation> following = Following.parse(relations);
        int steps = steps(depth);
        Optional<Neighbourhood> around = knowledge
                .concepts()
                .resolve(concept)
                .flatMap(slug -> knowledge.neighbourhoods().around(slug, steps, following, NODES, site.language()));
        ModelAndView page = new ModelAndView("explore");
        page.addObject("asked", concept);
        page.addObject("steps", steps);
        page.addObject("deepest", Neighbourhoods.MAX_DEPTH);
        page.addObject("limit", NODES);
        page.addObject("following", following);
        page.addObject("relations", Relation.values());
        page.addObject("topics", knowledge.concepts().overview(site.language()).topics());
        if (around.isPresent()) {
            page.addObject("view", View.of(around.get()));
        } else if (!concept.isBlank()) {
            page.addObject("near", knowledge.search().find(concept, site.language(), 8));
            page.setStatus(HttpStatus.NOT_FOUND);
        }
        return page;
    }

    private static int steps(String depth) {
        try {
            return Math.clamp(Integer.parseInt(depth.strip()), 1, Neighbourhoods.MAX_DEPTH);
        } catch (NumberFormatException e) {
            return 1; // a picture is better than a complaint
        }
    }

    /** The picture, and the same as rows. */
    record View(ConceptRef centre, Picture picture, List<Row> rows) {
        static View of(Neighbourhood around) {
            ConceptRef centre = ref(around, around.centre());
            List<Row> rows = around.edges().stream()
                    .map(edge -> new Row(
                            ref(around, edge.from()), edge.relation().key(), ref(around, edge.to()), edge.reason()))
                    .toList();
            return new View(centre, Picture.of(around), rows);
        }

        private static ConceptRef ref(Neighbourhood around, String slug) {
            return around.nodes().stream()
                    .map(Neighbourhood.Node::concept)
                    .filter(concept -> concept.slug().equals(slug))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("an edge without its node: " + slug));
        }
    }

    /** An edge as a row. */
    record Row(ConceptRef from, String relation, ConceptRef to, String reason) {}
}
