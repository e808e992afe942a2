package org.zhitu.ontology;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The names of things: the one place where IRIs are made and taken apart. Everything hangs below one base, which a site
 * may choose; the vocabulary ({@link Zt#NS}) is the same everywhere.
 *
 * @param base an absolute IRI that ends in a slash
 */
public record Iris(String base) {
    /** The base that Zhitu uses unless told otherwise. */
    public static final Iris DEFAULT = new Iris("https://w3id.org/zhitu/");

    private static final String EVIDENCE = "/evidence";

    public Iris {
        if (!base.matches("https?://.+/")) {
            throw new IllegalArgumentException("a base IRI is absolute and ends in a slash: " + base);
        }
    }

    /** The kinds of thing that have a page of their own. */
    public enum Thing {
        CONCEPT,
        QUESTION,
        SOURCE,
        NOTE;

        /** Returns the path segment of this kind, such as {@code concept}. */
        public String segment() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Returns the IRI of a thing; {@code local} is percent-encoded, slashes kept. */
    public String of(Thing thing, String local) {
        return base + "id/" + thing.segment() + "/" + encode(local);
    }

    /** Returns the local part of the IRI of a thing of this kind, decoded, or empty where the IRI is of another kind. */
    public Optional<String> local(Thing thing, String iri) {
        String prefix = base + "id/" + thing.segment() + "/";
        return iri.startsWith(prefix)
                ? Optional.of(
                        URLDecoder.decode(iri.substring(prefix.length()).replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Returns the IRI of a concept. */
    public String concept(String slug) {
        return of(Thing.CONCEPT, slug);
    }

    /** Returns the IRI of a question. */
    public String question(String id) {
        return of(Thing.QUESTION, id);
    }

    /** Returns the IRI of a source, from its address, or from its title where it has none. */
    public String source(String addressOrTitle) {
        return of(Thing.SOURCE, hash(SourceAddress.normalise(addressOrTitle)));
    }

    /** Returns the IRI of a note, from its path below the folder it was loaded from. */
    public String note(String path) {
        return of(Thing.NOTE, path);
    }

    /** Returns the IRI of a piece of evidence, from all that makes it different from any other. */
    public String evidence(String key) {
        return base + "id/evidence/" + hash(key);
    }

    /** Returns the IRI of an ambiguous form, from its text. */
    public String form(String text) {
        return base + "id/form/" + hash(text);
    }

    /** Returns the concept scheme. */
    public String scheme() {
        return base + "scheme";
    }

    /** Returns a node of the module's Turtle files, which are written below the default base, below this one. */
    Node rebased(Node node) {
        return node.isURI()
                        && node.getURI().startsWith(DEFAULT.base)
                        && !node.getURI().startsWith(Zt.NS)
                ? NodeFactory.createURI(base + node.getURI().substring(DEFAULT.base.length()))
                : node;
    }

    /** Returns the named graph that holds the mappings to public vocabularies. */
    public String alignmentGraph() {
        return base + "graph/alignment";
    }

    /** Returns the named graph that holds the curated scheme. */
    public String schemeGraph() {
        return base + "graph/scheme";
    }

    /** Returns the named graph with what is only likely, found by comparing notes with one another. */
    public String suggestedGraph() {
        return base + "graph/suggested";
    }

    /** Returns the named graph with what one note asserts. */
    public String noteGraph(String path) {
        return base + "graph/note/" + encode(path);
    }

    /** Returns the path of the note whose graph this is; empty for any other graph, the graphs of evidence included. */
    public Optional<String> notePath(String graph) {
        String prefix = base + "graph/note/";
        return graph.startsWith(prefix) && !isEvidence(graph)
                ? Optional.of(
                        URLDecoder.decode(graph.substring(prefix.length()).replace("+", "%2B"), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    /** Returns the named graph that holds the evidence for what another graph asserts. */
    public static String evidenceOf(String graph) {
        return graph + EVIDENCE;
    }

    /** Says whether a named graph holds evidence, and so is left out of the default graph. */
    public static boolean isEvidence(String graph) {
        return graph.endsWith(EVIDENCE);
    }

    /** Returns a graph of the users' own, from a name that they choose. */
    public String importedGraph(String name) {
        return base + "graph/imported/" + encode(name);
    }

    /** Says whether a named graph is the users' own to write: none that the program makes, and no graph of evidence. */
    public boolean isOwnGraph(String graph) {
        boolean ours = graph.startsWith(base + "graph/") && !graph.startsWith(base + "graph/imported/");
        return !ours && !isEvidence(graph);
    }

    /** Returns the named graph that describes the data: counts, classes, properties, licence. */
    public String voidGraph() {
        return base + "graph/void";
    }

    /** Returns the named graph with the example queries. */
    public String examplesGraph() {
        return base + "graph/examples";
    }

    /** Returns the named graph that lists the other graphs with their content hashes; not part of the default graph. */
    public String catalogueGraph() {
        return base + "graph/catalogue";
    }

    /** Returns the first 16 hexadecimal digits of the SHA-256 digest of a text in UTF-8. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String encode(String local) {
        return URLEncoder.encode(local, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/")
                .replace("%7E", "~");
    }
}
