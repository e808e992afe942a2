package org.zhitu.ontology;

import java.util.Optional;

/** What sort of thing a concept is. Each kind is a class of the vocabulary, a subclass of {@code skos:Concept}. */
public enum ConceptKind {
    MODEL("Model"),
    METHOD("Method"),
    TASK("Task"),
    METRIC("Metric"),
    RESOURCE("Resource"),
    TOOL("Tool"),
    FOUNDATION("Foundation"),
    /** Named by notes only: the curated scheme does not know it, so nobody has sorted it yet. */
    DISCOVERED("Discovered");

    private final String term;

    ConceptKind(String term) {
        this.term = term;
    }

    /** Returns the local name of the class in the vocabulary, such as {@code Model}. */
    public String term() {
        return term;
    }

    /** Returns the IRI of the class. */
    public String iri() {
        return Zt.NS + term;
    }

    /** Returns the kind whose class has this IRI. */
    public static Optional<ConceptKind> ofIri(String iri) {
        for (ConceptKind kind : values()) {
            if (kind.iri().equals(iri)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
