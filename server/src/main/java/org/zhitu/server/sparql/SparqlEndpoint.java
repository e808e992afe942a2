package org.zhitu.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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
import org.zhitu.server.web.QueryString;

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
    private final ServiceDescription.Offer offer;
    private volatile @Nullable Described described;

    SparqlEndpoint(Queries queries, KnowledgeStore store, Iris iris, WriteAccess access) {
        this.offer = new ServiceDescription.Offer(store.isUnion(), access.isOffered());
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
        asked.rows().ifPresent(most -> query.setLimit(query.hasLimit() ? Math.min(query.getLimit(), most) : most));
        return respond(query, asked.format(), accept, since, revision);
    }

    /**
     * Runs a query and writes its answer in the form that is asked for.
     *
     * @param named    the form by name, where it is named
     * @param since    when work on the request began, by {@link System#nanoTime()}
     * @param revision the store's
     */
    ServerResponse respond(Query query, Optional<String> named, Accept accept, long since, String revision) {
        if (query.isSelectType() || query.isAskType()) {
            RowFormat format =
                    Formats.choose(named, RowFormat::of, accept, ROW_FORMATS, RowFormat::mediaTypes, RowFormat::key);
            return head(format.key(), format.mediaTypes().getFirst(), query, revision)
                    .build(write(query, since, (execution, writer) -> {
                        if (query.isAskType()) {
                            writer.truth(execution.ask(), format);
                        } else {
                            writer.rows(execution.select(), format);
                        }
                    }));
        }
        List<GraphFormat> offers = query.isConstructQuad() ? GRAPH_FORMATS : triplesFirst();
        GraphFormat format =
                Formats.choose(named, GraphFormat::of, accept, offers, GraphFormat::mediaTypes, GraphFormat::key);
        PrefixMapping prefixes = query.getPrefixMapping();
        return head(format.key(), format.mediaTypes().getFirst(), query, revision)
                .build(write(query, since, (execution, writer) -> {
                    if (query.isDescribeType()) {
                        writer.triples(execution.describeTriples(), prefixes, format);
                    } else if (query.isConstructQuad()) {
                        writer.quads(execution.constructQuads(), prefixes, format);
                    } else {
                        writer.triples(execution.constructTriples(), prefixes, format);
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
                Optional<String> name = QueryString.parse(request.getQueryString()).all("run").stream()
                        .findFirst();
                queries.run(query, since, Optional.of(request.getRemoteAddr()), name, execution -> {
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

    /** Stops a run that its client has named and no longer wants; one that has ended already is as well as stopped. */
    ServerResponse stop(ServerRequest request) {
        queries.stop(request.pathVariable("name"));
        return ServerResponse.noContent().build();
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
                .contentType(Formats.withCharset(mediaType))
                .cacheControl(CacheControl.noCache())
                .varyBy("Accept");
        boolean changing = CHANGING.matcher(query.toString()).find();
        return changing ? head : head.eTag(Etag.of(revision, format));
    }

    private ServerResponse describe(ServerRequest request, ProtocolRequest asked, Accept accept, String revision) {
        GraphFormat format = Formats.choose(
                asked.format(), GraphFormat::of, accept, TRIPLE_FORMATS, GraphFormat::mediaTypes, GraphFormat::key);
        String mediaType = format.mediaTypes().getFirst();
        return ServerResponse.ok()
                .contentType(Formats.withCharset(mediaType))
                .cacheControl(CacheControl.noCache())
                .varyBy("Accept")
                .eTag(Etag.of(revision, "description", format.key()))
                .header(HttpHeaders.LINK, "</.well-known/void>; rel=\"describedby\"; type=\"text/turtle\"")
                .build((ignored, response) -> {
                    new AnswerWriter(output(response), queries.limits().answer())
                            .graph(description(address(request), revision), ServiceDescription.PREFIXES, format);
                    return null;
                });
    }

    private record Described(String address, String revision, Graph graph) {}

    /** Counting all graphs takes a while; it is done once for each revision and address. */
    private Graph description(String address, String revision) {
        Described known = described;
        if (known == null || !known.address.equals(address) || !known.revision.equals(revision)) {
            known = store.read(reader ->
                    new Described(address, reader.revision(), ServiceDescription.of(address, reader, iris, offer)));
            described = known;
        }
        return known.graph;
    }

    /** Returns the address of the endpoint as the client knows it. */
    private static String address(ServerRequest request) {
        return request.uriBuilder().replaceQuery(null).build().toString();
    }
}
