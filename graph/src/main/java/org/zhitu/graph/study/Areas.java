package org.zhitu.graph.study;

import java.util.HashSet;
import java.util.Set;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.ontology.Relation;

/** The area of a concept: the top concept above it, by the first of several broader concepts; itself where nothing is. */
final class Areas {
    private final ConceptGraph graph;

    Areas(ConceptGraph graph) {
        this.graph = graph;
    }

    /** Returns the area of a concept; a cycle ends where it would begin again. Costs as much as the concept lies deep. */
    int of(int concept) {
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
