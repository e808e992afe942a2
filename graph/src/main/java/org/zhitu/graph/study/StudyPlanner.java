package org.zhitu.graph.study;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.NoteGaps;
import org.zhitu.graph.query.Notes;
import org.zhitu.graph.query.Provenance;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.query.Sources;
import org.zhitu.graph.query.StudyQueries;
import org.zhitu.ontology.Language;

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

    /** The most sections, the most questions, and the most sources, that one step shows. */
    public static final int MAX_MATERIAL = 20;

    private final ConceptGraph concepts;
    private final PrerequisiteGraph graph;
    private final Areas areas;
    private final Material material;
    private final Fringe fringe;
    private final GapFinder gaps;

    /** What a planner looks up for what it plans: reasons, questions, sources, sections, gaps, and how SPARQL asks for it. */
    public record Material(
            Provenance provenance,
            Questions questions,
            Sources sources,
            Notes notes,
            NoteGaps gaps,
            StudyQueries queries) {}

    /** Plans over the concepts of a graph. */
    public StudyPlanner(ConceptGraph concepts, Material material) {
        this.concepts = concepts;
        this.graph = PrerequisiteGraph.of(concepts);
        this.areas = new Areas(concepts);
        this.material = material;
        this.fringe = new Fringe(concepts, graph, material.queries());
        this.gaps = new GapFinder(concepts, graph, material);
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
        return path(PlanRequest.to(goals, language).knowing(known));
    }

    /**
     * Returns an order of steps that leads to the goals, minus what is known and what only that needed.
     *
     * @param goals slugs
     * @param known slugs; one that is not in the store is left out
     * @throws IllegalArgumentException if a goal is not in the store
     */
    public StudyPath path(Collection<String> goals, Collection<String> known, Extent extent, Language language) {
        return path(PlanRequest.to(goals, language).knowing(known).within(extent));
    }

    /**
     * Returns what a learner wants planned. The steps are those that the goals require, minus what is known, what is skipped,
     * and what only those needed. Their order is that of {@link LearningOrder}, after what the learner wants first.
     *
     * @throws IllegalArgumentException if a goal is not in the store
     */
    public StudyPath path(PlanRequest request) {
        List<Integer> goals =
                request.goals().stream().distinct().map(this::find).toList();
        BitSet mastered = mastered(request.known());
        BitSet skipped = set(request.skip());
        skipped.andNot(mastered);
        Outline outline = Outline.of(graph, goals, mastered, skipped, request.extent());
        LearningOrder learning = new LearningOrder(graph, outline.steps(), areas::of);
        List<Integer> order = wished(learning.from(goals), request.order());
        return new PathWriter(concepts, graph, material, areas, request.language())
                .write(request, new PathWriter.Draft(outline, learning, order, mastered));
    }

    /** An order in which some steps come first, in an order of their own. */
    private List<Integer> wished(int[] order, List<String> first) {
        LinkedHashSet<Integer> steps = new LinkedHashSet<>();
        BitSet all = new BitSet();
        IntStream.of(order).forEach(all::set);
        first.forEach(slug -> concepts.find(slug).ifPresent(concept -> {
            if (all.get(concept)) {
                steps.add(concept);
            }
        }));
        IntStream.of(order).forEach(steps::add);
        return List.copyOf(steps);
    }

    /**
     * Returns what is ready to be learned by a person who knows some concepts and what those require; most unlocked first.
     *
     * @param known slugs; one that is not in the store is left out
     * @param limit at most so many; at most {@link #MAX_STEPS}
     */
    public NextSteps next(Collection<String> known, int limit, Language language) {
        return next(known, List.of(), NextSteps.Rank.UNLOCKS, limit, language);
    }

    /**
     * Returns what is ready to be learned by a person who knows some concepts and what those require.
     *
     * @param known slugs; one that is not in the store is left out
     * @param goals slugs to which distances are counted; possibly none
     * @param limit at most so many; at most {@link #MAX_STEPS}
     * @throws IllegalArgumentException if a goal is not in the store
     */
    public NextSteps next(
            Collection<String> known, Collection<String> goals, NextSteps.Rank rank, int limit, Language language) {
        List<Integer> wanted = goals.stream().distinct().map(this::find).toList();
        return fringe.next(known, mastered(known), wanted, rank, Math.clamp(limit, 0, MAX_STEPS), language);
    }

    /**
     * Returns what requires a concept, by level.
     *
     * @param known slugs of what does not stand in the way any more; one that is not in the store is left out
     * @param limit at most so many concepts of each level; at most {@link #MAX_STEPS}
     * @throws IllegalArgumentException if the concept is not in the store
     */
    public Unlocks unlocks(String concept, Collection<String> known, int limit, Language language) {
        return fringe.unlocks(find(concept), mastered(known), Math.clamp(limit, 0, MAX_STEPS), language);
    }

    /**
     * Returns what the notes lack.
     *
     * @param goals slugs; none: every concept that the notes cover is a goal
     * @param known slugs of what need not be covered; one that is not in the store is left out
     * @param limit at most so many entries in each list; at most {@link #MAX_STEPS}
     * @throws IllegalArgumentException if a goal is not in the store
     */
    public Gaps gaps(Collection<String> goals, Collection<String> known, int limit, Language language) {
        List<Integer> wanted = goals.stream().distinct().map(this::find).toList();
        return gaps.find(wanted, mastered(known), Math.clamp(limit, 0, MAX_STEPS), language);
    }

    /**
     * Returns the goals and all that they require as a small graph of its own: what the diagnostic and the review work on.
     * At most {@link #MAX_STEPS} concepts; of a larger course those that stand first in learning order.
     *
     * @param goals slugs
     * @throws IllegalArgumentException if a goal is not in the store
     */
    public Course course(Collection<String> goals) {
        List<Integer> wanted = goals.stream().distinct().map(this::find).toList();
        Outline outline = Outline.of(graph, wanted, new BitSet(), new BitSet(), Extent.REQUIRED);
        int[] order = new LearningOrder(graph, outline.steps(), areas::of).from(wanted);
        return Course.of(
                concepts, graph, areas, IntStream.of(order).limit(MAX_STEPS).toArray());
    }

    private int find(String slug) {
        return concepts.find(slug).orElseThrow(() -> new IllegalArgumentException("no such concept: " + slug));
    }

    private BitSet set(Collection<String> slugs) {
        BitSet set = new BitSet();
        slugs.forEach(slug -> concepts.find(slug).ifPresent(set::set));
        return set;
    }

    /** What a person knows who knows some concepts. */
    private BitSet mastered(Collection<String> known) {
        BitSet mastered = set(known);
        graph.close(mastered, new BitSet());
        return mastered;
    }

    /** Returns the study time of a concept in minutes. */
    static int minutes(ConceptGraph concepts, int concept) {
        int minutes = concepts.minutes(concept);
        return minutes == 0 ? DEFAULT_MINUTES : minutes;
    }
}
