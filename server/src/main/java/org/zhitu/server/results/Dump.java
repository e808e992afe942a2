package org.zhitu.server.results;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.exec.QueryExec;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.Iris;

/** All of the data as one file. The same data give the same bytes. */
public enum Dump {
    /** Every named graph, evidence with its triple terms included. */
    QUADS("zhitu.nq.gz"),
    /** Every named graph, statements with triple terms left out, for programs that know RDF 1.1. */
    QUADS_RDF11("zhitu-rdf11.nq.gz"),
    /** The default graph: what the notes and the scheme say, without where they say it. */
    TRIPLES("zhitu.ttl.gz");

    private static final Query ALL = QueryFactory.create(
            "CONSTRUCT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }", Syntax.syntaxARQ);
    private static final Query DEFAULT = QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }");

    private final String file;

    Dump(String file) {
        this.file = file;
    }

    /** Returns the name that the file is offered under. */
    public String file() {
        return file;
    }

    /** Returns the dump of this file name. */
    public static Optional<Dump> of(String file) {
        for (Dump dump : values()) {
            if (dump.file.equals(file)) {
                return Optional.of(dump);
            }
        }
        return Optional.empty();
    }

    /** Writes the dump, compressed; the stream stays open. Sorts it in memory. */
    public void write(StoreReader reader, Iris iris, OutputStream out) {
        try {
            GZIPOutputStream packed = new GZIPOutputStream(out);
            if (this == TRIPLES) {
                triples(reader, iris, packed);
            } else {
                quads(reader, packed);
            }
            packed.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void quads(StoreReader reader, OutputStream out) throws IOException {
        List<String> lines = new ArrayList<>();
        try (QueryExec execution = reader.query(ALL).build()) {
            execution.constructQuads().forEachRemaining(quad -> {
                if (this == QUADS || !quad.getObject().isTripleTerm()) {
                    lines.add(NodeFmtLib.strNT(quad.getSubject()) + ' ' + NodeFmtLib.strNT(quad.getPredicate()) + ' '
                            + NodeFmtLib.strNT(quad.getObject()) + ' ' + NodeFmtLib.strNT(quad.getGraph()) + " .\n");
                }
            });
        }
        lines.sort(null);
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (String line : lines) {
            writer.write(line);
        }
        writer.flush();
    }

    private static void triples(StoreReader reader, Iris iris, OutputStream out) {
        record Line(String text, Triple triple) {}
        List<Line> lines = new ArrayList<>();
        try (QueryExec execution = reader.query(DEFAULT).build()) {
            execution
                    .constructTriples()
                    .forEachRemaining(triple -> lines.add(new Line(
                            NodeFmtLib.strNT(triple.getSubject())
                                    + ' '
                                    + NodeFmtLib.strNT(triple.getPredicate())
                                    + ' '
                                    + NodeFmtLib.strNT(triple.getObject()),
                            triple)));
        }
        lines.sort(java.util.Comparator.comparing(Line::text));
        StreamRDF stream = StreamRDFWriter.getWriterStream(new UnflushedStream(out), RDFFormat.TURTLE_BLOCKS);
        stream.start();
        Namespaces.of(iris).forEach(stream::prefix);
        lines.forEach(line -> stream.triple(line.triple()));
        stream.finish();
    }
}
