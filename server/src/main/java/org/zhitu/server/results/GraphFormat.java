package org.zhitu.server.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;

/** A form for triples and quads. The first one is the default. */
@SuppressWarnings("ImmutableEnumChecker") // the fields are constants of Jena and unmodifiable lists
public enum GraphFormat {
    TURTLE("turtle", "ttl", RDFFormat.TURTLE_PRETTY, RDFFormat.TURTLE_BLOCKS, "text/turtle", "application/x-turtle"),
    NTRIPLES("ntriples", "nt", RDFFormat.NTRIPLES, RDFFormat.NTRIPLES, "application/n-triples", "text/plain"),
    JSONLD("jsonld", "jsonld", RDFFormat.JSONLD, null, "application/ld+json", "application/json"),
    RDFXML("rdfxml", "rdf", RDFFormat.RDFXML_PLAIN, null, "application/rdf+xml", "application/xml"),
    TRIG("trig", "trig", RDFFormat.TRIG_PRETTY, RDFFormat.TRIG_BLOCKS, "application/trig"),
    NQUADS("nquads", "nq", RDFFormat.NQUADS, RDFFormat.NQUADS, "application/n-quads");

    private final String key;
    private final String ending;
    private final RDFFormat whole;
    private final Optional<RDFFormat> streamed;
    private final List<String> mediaTypes;

    GraphFormat(
            String key,
            String ending,
            RDFFormat whole,
            @org.jspecify.annotations.Nullable RDFFormat streamed,
            String... mediaTypes) {
        this.key = key;
        this.ending = ending;
        this.whole = whole;
        this.streamed = Optional.ofNullable(streamed);
        this.mediaTypes = List.of(mediaTypes);
    }

    /** Returns the name that {@code --format} and {@code ?format=} use. */
    public String key() {
        return key;
    }

    /** Returns the ending of a file in this form, without a dot. */
    public String ending() {
        return ending;
    }

    /** Returns the names of its media type, the proper one first. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /** Returns how a graph that is known whole is written. */
    RDFFormat whole() {
        return whole;
    }

    /** Returns how triples are written while they come; empty where the form needs them all first. */
    Optional<RDFFormat> streamed() {
        return streamed;
    }

    /**
     * Returns the form with this short name, file ending or media type. Clients write names in several ways: {@code rdf+xml},
     * {@code json-ld} and {@code ld+json}, or plain {@code xml} and {@code json}.
     */
    public static Optional<GraphFormat> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String plain = lower.replace("-", "");
        for (GraphFormat format : values()) {
            if (format.key.equals(plain)
                    || format.ending.equals(plain)
                    || format.mediaTypes.contains(lower)
                    || format.mediaTypes.stream()
                            .anyMatch(type ->
                                    type.substring(type.indexOf('/') + 1).equals(lower))) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
