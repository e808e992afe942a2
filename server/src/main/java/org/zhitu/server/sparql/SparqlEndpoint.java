package org.zhitu.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.exec.QueryExec;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.results.AnswerWriter;
import org.zhitu.server.results.GraphFormat;
import org.zhitu.server.results.RowFormat;
import org.zhitu.server.web.Accept;
import org.zhitu.server.web.Etag;
import org.zhitu.server.web.Problems;

/**
 * Answers the query operation of the SPARQL protocol. An answer begins while the query still runs; whatever fails before
 * its first bytes leave has a status of its own, whatever fails later cuts the connection, so that no part looks whole.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol, section 2.1</a>
 */
final class SparqlEndpoint {
    /** What is kept back before the first bytes leave, so that a late failure can still have its status. */
    private static final int HELD_BACK = 64 * 1024;

    /** Functions whose value is another each time; a query with one has no validator. */
    private static final Pattern CHANGING = Pattern.compile("(?i)\\b(now|rand|uuid|struuid|bnode)\\s*\\(");

    private static final List<RowFormat> ROW_FORMATS = List.of(RowFormat.values());
    private static final List<GraphFormat> GRAPH_FORMATS = List.of(GraphFormat.values());
    private static final List<GraphFormat> TRIPLE_FORMATS =
            List.of(GraphFormat.TURTLE, GraphFormat.NTRIPLES, GraphFormat.JSONLD, GraphFormat.RDFXML);

    private final Queries queries;
    private final KnowledgeStore store;
    private final Iris iris;

    SparqlEndpoint(Queries queries, KnowledgeStore store, Iris iris) {
        this.queries = queries;
        this.store = store;
        this.iris = iris;
    }

    /** Says whether a person wants the editor rather than a program an answer. */
    static boolean wantsEditor(ServerRequest request) {
        List<String> forPrograms = new ArrayList<>();
        ROW_FORMATS.forEach(format -> forPrograms.addAll(format.mediaTypes()));
        GRAPH_FORMATS.forEach(format -> forPrograms.addAll(format.mediaTypes()));
        return request.param("format").isEmpty()
                && request.param("output").isEmpty()
                && Accept.parse(request.headers().header("Accept")).prefers("text/html", forPrograms);
    }

    ServerResponse answer(ServerRequest request) {
        long since = System.nanoTime();
        ProtocolRequest asked =
                ProtocolRequest.read(request.servletRequest(), queries.limits().text());
        Accept accept = Accept.parse(request.headers().header("Accept"));
        String revision = store.revision();
        if (asked.query().isEmpty()) {
            return describe(request, asked, accept, revision);
        }
        Query query = Queries.parse(asked.query().get(), address(request));
        if (!asked.defaultGraphs().isEmpty() || !asked.namedGraphs().isEmpty()) {
            query.getGraphURIs().clear();
            query.getNamedGraphURIs().clear();
            asked.defaultGraphs().forEach(query::addGraphURI);
            asked.namedGraphs().forEach(query::addNamedGraphURI);
        }
        if (query.isSelectType() || query.isAskType()) {
            Accept.Choice<RowFormat> format =
                    choose(asked.format(), RowFormat::of, accept, ROW_FORMATS, RowFormat::mediaTypes, RowFormat::key);
            return head(format.offer().key(), format.offer().mediaTypes().getFirst(), query, revision)
                    .build(write(query, since, (execution, writer) -> {
                        if (query.isAskType()) {
                            writer.truth(execution.ask(), format.offer());
                        } else {
                            writer.rows(execution.select(), format.offer());
                        }
                    }));
        }
        List<GraphFormat> offers = query.isConstructQuad() ? GRAPH_FORMATS : triplesFirst();
        Accept.Choice<GraphFormat> format =
                choose(asked.format(), GraphFormat::of, accept, offers, GraphFormat::mediaTypes, GraphFormat::key);
        PrefixMapping prefixes = query.getPrefixMapping();
        return head(format.offer().key(), format.offer().mediaTypes().getFirst(), query, revision)
                .build(write(query, since, (execution, writer) -> {
                    if (query.isDescribeType()) {
                        writer.triples(execution.describeTriples(), prefixes, format.offer());
                    } else if (query.isConstructQuad()) {
                        writer.quads(execution.constructQuads(), prefixes, format.offer());
                    } else {
                        writer.triples(execution.constructTriples(), prefixes, format.offer());
                    }
                }));
    }

    private static List<GraphFormat> triplesFirst() {
        List<GraphFormat> offers = new ArrayList<>(TRIPLE_FORMATS);
        offers.addAll(List.of(GraphFormat.TRIG, GraphFormat.NQUADS));
        return offers;
    }

    /** What an execution's answer is written with. */
    private interface Writing {
        void write(QueryExec execution, AnswerWriter writer);
    }

    private ServerResponse.HeadersBuilder.WriteFunction write(Query query, long since, Writing writing) {
        return (request, response) -> {
            response.setBufferSize(HELD_BACK);
            try {
                queries.run(query, since, execution -> {
                    writing.write(
                            execution,
                            new AnswerWriter(output(response), queries.limits().answer()));
                    return true;
                });
            } catch (ProblemException problem) {
                fail(problem, request, response);
            }
            return null;
        };
    }

    private static java.io.OutputStream output(HttpServletResponse response) {
        try {
            return response.getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fail(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            throw new IOException("cut off after the answer began: " + problem.code());
        }
        response.resetBuffer();
        Problems.write(problem, request, response);
    }

    private static ServerResponse.BodyBuilder head(String format, String mediaType, Query query, String revision) {
        ServerResponse.BodyBuilder head = ServerResponse.ok()
                .contentType(withCharset(mediaType))
                .cacheControl(CacheControl.noCache())
                .varyBy("Accept");
        boolean changing = CHANGING.matcher(query.toString()).find();
        return changing ? head : head.eTag(Etag.of(revision, format));
    }

    private static MediaType withCharset(String mediaType) {
        return MediaType.parseMediaType(mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType);
    }

    private static <T> Accept.Choice<T> choose(
            Optional<String> named,
            java.util.function.Function<String, Optional<T>> byName,
            Accept accept,
            List<T> offers,
            java.util.function.Function<T, List<String>> mediaTypes,
            java.util.function.Function<T, String> key) {
        if (named.isPresent()) {
            T format = byName.apply(named.get())
                    .filter(offers::contains)
                    .orElseThrow(() -> new ProblemException(
                            400,
                            "unknown-format",
                            named.get(),
                            String.join(", ", offers.stream().map(key).toList())));
            return new Accept.Choice<>(format, mediaTypes.apply(format).getFirst());
        }
        return accept.best(offers, mediaTypes).orElseThrow(() -> {
            List<String> alternatives = offers.stream()
                    .map(offer -> mediaTypes.apply(offer).getFirst())
                    .toList();
            return new ProblemException(406, "not-acceptable-format", String.join(", ", alternatives))
                    .with("alternatives", alternatives);
        });
    }

    private ServerResponse describe(ServerRequest request, ProtocolRequest asked, Accept accept, String revision) {
        GraphFormat format = choose(
                        asked.format(),
                        GraphFormat::of,
                        accept,
                        TRIPLE_FORMATS,
                        GraphFormat::mediaTypes,
                        GraphFormat::key)
                .offer();
        String mediaType = format.mediaTypes().getFirst();
        return ServerResponse.ok()
                .contentType(withCharset(mediaType))
                .cacheControl(CacheControl.noCache())
                .varyBy("Accept")
                .eTag(Etag.of(revision, "description", format.key()))
                .build((ignored, response) -> {
                    ServiceDescription description = store.read(reader -> ServiceDescription.of(
                            address(request), reader.catalogue().keySet(), iris));
                    new AnswerWriter(output(response), queries.limits().answer())
                            .graph(description.graph(), ServiceDescription.PREFIXES, format);
                    return null;
                });
    }

    /** Returns the address of the endpoint as the client knows it. */
    private static String address(ServerRequest request) {
        return request.uriBuilder().replaceQuery(null).build().toString();
    }
}
