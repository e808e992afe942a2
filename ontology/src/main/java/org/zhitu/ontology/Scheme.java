package org.zhitu.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;

/**
 * The curated concept scheme, in the three forms that its users need: as concepts and ambiguous forms for the loader, as
 * plain statements and as evidence for the store. Read when it is first asked. Treat the graphs as read-only.
 *
 * <p>In the Turtle files a prerequisite carries its reason and strength as an RDF 1.2 annotation, and a paper stands as a
 * blank node where it is cited. Here the annotations are evidence with an IRI of their own, and the papers are sources
 * with the IRI that a note would give them, so that a note's link to the paper and the scheme's are the same source.
 */
public final class Scheme {
    private final String contentHash;
    private final Supplier<Content> reader;
    private @Nullable Content content;

    /** What a scheme holds; concepts by slug. */
    record Content(
            SortedMap<String, Concept> concepts,
            List<AmbiguousForm> ambiguousForms,
            Graph statements,
            Graph evidence) {}

    /**
     * @param contentHash a digest of what the reader reads
     * @param reader      asked once, when the content is needed first: a store that already holds it never asks
     */
    Scheme(String contentHash, Supplier<Content> reader) {
        this.contentHash = contentHash;
        this.reader = reader;
    }

    /**
     * Returns the scheme that a graph says, written as in the Turtle files of this module; not changed.
     *
     * @param iris names the concepts; in the graph they have the names of {@link Iris#DEFAULT}
     */
    public static Scheme of(Graph written, Iris iris) {
        Content content = new SchemeReader(written, iris).read();
        List<String> lines = new ArrayList<>();
        for (Graph graph : List.of(content.statements(), content.evidence())) {
            graph.find().forEachRemaining(triple -> lines.add(triple.toString()));
        }
        lines.sort(null);
        return new Scheme(Iris.hash(String.join("\n", lines)), () -> content);
    }

    private synchronized Content content() {
        Content read = content;
        if (read == null) {
            read = reader.get();
            content = read;
        }
        return read;
    }

    /** Returns the concepts, sorted by slug. */
    public List<Concept> concepts() {
        return List.copyOf(content().concepts().values());
    }

    /** Returns the concept with this slug. */
    public Optional<Concept> concept(String slug) {
        return Optional.ofNullable(content().concepts().get(slug));
    }

    /** Returns the forms that mean several things, sorted by text. */
    public List<AmbiguousForm> ambiguousForms() {
        return content().ambiguousForms();
    }

    /** Returns the plain RDF 1.1 statements, without blank nodes: the content of the graph {@link Iris#schemeGraph()}. */
    public Graph statements() {
        return content().statements();
    }

    /** Returns the reifiers of the statements: the content of the scheme graph's graph of evidence. */
    public Graph evidence() {
        return content().evidence();
    }

    /** Returns a digest of what the scheme says: where two are equal, so are the schemes. Costs nothing. */
    public String contentHash() {
        return contentHash;
    }
}
