package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Relation;

/** The page that draws what lies around a concept, with the same content as a table. */
@Controller
class ExploreController {
    private static final int NODES = 60;

    private static final List<String> KINDS =
            Arrays.stream(ConceptKind.values()).map(ExploreController::key).toList();

    private final Knowledge.Source source;
    private final PageQueries queries;

    ExploreController(Knowledge.Source source, PageQueries queries) {
        this.source = source;
        this.queries = queries;
    }

    @GetMapping(path = "/explore", produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView explore(
            @RequestParam(defaultValue = "") String concept,
            @RequestParam(defaultValue = "1") String depth,
            @RequestParam(defaultValue = "") String relations,
            @RequestParam(defaultValue = "") String kinds,
            Site site) {
        Knowledge knowledge = source.current();
        Set<Relation> following = Following.parse(relations);
        List<String> showing = kinds(kinds);
        int steps = steps(depth);
        Optional<Neighbourhood> around = knowledge
                .concepts()
                .resolve(concept)
                .flatMap(slug -> knowledge.neighbourhoods().around(slug, steps, following, NODES, site.content()));
        ModelAndView page = new ModelAndView("explore");
        page.addObject("asked", concept);
        page.addObject("steps", steps);
        page.addObject("deepest", Neighbourhoods.MAX_DEPTH);
        page.addObject("limit", NODES);
        page.addObject("following", following);
        page.addObject("relations", Relation.values());
        page.addObject("showing", showing);
        page.addObject("kinds", KINDS);
        page.addObject("limited", following.size() < Following.ALL.size() || showing.size() < KINDS.size());
        page.addObject("topics", knowledge.concepts().overview(site.content()).topics());
        if (around.isPresent()) {
            Neighbourhood shown = showing(around.get(), showing);
            page.addObject("view", View.of(shown));
            page.addObject(
                    "query",
                    queries.between(
                            shown.nodes().stream()
                                    .map(node -> node.concept().slug())
                                    .toList(),
                            following));
        } else if (!concept.isBlank()) {
            page.addObject("near", knowledge.search().find(concept, site.content(), 8));
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

    private static String key(ConceptKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kinds named, unknown names left out; all of them where no name is known. */
    private static List<String> kinds(String names) {
        List<String> named = List.of(names.split(",", -1));
        List<String> kinds = KINDS.stream().filter(named::contains).toList();
        return kinds.isEmpty() ? KINDS : kinds;
    }

    /** Leaves out concepts of other kinds, the one in the middle kept, and then those that no line leads to. */
    private static Neighbourhood showing(Neighbourhood around, List<String> kinds) {
        if (kinds.size() == KINDS.size()) {
            return around;
        }
        Set<String> kept = new HashSet<>();
        for (Neighbourhood.Node node : around.nodes()) {
            if (node.concept().slug().equals(around.centre())
                    || kinds.contains(key(node.concept().kind()))) {
                kept.add(node.concept().slug());
            }
        }
        List<Neighbourhood.Edge> edges = around.edges().stream()
                .filter(edge -> kept.contains(edge.from()) && kept.contains(edge.to()))
                .toList();
        Set<String> joined = new HashSet<>(Set.of(around.centre()));
        edges.forEach(edge -> joined.addAll(List.of(edge.from(), edge.to())));
        List<Neighbourhood.Node> nodes = around.nodes().stream()
                .filter(node -> kept.contains(node.concept().slug())
                        && joined.contains(node.concept().slug()))
                .toList();
        return new Neighbourhood(around.centre(), around.depth(), nodes, edges);
    }

    /** The picture, and the same as a tree and as rows. */
    record View(ConceptRef centre, Picture picture, Branch tree, List<Row> rows) {
        static View of(Neighbourhood around) {
            Map<String, Neighbourhood.Node> nodes = around.nodes().stream()
                    .collect(Collectors.toMap(node -> node.concept().slug(), node -> node));
            List<Row> rows = around.edges().stream()
                    .map(edge -> new Row(
                            ref(nodes, edge.from()), edge.relation().key(), ref(nodes, edge.to()), edge.reason()))
                    .toList();
            return new View(ref(nodes, around.centre()), Picture.of(around), Branch.of(around, nodes), rows);
        }

        private static ConceptRef ref(Map<String, Neighbourhood.Node> nodes, String slug) {
            return Objects.requireNonNull(nodes.get(slug), slug).concept();
        }
    }

    /** An edge as a row. */
    record Row(ConceptRef from, String relation, ConceptRef to, String reason) {}

    /**
     * A concept with those that hang on it: each concept hangs on the first one nearer to the middle that it has an edge
     * with, or on the middle.
     *
     * @param relation by which it hangs there; empty for the one in the middle and where no edge says so
     * @param inverse  whether it is the subject of that statement
     */
    record Branch(ConceptRef concept, String relation, boolean inverse, List<Branch> below) {
        static Branch of(Neighbourhood around, Map<String, Neighbourhood.Node> nodes) {
            Map<String, List<Hanging>> below = new HashMap<>();
            for (Neighbourhood.Node node : around.nodes()) {
                String slug = node.concept().slug();
                if (!slug.equals(around.centre())) {
                    Hanging hanging = hanging(node, around, nodes);
                    below.computeIfAbsent(hanging.on(), on -> new ArrayList<>()).add(hanging);
                }
            }
            ConceptRef centre =
                    Objects.requireNonNull(nodes.get(around.centre())).concept();
            return branch(new Hanging(centre, "", "", false), below);
        }

        private static Branch branch(Hanging hanging, Map<String, List<Hanging>> below) {
            return new Branch(
                    hanging.concept(),
                    hanging.relation(),
                    hanging.inverse(),
                    below.getOrDefault(hanging.concept().slug(), List.of()).stream()
                            .map(one -> branch(one, below))
                            .toList());
        }

        private record Hanging(ConceptRef concept, String on, String relation, boolean inverse) {}

        private static Hanging hanging(
                Neighbourhood.Node node, Neighbourhood around, Map<String, Neighbourhood.Node> nodes) {
            String slug = node.concept().slug();
            for (Neighbourhood.Edge edge : around.edges()) {
                boolean inverse = edge.from().equals(slug);
                if (inverse || edge.to().equals(slug)) {
                    Neighbourhood.Node other = nodes.get(inverse ? edge.to() : edge.from());
                    if (other != null && other.distance() == node.distance() - 1) {
                        String on = other.concept().slug();
                        return new Hanging(node.concept(), on, edge.relation().key(), inverse);
                    }
                }
            }
            return new Hanging(node.concept(), around.centre(), "", false);
        }
    }
}
