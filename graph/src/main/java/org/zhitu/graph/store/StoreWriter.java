package org.zhitu.graph.store;

import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.exec.UpdateExecBuilder;
import org.apache.jena.update.UpdateRequest;

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

    /**
     * Replaces a graph of the users' own as a whole. Blank nodes are taken as they are; statements with triple terms stay out
     * of the default graph.
     *
     * @param graph   the graph's IRI; empty for the default graph, which can be written only where it is no union
     * @throws ProtectedGraphException if the graph is not the users' own
     */
    void put(String graph, Graph content);

    /**
     * Returns a builder for one execution of an update on this state.
     *
     * <p>The execution throws {@link ProtectedGraphException} when it would change a graph that is not the users' own.
     */
    UpdateExecBuilder update(UpdateRequest update);
}
