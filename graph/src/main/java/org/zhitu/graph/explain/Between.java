package org.zhitu.graph.explain;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.ontology.Relation;

/**
 * How two concepts hang together.
 *
 * @param relations    those that were walked, in either direction
 * @param explanations shortest first; of equally long ones those with the more telling relations, then by the slugs of the
 *                     concepts on the way. None: no way of at most {@link Explanations#MAX_HOPS} hops
 * @param complete     whether the search went far enough to be sure that these are the shortest
 * @param sparql       selects the concepts that stand between the two, one hop from each
 */
public record Between(
        ConceptRef from,
        ConceptRef to,
        SortedSet<Relation> relations,
        List<Explanation> explanations,
        boolean complete,
        String sparql) {
    public Between {
        relations = new TreeSet<>(relations);
        explanations = List.copyOf(explanations);
    }
}
