package org.zhitu.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** The Turtle files of this module, read: vocabulary, shapes and the curated scheme. */
public final class Ontology {
    /** The areas of the scheme, in teaching order: one file each. */
    private static final List<String> AREAS = List.of();

    private Ontology() {}

    /** Returns a new graph with the vocabulary: classes, properties, labels, definitions, competency questions. */
    public static Graph vocabulary() {
        return read("zhitu.ttl");
    }

    /** Returns a new graph with the SHACL shapes that loaded data must satisfy. */
    public static Graph shapes() {
        return read("shapes.ttl");
    }

    /** Returns the curated scheme, its statements apart from the evidence for them. */
    public static Scheme scheme(Iris iris) {
        Graph written = read("scheme/scheme.ttl");
        for (String area : AREAS) {
            parse("scheme/" + area + ".ttl", written);
        }
        return new SchemeReader(written, iris).read();
    }

    private static Graph read(String resource) {
        Graph graph = GraphFactory.createDefaultGraph();
        parse(resource, graph);
        return graph;
    }

    private static void parse(String resource, Graph into) {
        try (InputStream in = Ontology.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + resource);
            }
            RDFParser.source(in).lang(Lang.TURTLE).base(Zt.NS).parse(into);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
