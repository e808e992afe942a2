package org.zhitu.server.sparql;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.graph.about.SelfDescription;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.ProtectedGraphException;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.graph.store.StoreWriter;
import org.zhitu.ontology.Iris;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.results.AnswerWriter;
import org.zhitu.server.results.GraphFormat;
import org.zhitu.server.web.Accept;
import org.zhitu.server.web.Etag;
import org.zhitu.server.web.QueryString;

/**
 * Named graphs as resources. {@code ?graph=} names one by its IRI, {@code ?default} means the default graph, a longer path names
 * a graph below the base; the bare address is the whole dataset, to be read as quads, and makes a new graph of what is posted.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP Protocol</a>
 */
final class GraphStore {
    private static final List<GraphFormat> TRIPLES =
            List.of(GraphFormat.TURTLE, GraphFormat.NTRIPLES, GraphFormat.JSONLD, GraphFormat.RDFXML);
    private static final List<GraphFormat> QUADS = List.of(GraphFormat.TRIG, GraphFormat.NQUADS, GraphFormat.JSONLD);

    private static final Query DEFAULT = QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }");
    private static final Query NAMED =
            QueryFactory.create("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }");
    private static final Query ALL_NAMED = QueryFactory.create(
            "CONSTRUCT { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }", Syntax.syntaxARQ);
    private static final Query ALL = QueryFactory.create("""
        CONSTRUCT { ?ds ?dp ?do GRAPH ?g { ?s ?p ?o } }
        WHERE { { ?ds ?dp ?do } UNION { GRAPH ?g { ?s ?p ?o } } }\
        """, Syntax.syntaxARQ);

    private final KnowledgeStore store;
    private final Iris iris;
    private final QueryLimits limits;
    private final WriteAccess access;
    private final SelfDescription about;

    GraphStore(KnowledgeStore store, Iris iris, QueryLimits limits, WriteAccess access) {
        this.store = store;
        this.iris = iris;
        this.limits = limits;
        this.access = access;
        this.about = new SelfDescription(iris);
    }

    /** What an address names: the dataset where there is no graph, the default graph where its name is empty. */
    private record Target(Optional<String> graph) {
        boolean isDataset() {
            return graph.isEmpty();
        }

        boolean isDefault() {
            return graph.isPresent() && graph.get().isEmpty();
        }

        String name() {
            return graph.orElseThrow(() -> new ProblemException(400, "no-graph-named"));
        }
    }

    private Target target(ServerRequest request) {
        QueryString address = QueryString.parse(request.servletRequest().getQueryString());
        List<String> named = address.all("graph");
        boolean isDefault = address.has("default");
        String path = request.path().substring(GraphStoreRoutes.PATH.length());
        boolean direct = path.length() > 1;
        if (named.size() + (isDefault ? 1 : 0) + (direct ? 1 : 0) > 1) {
            throw new ProblemException(400, "two-graphs");
        }
        if (isDefault) {
            return new Target(Optional.of(""));
        }
        if (direct) {
            return new Target(Optional.of(
                    store.isUnion()
                            ? iris.base() + "graph" + path
                            : request.uriBuilder().replaceQuery(null).build().toString()));
        }
        if (named.isEmpty()) {
            return new Target(Optional.empty());
        }
        String graph = named.getFirst();
        if (!graph.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+")) {
            throw new ProblemException(400, "graph-not-absolute", graph);
        }
        return new Target(Optional.of(graph));
    }

    private static boolean exists(StoreReader reader, Target target) {
        return target.isDefault()
                || target.isDataset()
                || reader.contentHash(target.name()).isPresent();
    }

    /** The validator of a graph: what it was made from; that of the default graph and the dataset is that of the store. */
    private static String version(StoreReader reader, Target target) {
        return target.graph()
                .flatMap(reader::contentHash)
                .map(hash -> target.name().hashCode() + "." + hash)
                .orElseGet(reader::revision);
    }

    ServerResponse get(ServerRequest request) {
        Target target = target(request);
        Accept accept = Accept.parse(request.headers().header("Accept"));
        Optional<String> format = QueryString.parse(request.servletRequest().getQueryString()).all("format").stream()
                .findFirst();
        GraphFormat form = Formats.choose(
                format,
                GraphFormat::of,
                accept,
                target.isDataset() ? QUADS : TRIPLES,
                GraphFormat::mediaTypes,
                GraphFormat::key);
        String etag = store.read(reader -> {
            if (!target.isDataset() && !exists(reader, target)) {
                throw new ProblemException(404, "unknown-graph", target.name());
            }
            return Etag.of(version(reader, target), form.key());
        });
        Optional<ServerResponse> notModified = request.checkNotModified(etag);
        if (notModified.isPresent()) {
            return notModified.get();
        }
        ServerResponse.BodyBuilder head = ServerResponse.ok()
                .contentType(Formats.withCharset(form.mediaTypes().getFirst()))
                .cacheControl(CacheControl.noCache())
                .varyBy("Accept")
                .eTag(etag);
        return head.build((ignored, response) -> {
            var out = response.getOutputStream();
            store.read(reader -> {
                write(reader, target, new AnswerWriter(out, limits.answer()), form);
                return true;
            });
            return null;
        });
    }

    private void write(StoreReader reader, Target target, AnswerWriter writer, GraphFormat form) {
        if (target.isDataset()) {
            try (QueryExec execution =
                    reader.query(store.isUnion() ? ALL_NAMED : ALL).build()) {
                Iterator<Quad> quads = execution.constructQuads();
                writer.quads(quads, Namespaces.MAPPING, form);
            }
            return;
        }
        try (QueryExec execution = read(reader, target)) {
            writer.triples(execution.constructTriples(), Namespaces.MAPPING, form);
        }
    }

    private static QueryExec read(StoreReader reader, Target target) {
        return target.isDefault()
                ? reader.query(DEFAULT).build()
                : reader.query(NAMED)
                        .substitution(Var.alloc("graph"), NodeFactory.createURI(target.name()))
                        .build();
    }

    ServerResponse put(ServerRequest request) {
        access.require(request);
        Target target = target(request);
        if (target.isDataset()) {
            throw new ProblemException(400, "no-graph-named");
        }
        Graph content = GraphBody.read(request, base(request, target));
        boolean existed = change(request, target, (writer, there) -> writer.put(target.name(), content));
        return existed
                ? answer(204, target)
                : ServerResponse.created(URI.create(address(target)))
                        .eTag(etag(target))
                        .build();
    }

    ServerResponse post(ServerRequest request) {
        access.require(request);
        Target target = target(request);
        if (target.isDataset()) {
            return create(request);
        }
        Graph more = GraphBody.read(request, base(request, target));
        boolean existed = change(request, target, (writer, there) -> merge(writer, target.name(), more));
        return existed
                ? answer(204, target)
                : ServerResponse.created(URI.create(address(target)))
                        .eTag(etag(target))
                        .build();
    }

    /** Adds quads to the graphs that they name; bare triples make a new graph, named by a digest of its content. */
    private ServerResponse create(ServerRequest request) {
        String here = request.uriBuilder().replaceQuery(null).build().toString();
        DatasetGraph data = GraphBody.readDataset(request, here);
        if (data.listGraphNodes().hasNext()) {
            return add(request, data);
        }
        Graph content = data.getDefaultGraph();
        List<String> lines = new ArrayList<>();
        content.find().mapWith(Triple::toString).forEachRemaining(lines::add);
        lines.sort(null);
        String name = Iris.hash(String.join("\n", lines));
        Target target = new Target(
                Optional.of(store.isUnion() ? iris.importedGraph(name) : here.replaceFirst("/+$", "") + "/" + name));
        change(request, target, (writer, there) -> writer.put(target.name(), content));
        URI location =
                store.isUnion() ? URI.create(GraphStoreRoutes.PATH + "/imported/" + name) : URI.create(target.name());
        return ServerResponse.created(location).eTag(etag(target)).build();
    }

    /** Adds to several graphs in one transaction: to all of them, or to none. */
    private ServerResponse add(ServerRequest request, DatasetGraph data) {
        SortedMap<String, Graph> graphs = new TreeMap<>();
        if (!data.getDefaultGraph().isEmpty()) {
            graphs.put("", data.getDefaultGraph());
        }
        data.listGraphNodes().forEachRemaining(name -> {
            if (!name.isURI()) {
                throw new ProblemException(400, "graph-not-absolute", "_:" + name.getBlankNodeLabel());
            }
            graphs.put(name.getURI(), data.getGraph(name));
        });
        Target dataset = new Target(Optional.empty());
        change(request, dataset, (writer, there) -> graphs.forEach((name, more) -> merge(writer, name, more)));
        return ServerResponse.noContent().eTag(Etag.of(store.revision())).build();
    }

    private static void merge(StoreWriter writer, String graph, Graph more) {
        Graph all = GraphFactory.createDefaultGraph();
        try (QueryExec execution = read(writer, new Target(Optional.of(graph)))) {
            execution.constructTriples().forEachRemaining(all::add);
        }
        more.find().forEachRemaining(all::add);
        writer.put(graph, all);
    }

    ServerResponse delete(ServerRequest request) {
        access.require(request);
        Target target = target(request);
        change(request, target, (writer, there) -> {
            if (!there) {
                throw new ProblemException(404, "unknown-graph", target.name());
            }
            if (target.isDefault()) {
                writer.put("", Graph.emptyGraph);
            } else {
                writer.put(target.name(), Graph.emptyGraph);
                writer.remove(target.name());
            }
        });
        return ServerResponse.noContent().build();
    }

    private interface Change {
        void apply(StoreWriter writer, boolean there);
    }

    /** Changes a graph in one transaction, if the state is the one the client knows; returns whether it was there before. */
    private boolean change(ServerRequest request, Target target, Change change) {
        boolean[] existed = new boolean[1];
        try {
            store.write(writer -> {
                existed[0] = exists(writer, target);
                List<String> ifMatch = request.headers().header("If-Match");
                List<String> ifNoneMatch = request.headers().header("If-None-Match");
                boolean known = ifMatch.isEmpty()
                        || (existed[0]
                                && Formats.representations(
                                                version(writer, target), target.isDataset() ? QUADS : TRIPLES)
                                        .stream()
                                        .anyMatch(etag -> Etag.matches(ifMatch, etag, true)));
                if (!known || (existed[0] && ifNoneMatch.contains("*"))) {
                    throw new ProblemException(412, "changed-meanwhile");
                }
                change.apply(writer, existed[0]);
                about.touch(writer, Instant.now());
            });
        } catch (ProtectedGraphException e) {
            throw Updates.protectedGraph(e);
        }
        return existed[0];
    }

    private ServerResponse answer(int status, Target target) {
        return ServerResponse.status(status).eTag(etag(target)).build();
    }

    private String etag(Target target) {
        return store.read(reader -> Etag.of(version(reader, target), GraphFormat.TURTLE.key()));
    }

    private static String base(ServerRequest request, Target target) {
        return target.isDefault() || target.isDataset()
                ? request.uriBuilder().replaceQuery(null).build().toString()
                : target.name();
    }

    private static String address(Target target) {
        return target.isDefault()
                ? GraphStoreRoutes.PATH + "?default"
                : GraphStoreRoutes.PATH + "?graph="
                        + UriUtils.encode(target.name(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
