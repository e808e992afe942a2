package org.zhitu.graph.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhitu.graph.query.Adjacency;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.Provenance;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SectionRef;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/** Writes a path: looks up what is said about its steps, a fixed number of queries however many there are. */
final class PathWriter {
    private static final Provenance.Grounds NOTHING = new Provenance.Grounds("", List.of());

    private final ConceptGraph concepts;
    private final PrerequisiteGraph graph;
    private final StudyPlanner.Material material;
    private final Areas areas;
    private final Language language;

    PathWriter(
            ConceptGraph concepts,
            PrerequisiteGraph graph,
            StudyPlanner.Material material,
            Areas areas,
            Language language) {
        this.concepts = concepts;
        this.graph = graph;
        this.material = material;
        this.areas = areas;
        this.language = language;
    }

    /**
     * What is decided about a path.
     *
     * @param order    all steps
     * @param mastered what is known
     */
    record Draft(Outline outline, LearningOrder learning, List<Integer> order, BitSet mastered) {
        /** Returns the steps that are listed. */
        int[] kept() {
            return all(order.subList(0, Math.min(order.size(), StudyPlanner.MAX_STEPS)));
        }

        int switches() {
            return learning.coherence(all(order)).switches();
        }

        private static int[] all(List<Integer> some) {
            return some.stream().mapToInt(Integer::intValue).toArray();
        }
    }

    /** What is said about the steps. */
    private record Said(
            Map<Integer, List<Provenance.Edge>> uses,
            Map<Provenance.Edge, Provenance.Grounds> grounds,
            Map<String, List<SectionRef>> sections,
            Map<String, List<QuestionRef>> questions,
            Map<String, List<SourceRef>> sources) {
        Provenance.Grounds grounds(Provenance.Edge edge) {
            return grounds.getOrDefault(edge, NOTHING);
        }
    }

    StudyPath write(PlanRequest request, Draft draft) {
        int[] order = draft.kept();
        Map<Integer, List<Provenance.Edge>> uses = uses(order, draft.outline().required());
        List<PrerequisiteGraph.Edge> cuts = cuts(draft.outline().steps());
        Map<Provenance.Edge, StudyPath.Breach> breaches = breaches(order, draft);
        List<Provenance.Edge> edges = new ArrayList<>(breaches.keySet());
        uses.values().forEach(edges::addAll);
        cuts.forEach(cut -> edges.add(edge(cut.concept(), cut.prerequisite())));
        List<String> slugs = Arrays.stream(order).mapToObj(concepts::slug).toList();
        Said said = new Said(
                uses,
                material.provenance().grounds(new LinkedHashSet<>(edges), language),
                material.notes().about(slugs),
                material.questions().about(slugs),
                material.sources().about(slugs));
        int minutes = Arrays.stream(order)
                .map(step -> StudyPlanner.minutes(concepts, step))
                .sum();
        return new StudyPath(
                List.copyOf(new LinkedHashSet<>(request.goals())),
                List.copyOf(new TreeSet<>(request.known())),
                draft.outline().skipped().stream().mapToObj(concepts::slug).toList(),
                Math.round(minutes / 15.0) / 4.0,
                draft.order().size(),
                draft.switches(),
                draft.learning().plain().switches(),
                Arrays.stream(order)
                        .mapToObj(concept -> step(concept, draft, said))
                        .toList(),
                cuts.stream().map(cut -> cut(cut, said)).toList(),
                warnings(breaches, said));
    }

    private StudyPath.Step step(int concept, Draft draft, Said said) {
        String slug = concepts.slug(concept);
        int minutes = StudyPlanner.minutes(concepts, concept);
        return new StudyPath.Step(
                slug,
                concepts.label(concept, language),
                concepts.ref(areas.of(concept), language),
                minutes,
                Math.round(minutes * 100 / 60.0) / 100.0,
                draft.learning().generation(concept),
                !draft.outline().required().get(concept),
                concepts.isCovered(concept),
                said.uses().getOrDefault(concept, List.of()).stream()
                        .map(edge -> because(edge, said))
                        .toList(),
                first(said.sections().getOrDefault(slug, List.of())),
                first(said.questions().getOrDefault(slug, List.of())),
                first(said.sources().getOrDefault(slug, List.of())));
    }

    /**
     * The edges from steps to those that they need, by the step needed, in learning order: required ones, to an optional
     * step helpful ones as well.
     */
    private Map<Integer, List<Provenance.Edge>> uses(int[] order, BitSet required) {
        Map<Integer, List<Provenance.Edge>> edges = new TreeMap<>();
        Arrays.stream(order).forEach(step -> edges.put(step, new ArrayList<>()));
        for (int later : order) {
            for (int step : graph.required().neighbours(later)) {
                use(edges, later, step);
            }
            for (int step : graph.helpful().neighbours(later)) {
                if (!required.get(step)) {
                    use(edges, later, step);
                }
            }
        }
        return edges;
    }

    private static void use(Map<Integer, List<Provenance.Edge>> edges, int later, int step) {
        List<Provenance.Edge> uses = edges.get(step);
        if (uses != null) {
            uses.add(edge(later, step));
        }
    }

    private static Provenance.Edge edge(int concept, int prerequisite) {
        return new Provenance.Edge(concept, Relation.PREREQUISITE, prerequisite);
    }

    private StudyPath.Because because(Provenance.Edge edge, Said said) {
        Provenance.Grounds why = said.grounds(edge);
        return new StudyPath.Because(
                concepts.slug(edge.from()), concepts.label(edge.from(), language), why.reason(), why.evidence());
    }

    private List<PrerequisiteGraph.Edge> cuts(BitSet steps) {
        return graph.cuts().stream()
                .filter(cut -> steps.get(cut.concept()) || steps.get(cut.prerequisite()))
                .toList();
    }

    private StudyPath.Cut cut(PrerequisiteGraph.Edge cut, Said said) {
        return new StudyPath.Cut(
                concepts.ref(cut.concept(), language),
                concepts.ref(cut.prerequisite(), language),
                cut.required(),
                concepts.confidence(cut.concept(), cut.prerequisite()),
                said.grounds(edge(cut.concept(), cut.prerequisite())).evidence());
    }

    /** The required prerequisites that an order breaks, in the order of the steps that need them. */
    private Map<Provenance.Edge, StudyPath.Breach> breaches(int[] order, Draft draft) {
        Map<Provenance.Edge, StudyPath.Breach> breaches = new LinkedHashMap<>();
        BitSet learned = (BitSet) draft.mastered().clone();
        Adjacency required = graph.required();
        for (int step : order) {
            for (int before : required.neighbours(step)) {
                if (draft.outline().skipped().get(before)) {
                    breaches.put(edge(step, before), StudyPath.Breach.SKIPPED);
                } else if (!learned.get(before)) {
                    breaches.put(edge(step, before), StudyPath.Breach.LATER);
                }
            }
            learned.set(step);
        }
        return breaches;
    }

    private List<StudyPath.Warning> warnings(Map<Provenance.Edge, StudyPath.Breach> breaches, Said said) {
        return breaches.entrySet().stream()
                .map(breach -> new StudyPath.Warning(
                        breach.getValue(),
                        concepts.ref(breach.getKey().from(), language),
                        concepts.ref(breach.getKey().to(), language),
                        said.grounds(breach.getKey()).reason(),
                        said.grounds(breach.getKey()).evidence()))
                .toList();
    }

    private static <T> List<T> first(List<T> all) {
        return List.copyOf(all.subList(0, Math.min(all.size(), StudyPlanner.MAX_MATERIAL)));
    }
}
