package org.zhitu.graph.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.ontology.Relation;

/**
 * What must be known before what, without cycles, in arrays. Concepts are numbered as in the {@link ConceptGraph}.
 *
 * <p>A cycle is cut where it is least sure: edges are taken in the order required before helpful, surer before less sure,
 * then by the two slugs, and an edge that would close a cycle with those taken is left out. So a required edge never
 * gives way to a helpful one, and what is kept cannot be extended. Costs O(n + m) where there is no cycle.
 */
final class PrerequisiteGraph {
    private final int[][] required;
    private final int[][] helpful;
    private final int[][] requiredBy;
    private final List<Edge> cuts;

    /** That a concept builds on another. */
    record Edge(int concept, int prerequisite) {}

    PrerequisiteGraph(ConceptGraph graph) {
        int size = graph.size();
        required = new int[size][];
        helpful = new int[size][];
        for (int concept = 0; concept < size; concept++) {
            int[] all = graph.objects(Relation.PREREQUISITE, concept);
            int from = concept;
            required[concept] = Arrays.stream(all)
                    .filter(before -> graph.isRequired(from, before))
                    .toArray();
            helpful[concept] = Arrays.stream(all)
                    .filter(before -> !graph.isRequired(from, before))
                    .toArray();
        }
        cuts = cutCycles(graph);
        requiredBy = inverse(required);
    }

    int size() {
        return required.length;
    }

    /** Direct required prerequisites, ascending. */
    int[] required(int concept) {
        return required[concept];
    }

    /** Direct helpful prerequisites, ascending. */
    int[] helpful(int concept) {
        return helpful[concept];
    }

    /** The concepts that directly require this one, ascending. */
    int[] requiredBy(int concept) {
        return requiredBy[concept];
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
            for (int before : required[concept]) {
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

    /** Returns how many concepts require this one, directly or not. */
    int countDependants(int concept) {
        BitSet seen = new BitSet();
        seen.set(concept);
        int[] stack = {concept};
        int top = 1;
        int count = 0;
        while (top > 0) {
            for (int after : requiredBy[stack[--top]]) {
                if (!seen.get(after)) {
                    seen.set(after);
                    count++;
                    if (top + requiredBy[after].length + 1 >= stack.length) {
                        stack = Arrays.copyOf(stack, 2 * stack.length + 16);
                    }
                    stack[top++] = after;
                }
            }
        }
        return count;
    }

    private List<Edge> cutCycles(ConceptGraph graph) {
        int[] component = new Components(required, helpful).find();
        List<Edge> doubtful = new ArrayList<>();
        for (int concept = 0; concept < required.length; concept++) {
            for (int[] some : List.of(required[concept], helpful[concept])) {
                for (int before : some) {
                    if (component[concept] == component[before]) {
                        doubtful.add(new Edge(concept, before));
                    }
                }
            }
        }
        doubtful.sort(Comparator.comparing((Edge edge) -> !graph.isRequired(edge.concept(), edge.prerequisite()))
                .thenComparing(edge -> -graph.confidence(edge.concept(), edge.prerequisite()))
                .thenComparing(Edge::concept)
                .thenComparing(Edge::prerequisite));
        Kept kept = new Kept();
        List<Edge> left = new ArrayList<>();
        for (Edge edge : doubtful) {
            if (kept.reaches(edge.prerequisite(), edge.concept())) {
                left.add(edge);
                int[][] some = graph.isRequired(edge.concept(), edge.prerequisite()) ? required : helpful;
                some[edge.concept()] = Arrays.stream(some[edge.concept()])
                        .filter(before -> before != edge.prerequisite())
                        .toArray();
            } else {
                kept.add(edge);
            }
        }
        left.sort(Comparator.comparing(Edge::concept).thenComparing(Edge::prerequisite));
        return List.copyOf(left);
    }

    private static int[][] inverse(int[][] edges) {
        int[] degrees = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                degrees[target]++;
            }
        }
        int[][] inverse = new int[edges.length][];
        for (int i = 0; i < edges.length; i++) {
            inverse[i] = new int[degrees[i]];
        }
        for (int from = edges.length - 1; from >= 0; from--) {
            for (int target : edges[from]) {
                inverse[target][--degrees[target]] = from;
            }
        }
        return inverse;
    }
}
