package org.zhitu.ontology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;

/**
 * The curated concept scheme, in the three forms that its users need: as concepts and ambiguous forms for the loader, as
 * plain statements and as evidence for the store. Treat the graphs as read-only.
 *
 * <p>In the Turtle files a prerequisite carries its reason and strength as an RDF 1.2 annotation, and a paper stands as a
 * blank node where it is cited. Here the annotations are evidence with an IRI of their own, and the papers are sources
 * with the IRI that a note would give them, so that a note's link to the paper and the scheme's are the same source.
 */
public final class Scheme {
    private final Map<String, Concept> concepts;
    private final List<AmbiguousForm> ambiguousForms;
    private final Graph statements;
    private final Graph evidence;

    Scheme(List<Concept> concepts, List<AmbiguousForm> ambiguousForms, Graph statements, Graph evidence) {
        this.concepts = new TreeMap<>();
        for (Concept concept : concepts) {
            this.concepts.put(concept.slug(), concept);
        }
        this.ambiguousForms = List.copyOf(ambiguousForms);
        this.statements = statements;
        this.evidence = evidence;
    }

    /**
     * Returns the scheme that a graph says, written as in the Turtle files of this module; not changed.
     *
     * @param iris names the concepts; in the graph they have the names of {@link Iris#DEFAULT}
     */
    public static Scheme of(Graph written, Iris iris) {
        return new SchemeReader(written, iris).read();
    }

    /** Returns the concepts, sorted by slug. */
    public List<Concept> concepts() {
        return List.copyOf(concepts.values());
    }

    /** Returns the concept with this slug. */
    public Optional<Concept> concept(String slug) {
        return Optional.ofNullable(concepts.get(slug));
    }

    /** Returns the forms that mean several things, sorted by text. */
    public List<AmbiguousForm> ambiguousForms() {
        return ambiguousForms;
    }

    /** Returns the plain RDF 1.1 statements, without blank nodes: the content of the graph {@link Iris#schemeGraph()}. */
    public Graph statements() {
        return statements;
    }

    /** Returns the reifiers of the statements: the content of the scheme graph's graph of evidence. */
    public Graph evidence() {
        return evidence;
    }

    /** Returns a digest of the statements and the evidence: equal schemes have equal digests. */
    public String contentHash() {
        List<String> lines = new java.util.ArrayList<>();
        for (Graph graph : List.of(statements, evidence)) {
            graph.find().forEachRemaining(triple -> lines.add(triple.toString()));
        }
        lines.sort(null);
        return Iris.hash(String.join("\n", lines));
    }
}
