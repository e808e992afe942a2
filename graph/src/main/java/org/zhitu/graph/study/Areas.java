package org.zhitu.graph.study;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.ontology.Relation;

/** The area of a concept: the top concept above it, by the first of several broader concepts; itself where nothing is. */
final class Areas {
    private final ConceptGraph graph;

    /** By concept, its area plus one; 0 where nobody has asked yet. */
    private final AtomicIntegerArray found;

    Areas(ConceptGraph graph) {
        this.graph = graph;
        this.found = new AtomicIntegerArray(graph.size());
    }

    /** Returns the area of a concept; a cycle ends where it would begin again. */
    int of(int concept) {
        int area = found.get(concept);
        if (area == 0) {
            area = climb(concept) + 1;
            found.set(concept, area);
        }
        return area - 1;
    }

    private int climb(int concept) {
        int top = concept;
        int[] broader = graph.objects(Relation.BROADER, top);
        Set<Integer> seen = new HashSet<>();
        while (broader.length > 0 && seen.add(top)) {
            top = broader[0];
            broader = graph.objects(Relation.BROADER, top);
        }
        return top;
    }
}
