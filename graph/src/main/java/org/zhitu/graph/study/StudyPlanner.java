package org.zhitu.graph.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.Provenance;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.graph.query.Sources;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/**
 * Plans what to learn. Immutable: made from one state of the store. Safe for use by many threads.
 *
 * <p>Who knows a concept knows what it requires, directly or not: knowing BERT means knowing the Transformer. What is
 * only helpful for it may still be unknown.
 */
public final class StudyPlanner {
    /** The most steps that one path or list returns. A longer path is cut at its end. */
    public static final int MAX_STEPS = 1000;

    /** The study time of a concept for which nobody has said one, in minutes. */
    public static final int DEFAULT_MINUTES = 45;

    /** The most questions, and the most sources, that one step shows. */
    public static final int MAX_MATERIAL = 20;

    private final ConceptGraph concepts;
    private final PrerequisiteGraph graph;
    private final Provenance provenance;
    private final Questions questions;
    private final Sources sources;

    /** How many concepts require a concept, plus one; 0 where nobody has asked yet. */
    private final AtomicIntegerArray dependants;

    /** Plans over the concepts of a graph; looks up reasons, questions and sources for what it plans. */
    public StudyPlanner(ConceptGraph concepts, Provenance provenance, Questions questions, Sources sources) {
        this.concepts = concepts;
        this.graph = new PrerequisiteGraph(concepts);
        this.provenance = provenance;
        this.questions = questions;
        this.sources = sources;
        this.dependants = new AtomicIntegerArray(concepts.size());
    }

    /** How far a path goes. */
    public enum Extent {
        /** What the goals require, directly or not: the smallest path. */
        REQUIRED,
        /** The same, and what directly helps one of those steps, with what that requires; those steps are optional. */
        HELPFUL
    }

    /**
     * Returns the smallest order of steps that leads to the goals, minus what is known and what only that needed.
     *
     * @param goals slugs
     * @param known slugs; one that is not in the store is left out
     * @throws IllegalArgumentException if a goal is not in the store
     */
    public StudyPath path(Collection<String> goals, Collection<String> known, Language language) {
        return path(goals, known, Extent.REQUIRED, language);
    }

    /**
     * Returns an order of steps that leads to the goals, minus what is known and what only that needed.
     *
     * @param goals slugs
     * @param known slugs; one that is not in the store is left out
     * @throws IllegalArgumentException if a goal is not in the store
     */
    public StudyPath path(Collection<String> goals, Collection<String> known, Extent extent, Language language) {
        List<Integer> wanted = goals.stream().distinct().map(this::find).toList();
        BitSet mastered = mastered(known);
        BitSet required = new BitSet();
        wanted.stream().filter(goal -> !mastered.get(goal)).forEach(required::set);
        graph.close(required, mastered);
        BitSet steps = extent == Extent.REQUIRED ? required : withHelpful(required, mastered);
        LearningOrder learning = new LearningOrder(graph, steps);
        List<Integer> order = learning.from(wanted);
        List<Integer> kept = order.subList(0, Math.min(order.size(), MAX_STEPS));
        return new PathWriter(learning, kept, required, language).write(goals, known);
    }

    private BitSet withHelpful(BitSet required, BitSet mastered) {
        BitSet all = (BitSet) required.clone();
        required.stream().forEach(step -> {
            for (int helper : graph.helpful(step)) {
                if (!mastered.get(helper)) {
                    all.set(helper);
                }
            }
        });
        graph.close(all, mastered);
        return all;
    }

    private int find(String slug) {
        return concepts.find(slug).orElseThrow(() -> new IllegalArgumentException("no such concept: " + slug));
    }

    /** What a person knows who knows some concepts. */
    private BitSet mastered(Collection<String> known) {
        BitSet mastered = new BitSet();
        for (String slug : known) {
            concepts.find(slug).ifPresent(mastered::set);
        }
        graph.close(mastered, new BitSet());
        return mastered;
    }

    /** Returns the study time of a concept in minutes. */
    private int minutes(int concept) {
        int minutes = concepts.minutes(concept);
        return minutes == 0 ? DEFAULT_MINUTES : minutes;
    }

    /**
     * Returns what is ready to be learned by a person who knows some concepts and what those require.
     *
     * @param known slugs; one that is not in the store is left out
     * @param limit at most so many; at most {@link #MAX_STEPS}
     */
    public NextSteps next(Collection<String> known, int limit, Language language) {
        BitSet mastered = mastered(known);
        List<Integer> ready = new ArrayList<>();
        for (int concept = mastered.nextClearBit(0);
                concept < graph.size();
                concept = mastered.nextClearBit(concept + 1)) {
            if (Arrays.stream(graph.required(concept)).allMatch(mastered::get)) {
                ready.add(concept);
            }
        }
        List<NextSteps.Step> steps = ready.stream()
                .sorted(Comparator.comparing((Integer concept) -> -unlocks(concept))
                        .thenComparing(this::minutes)
                        .thenComparing(concept -> concept))
                .limit(Math.clamp(limit, 0, MAX_STEPS))
                .map(concept -> new NextSteps.Step(
                        concepts.ref(concept, language),
                        minutes(concept),
                        unlocks(concept),
                        refs(graph.required(concept), language)))
                .toList();
        return new NextSteps(List.copyOf(new TreeSet<>(known)), steps);
    }

    private int unlocks(int concept) {
        int known = dependants.get(concept);
        if (known == 0) {
            known = graph.countDependants(concept) + 1;
            dependants.set(concept, known);
        }
        return known - 1;
    }

    private List<ConceptRef> refs(int[] some, Language language) {
        return Arrays.stream(some)
                .mapToObj(concept -> concepts.ref(concept, language))
                .toList();
    }

    /** Fills in what one path says about its steps. */
    private final class PathWriter {
        private final LearningOrder learning;
        private final List<Integer> order;
        private final BitSet required;
        private final Language language;
        private final Map<Integer, List<Provenance.Edge>> uses;
        private final Map<Provenance.Edge, Provenance.Grounds> grounds;
        private final Map<String, List<QuestionRef>> asked;
        private final Map<String, List<SourceRef>> given;

        PathWriter(LearningOrder learning, List<Integer> order, BitSet required, Language language) {
            this.learning = learning;
            this.order = order;
            this.required = required;
            this.language = language;
            List<String> slugs = order.stream().map(concepts::slug).toList();
            this.uses = uses();
            this.grounds = provenance.grounds(
                    uses.values().stream().flatMap(List::stream).toList(), language);
            this.asked = questions.about(slugs);
            this.given = sources.about(slugs);
        }

        StudyPath write(Collection<String> goals, Collection<String> known) {
            int minutes = order.stream().mapToInt(StudyPlanner.this::minutes).sum();
            return new StudyPath(
                    List.copyOf(new LinkedHashSet<>(goals)),
                    List.copyOf(new TreeSet<>(known)),
                    Math.round(minutes / 15.0) / 4.0,
                    order.stream().map(this::step).toList(),
                    cuts());
        }

        private StudyPath.Step step(int concept) {
            String slug = concepts.slug(concept);
            int minutes = minutes(concept);
            return new StudyPath.Step(
                    slug,
                    concepts.label(concept, language),
                    minutes,
                    Math.round(minutes * 100 / 60.0) / 100.0,
                    learning.generation(concept),
                    !required.get(concept),
                    concepts.isCovered(concept),
                    uses.getOrDefault(concept, List.of()).stream()
                            .map(this::because)
                            .toList(),
                    first(asked.getOrDefault(slug, List.of())),
                    first(given.getOrDefault(slug, List.of())));
        }

        /**
         * The edges from steps to those that they need, by the step needed, in learning order: required ones, to an
         * optional step helpful ones as well.
         */
        private Map<Integer, List<Provenance.Edge>> uses() {
            Map<Integer, List<Provenance.Edge>> edges = new TreeMap<>();
            order.forEach(step -> edges.put(step, new ArrayList<>()));
            for (int later : order) {
                for (int step : graph.required(later)) {
                    use(edges, later, step);
                }
                for (int step : graph.helpful(later)) {
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
                uses.add(new Provenance.Edge(later, Relation.PREREQUISITE, step));
            }
        }

        private StudyPath.Because because(Provenance.Edge edge) {
            Provenance.Grounds why = grounds.getOrDefault(edge, new Provenance.Grounds("", List.of()));
            return new StudyPath.Because(
                    concepts.slug(edge.from()), concepts.label(edge.from(), language), why.reason(), why.evidence());
        }

        private List<StudyPath.Cut> cuts() {
            Set<Integer> steps = new HashSet<>(order);
            return graph.cuts().stream()
                    .filter(cut -> steps.contains(cut.concept()) || steps.contains(cut.prerequisite()))
                    .map(cut -> new StudyPath.Cut(
                            concepts.ref(cut.concept(), language), concepts.ref(cut.prerequisite(), language)))
                    .toList();
        }

        private static <T> List<T> first(List<T> all) {
            return List.copyOf(all.subList(0, Math.min(all.size(), MAX_MATERIAL)));
        }
    }
}
