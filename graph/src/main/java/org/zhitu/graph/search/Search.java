package org.zhitu.graph.search;

import java.util.List;
import org.zhitu.ontology.Language;

/** Finds concepts and questions by what a person types. Immutable: made from one state of the store. */
public final class Search {
    /** The most hits that one search returns. */
    public static final int MAX_LIMIT = 100;

    Search() {}

    /**
     * Returns the best hits, best first: exact labels, then beginnings, then words inside, then near misses.
     *
     * @param limit at most {@link #MAX_LIMIT}
     */
    public List<Hit> find(String text, Language language, int limit) {
        throw new UnsupportedOperationException();
    }
}
