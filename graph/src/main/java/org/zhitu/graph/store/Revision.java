package org.zhitu.graph.store;

import java.util.SortedMap;
import org.zhitu.ontology.Iris;

/** The digest that names a state of a store. */
final class Revision {
    /** Counted up when a new version keeps the same content in another form. */
    private static final String FORMAT = "zhitu-store 1";

    private Revision() {}

    /** Returns the digest of the graphs' names and content hashes, in the order of the names. */
    static String of(SortedMap<String, String> catalogue) {
        StringBuilder lines = new StringBuilder(FORMAT);
        catalogue.forEach(
                (graph, hash) -> lines.append('\n').append(graph).append(' ').append(hash));
        return Iris.hash(lines.toString());
    }
}
