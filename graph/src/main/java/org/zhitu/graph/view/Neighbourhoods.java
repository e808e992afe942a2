package org.zhitu.graph.view;

import java.util.Optional;
import java.util.Set;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/** The neighbourhoods of concepts. Immutable: made from one state of the store. */
public final class Neighbourhoods {
    /** The greatest depth that can be asked for. */
    public static final int MAX_DEPTH = 6;
    /** The most nodes that can be asked for. */
    public static final int MAX_NODES = 500;

    Neighbourhoods() {}

    /**
     * Returns the neighbourhood of a concept; empty where there is no such concept.
     *
     * @param depth     steps from the centre, from 1 to {@link #MAX_DEPTH}
     * @param relations the relations to follow
     * @param limit     at most so many nodes, nearest first; at most {@link #MAX_NODES}
     */
    public Optional<Neighbourhood> around(
            String slug, int depth, Set<Relation> relations, int limit, Language language) {
        throw new UnsupportedOperationException();
    }
}
