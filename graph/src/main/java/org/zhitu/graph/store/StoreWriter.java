package org.zhitu.graph.store;

import org.apache.jena.graph.Graph;

/** A store in the middle of a transaction that writes; it reads its own writes. */
public interface StoreWriter extends StoreReader {
    /**
     * Replaces a named graph and its graph of evidence as a whole.
     *
     * @param graph       the graph's IRI
     * @param statements  its new content; no blank nodes
     * @param evidence    the new content of its graph of evidence; no blank nodes
     * @param contentHash a digest of what the content was made from
     */
    void replace(String graph, Graph statements, Graph evidence, String contentHash);

    /** Removes a named graph with its graph of evidence; nothing happens if it is not there. */
    void remove(String graph);
}
