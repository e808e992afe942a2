package org.zhitu.server.results;

import java.io.OutputStream;
import java.util.Iterator;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.rowset.RowSetWriter;
import org.apache.jena.riot.rowset.RowSetWriterRegistry;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.Context;
import org.zhitu.server.problem.ProblemException;

/**
 * Writes answers to a stream, row by row while they come. Never flushes or closes the stream, and never keeps more than a
 * part of the answer in memory, save for the forms that need all of it ({@link GraphFormat#RDFXML} and
 * {@link GraphFormat#JSONLD}).
 */
public final class AnswerWriter {
    /** Graphs up to this size are written grouped and with their prefixes, whatever the form. */
    private static final int SMALL = 5_000;

    private final OutputStream out;
    private final AnswerLimits limits;

    public AnswerWriter(OutputStream out, AnswerLimits limits) {
        this.out = new UnflushedStream(out);
        this.limits = limits;
    }

    /**
     * Writes rows.
     *
     * @throws ProblemException if there are more than the limits allow
     */
    public void rows(RowSet rows, RowFormat format) {
        RowSet counted = new CountedRows(rows, limits.rows());
        writer(format).write(out, format == RowFormat.CSV ? new LabelledRows(counted) : counted, new Context());
    }

    /** Writes a truth value. */
    public void truth(boolean value, RowFormat format) {
        writer(format).write(out, value, new Context());
    }

    private static RowSetWriter writer(RowFormat format) {
        return RowSetWriterRegistry.getFactory(format.lang()).create(format.lang());
    }

    /**
     * Writes triples.
     *
     * @throws ProblemException if there are more than the limits allow
     */
    public void triples(Iterator<Triple> triples, PrefixMapping prefixes, GraphFormat format) {
        boolean streams = format.streamed().isPresent();
        int most = streams ? SMALL : limits.triplesAtOnce();
        Graph first = GraphFactory.createDefaultGraph();
        while (triples.hasNext() && first.size() < most) {
            first.add(triples.next());
        }
        if (!triples.hasNext()) {
            graph(first, prefixes, format);
            return;
        }
        RDFFormat form = format.streamed()
                .orElseThrow(() -> new ProblemException(413, "too-many-triples", format.key(), limits.triplesAtOnce()));
        StreamRDF stream = StreamRDFWriter.getWriterStream(out, form);
        start(stream, prefixes);
        long count = first.size();
        first.find().forEachRemaining(stream::triple);
        while (triples.hasNext()) {
            counted(count++);
            stream.triple(triples.next());
        }
        stream.finish();
    }

    /** Writes a graph that is known whole, with the prefixes that it uses. */
    public void graph(Graph graph, PrefixMapping prefixes, GraphFormat format) {
        Graph named = GraphFactory.createDefaultGraph();
        graph.find().forEachRemaining(named::add);
        named.getPrefixMapping().setNsPrefixes(used(graph, prefixes));
        RDFWriter.source(named).format(format.whole()).output(out);
    }

    /**
     * Writes quads; a form for triples leaves the names of their graphs out.
     *
     * @throws ProblemException if there are more than the limits allow
     */
    public void quads(Iterator<Quad> quads, PrefixMapping prefixes, GraphFormat format) {
        if (format == GraphFormat.NQUADS || format == GraphFormat.TRIG) {
            StreamRDF stream =
                    StreamRDFWriter.getWriterStream(out, format.streamed().orElseThrow());
            start(stream, prefixes);
            long count = 0;
            while (quads.hasNext()) {
                counted(count++);
                stream.quad(quads.next());
            }
            stream.finish();
            return;
        }
        if (format == GraphFormat.JSONLD) {
            var all = DatasetGraphFactory.create();
            int count = 0;
            while (quads.hasNext()) {
                if (count++ >= limits.triplesAtOnce()) {
                    throw new ProblemException(413, "too-many-triples", format.key(), limits.triplesAtOnce());
                }
                all.add(quads.next());
            }
            prefixes.getNsPrefixMap().forEach(all.prefixes()::add);
            RDFWriter.source(all).format(format.whole()).output(out);
            return;
        }
        triples(
                new Iterator<>() {
                    @Override
                    public boolean hasNext() {
                        return quads.hasNext();
                    }

                    @Override
                    public Triple next() {
                        return quads.next().asTriple();
                    }
                },
                prefixes,
                format);
    }

    private void counted(long count) {
        if (count >= limits.rows()) {
            throw new ProblemException(413, "too-many-rows", limits.rows());
        }
    }

    private static void start(StreamRDF stream, PrefixMapping prefixes) {
        stream.start();
        prefixes.getNsPrefixMap().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(prefix -> stream.prefix(prefix.getKey(), prefix.getValue()));
    }

    private static PrefixMapping used(Graph graph, PrefixMapping prefixes) {
        PrefixMapping used = PrefixMapping.Factory.create();
        graph.find().forEachRemaining(triple -> {
            for (Node node : new Node[] {triple.getSubject(), triple.getPredicate(), triple.getObject()}) {
                String iri = node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
                prefixes.getNsPrefixMap().forEach((prefix, namespace) -> {
                    if (iri.startsWith(namespace)) {
                        used.setNsPrefix(prefix, namespace);
                    }
                });
            }
        });
        return used;
    }
}
