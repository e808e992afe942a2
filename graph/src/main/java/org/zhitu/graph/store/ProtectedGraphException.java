package org.zhitu.graph.store;

/** A graph that is not for its users to write: it is made from notes, from the scheme, or from other graphs. */
public final class ProtectedGraphException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String graph;

    /**
     * @param graph the graph's IRI; empty for the default graph
     */
    public ProtectedGraphException(String graph) {
        super("not to be written by hand: " + (graph.isEmpty() ? "the default graph" : graph));
        this.graph = graph;
    }

    /** Returns the graph's IRI; empty for the default graph. */
    public String graph() {
        return graph;
    }
}
