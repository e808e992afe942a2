package org.zhitu.graph.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.zhitu.graph.query.Adjacency;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.ontology.Relation;

/**
 * What must be known before what, without cycles, in compressed rows. Concepts are numbered as in the {@link ConceptGraph}.
 * Immutable.
 *
 * <p>A cycle is cut where it is least sure: edges are taken in the order required before helpful, surer before less sure,
 * then by the two slugs, and an edge that would close a cycle with those taken is left out. So a required edge never
 * gives way to a helpful one, and what is kept cannot be extended. Costs O(n + m) where there is no cycle.
 */
final class PrerequisiteGraph {
    /** The most dependants of one concept that are counted. */
    static final int MAX_COUNT = 10_000;

    private final Adjacency required;
    private final Adjacency helpful;
    private final Adjacency requiredBy;
    private final List<Edge> cuts;

    /** That a concept builds on another. */
    record Edge(int concept, int prerequisite, boolean required) {
        long packed() {
            return (long) concept << 32 | prerequisite;
        }
    }

    /**
     * @param required   from concept to prerequisite
     * @param helpful    the same; shares no edge with the required ones
     * @param confidence how sure an edge is, asked only within cycles
     */
    PrerequisiteGraph(Adjacency required, Adjacency helpful, ToDoubleFunction<Edge> confidence) {
        cuts = cuts(required, helpful, confidence);
        this.required = without(required, cuts);
        this.helpful = without(helpful, cuts);
        requiredBy = this.required.inverse();
    }

    /** Returns the prerequisites of a graph of concepts. */
    static PrerequisiteGraph of(ConceptGraph graph) {
        Packed required = new Packed();
        Packed helpful = new Packed();
        for (int concept = 0; concept < graph.size(); concept++) {
            for (int before : graph.objects(Relation.PREREQUISITE, concept)) {
                (graph.isRequired(concept, before) ? required : helpful).add((long) concept << 32 | before);
            }
        }
        return new PrerequisiteGraph(
                Adjacency.of(graph.size(), required.toArray()),
                Adjacency.of(graph.size(), helpful.toArray()),
                edge -> graph.confidence(edge.concept(), edge.prerequisite()));
    }

    int size() {
        return required.vertices();
    }

    /** Direct required prerequisites. */
    Adjacency required() {
        return required;
    }

    /** Direct helpful prerequisites. */
    Adjacency helpful() {
        return helpful;
    }

    /** The concepts that directly require a concept. */
    Adjacency requiredBy() {
        return requiredBy;
    }

    /** The edges left out, by concept and prerequisite. */
    List<Edge> cuts() {
        return cuts;
    }

    /** Adds to a set all that its members require, directly or not; what is in {@code without} is not passed. */
    void close(BitSet concepts, BitSet without) {
        int[] stack = concepts.stream().toArray();
        int top = stack.length;
        while (top > 0) {
            int concept = stack[--top];
            for (int edge = required.start(concept); edge < required.start(concept + 1); edge++) {
                int before = required.target(edge);
                if (!concepts.get(before) && !without.get(before)) {
                    concepts.set(before);
                    if (top == stack.length) {
                        stack = Arrays.copyOf(stack, Math.max(16, 2 * top));
                    }
                    stack[top++] = before;
                }
            }
        }
    }

    /** Says whether a set holds all that a concept directly requires. */
    boolean isReady(int concept, BitSet mastered) {
        for (int edge = required.start(concept); edge < required.start(concept + 1); edge++) {
            if (!mastered.get(required.target(edge))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Returns the concepts that require a concept, directly or not, nearest first, those equally near by slug.
     *
     * @param limit the search ends once so many are found
     */
    int[] dependants(int concept, int limit) {
        BitSet seen = new BitSet();
        seen.set(concept);
        int[] found = new int[16];
        int count = 0;
        int next = -1;
        for (int from = concept; from >= 0 && count < limit; from = ++next < count ? found[next] : -1) {
            for (int edge = requiredBy.start(from); edge < requiredBy.start(from + 1) && count < limit; edge++) {
                int after = requiredBy.target(edge);
                if (!seen.get(after)) {
                    seen.set(after);
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = after;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** Returns how many concepts require this one, directly or not; not more than {@link #MAX_COUNT}. */
    int countDependants(int concept) {
        return dependants(concept, MAX_COUNT).length;
    }

    private static List<Edge> cuts(Adjacency required, Adjacency helpful, ToDoubleFunction<Edge> confidence) {
        int[] component = new Components(required, helpful).find();
        List<Edge> doubtful = new ArrayList<>();
        collect(required, true, component, doubtful);
        collect(helpful, false, component, doubtful);
        doubtful.sort(Comparator.comparing((Edge edge) -> !edge.required())
                .thenComparing(edge -> -confidence.applyAsDouble(edge))
                .thenComparing(Edge::concept)
                .thenComparing(Edge::prerequisite));
        Kept kept = new Kept();
        List<Edge> left = new ArrayList<>();
        for (Edge edge : doubtful) {
            if (kept.reaches(edge.prerequisite(), edge.concept())) {
                left.add(edge);
            } else {
                kept.add(edge);
            }
        }
        left.sort(Comparator.comparing(Edge::concept).thenComparing(Edge::prerequisite));
        return List.copyOf(left);
    }

    private static void collect(Adjacency edges, boolean required, int[] component, List<Edge> doubtful) {
        for (int concept = 0; concept < edges.vertices(); concept++) {
            for (int edge = edges.start(concept); edge < edges.start(concept + 1); edge++) {
                if (component[concept] == component[edges.target(edge)]) {
                    doubtful.add(new Edge(concept, edges.target(edge), required));
                }
            }
        }
    }

    private static Adjacency without(Adjacency edges, List<Edge> cuts) {
        if (cuts.isEmpty()) {
            return edges;
        }
        Set<Long> left = new HashSet<>();
        cuts.forEach(cut -> left.add(cut.packed()));
        Packed kept = new Packed();
        for (int concept = 0; concept < edges.vertices(); concept++) {
            for (int edge = edges.start(concept); edge < edges.start(concept + 1); edge++) {
                long packed = (long) concept << 32 | edges.target(edge);
                if (!left.contains(packed)) {
                    kept.add(packed);
                }
            }
        }
        return Adjacency.of(edges.vertices(), kept.toArray());
    }

    /** A growing array of edges. */
    private static final class Packed {
        private long[] edges = new long[16];
        private int count;

        void add(long edge) {
            if (count == edges.length) {
                edges = Arrays.copyOf(edges, 2 * count);
            }
            edges[count++] = edge;
        }

        long[] toArray() {
            return Arrays.copyOf(edges, count);
        }
    }
}
