package org.zhitu.graph.query;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhitu.ontology.Relation;

/** The hierarchy of concepts: broader above, narrower below. A cycle in it does no harm. */
final class Taxonomy {
    private final ConceptGraph graph;

    Taxonomy(ConceptGraph graph) {
        this.graph = graph;
    }

    /** Returns a concept and all below it. */
    SortedSet<Integer> withNarrower(int concept) {
        SortedSet<Integer> found = new TreeSet<>(List.of(concept));
        Deque<Integer> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            for (int narrower : graph.subjects(Relation.BROADER, open.remove())) {
                if (found.add(narrower)) {
                    open.add(narrower);
                }
            }
        }
        return found;
    }
}
