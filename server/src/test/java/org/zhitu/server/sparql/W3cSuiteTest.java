package org.zhitu.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.encode;
import static org.zhitu.server.TestServer.header;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitu.server.TestServer;

/**
 * The W3C's tests of query and update, syntax and evaluation, SPARQL 1.0, 1.1 and 1.2, over HTTP on a scratch store. The tests are
 * read where they lie beside the checkout, and left out where they do not.
 */
class W3cSuiteTest {
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    private static final String RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#";
    private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

    /** Folders about something else than one endpoint over one dataset, and those of {@link W3cHttpSuiteTest}. */
    private static final Set<String> ELSEWHERE = Set.of(
            "entailment",
            "graph-store-protocol",
            "http-rdf-update",
            "protocol",
            "service",
            "service-description",
            "syntax-fed");

    private static final String ESCAPES = "Jena 6.0 reads escapes of code points as SPARQL 1.1 has them";
    private static final String SCOPE = "Jena 6.0 has the older rule for variables of GROUP BY";
    /** Tests that fail, each with its reason; one that passes after all fails here, so that the list stays short. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry(
                    "sparql11/functions/bnode01", "Jena gives each expression of a row its own blank nodes for texts"),
            Map.entry("sparql11/property-path/values_and_path", "Jena lets an empty path match a literal from VALUES"),
            Map.entry("sparql12/codepoint-escapes/codepoint-esc-01-bad", ESCAPES),
            Map.entry("sparql12/codepoint-escapes/codepoint-esc-03-bad", ESCAPES),
            Map.entry("sparql12/codepoint-escapes/codepoint-esc-08", ESCAPES),
            Map.entry("sparql12/codepoint-escapes/codepoint-esc-09", ESCAPES),
            Map.entry("sparql12/codepoint-escapes/surrogate-esc-01-bad", ESCAPES),
            Map.entry("sparql12/codepoint-escapes/surrogate-esc-05-bad", ESCAPES),
            Map.entry("sparql12/syntax/group-by-scope-1", SCOPE),
            Map.entry("sparql12/syntax/group-by-scope-bad-2", SCOPE),
            Map.entry("sparql12/syntax/group-by-scope-bad-3", SCOPE));

    @RegisterExtension
    static final TestServer server = TestServer.scratch();

    private final Set<String> used = new TreeSet<>();

    @TestFactory
    Stream<DynamicNode> everyTestOfTheSuites() throws IOException {
        Optional<Path> suites = Manifest.suites();
        if (suites.isEmpty()) {
            System.out.println("left out: the W3C suites are not beside this checkout (../shared/rdf-tests)");
            return Stream.empty();
        }
        List<DynamicNode> all = new ArrayList<>();
        for (String version : List.of("sparql10", "sparql11", "sparql12")) {
            try (Stream<Path> folders = Files.list(suites.get().resolve(version))) {
                folders.filter(folder -> Files.isRegularFile(folder.resolve("manifest.ttl")))
                        .filter(folder ->
                                !ELSEWHERE.contains(folder.getFileName().toString()))
                        .sorted()
                        .map(folder -> new Manifest(suites.get(), version + "/" + folder.getFileName()))
                        .forEach(
                                manifest -> all.add(DynamicContainer.dynamicContainer(manifest.name, tests(manifest))));
            }
        }
        return all.stream();
    }

    private Stream<DynamicNode> tests(Manifest manifest) {
        return manifest.entries().stream()
                .filter(test -> manifest.one(test, RDF.type.getURI()).isPresent())
                .map(test -> {
                    String name = manifest.name + "/" + test.getURI().replaceFirst(".*[#/]", "");
                    return DynamicTest.dynamicTest(name, () -> run(manifest, test, name));
                });
    }

    private void run(Manifest manifest, Node test, String name) throws IOException {
        if (!EXCEPTIONS.containsKey(name)) {
            check(manifest, test);
            return;
        }
        boolean passes;
        try {
            check(manifest, test);
            passes = true;
        } catch (AssertionError e) {
            passes = false;
        }
        assertThat(passes).as("no exception any more: " + name).isFalse();
    }

    private void check(Manifest manifest, Node test) throws IOException {
        String type = manifest.all(test, RDF.type.getURI()).stream()
                .map(node -> node.getURI().replaceFirst(".*#", ""))
                .filter(local -> local.contains("Test"))
                .findFirst()
                .orElseThrow();
        Node action = manifest.one(test, MF + "action").orElseThrow();
        if (type.contains("Syntax")) {
            boolean update = type.contains("Update") || action.getURI().endsWith(".ru");
            String text = text(manifest, action);
            HttpResponse<String> response = server.post(update ? "/sparql/update" : "/sparql", media(update), text);
            if (!type.startsWith("Positive")) {
                assertThat(response.statusCode()).as(text).isEqualTo(400);
            } else if (!(update && text.matches("(?is).*\\bLOAD\\b.*"))) { // nothing is fetched from elsewhere
                assertThat(response.statusCode() / 100).as(response.body()).isEqualTo(2);
            }
        } else if (type.equals("UpdateEvaluationTest")) {
            update(manifest, test, action);
        } else {
            query(manifest, test, action);
        }
    }

    private static String media(boolean update) {
        return "application/sparql-" + (update ? "update" : "query");
    }

    private static String text(Manifest manifest, Node iri) throws IOException {
        return "BASE <" + iri.getURI() + ">\n" + Files.readString(manifest.file(iri));
    }

    private void clear() {
        HttpResponse<String> response = server.post("/sparql/update", media(true), "DROP SILENT ALL");
        assertThat(response.statusCode()).isEqualTo(204);
        used.clear();
    }

    private void put(String graph, Manifest manifest, Node data) throws IOException {
        DatasetGraph content = dataset(manifest, data);
        if (!content.listGraphNodes().hasNext()) {
            put(graph, content.getDefaultGraph());
            return;
        }
        StringWriter quads = new StringWriter();
        RDFDataMgr.write(quads, content, Lang.NQUADS);
        HttpResponse<String> response = server.post("/graphs", "application/n-quads", quads.toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }

    private static DatasetGraph dataset(Manifest manifest, Node data) {
        return RDFParser.source(manifest.file(data))
                .lang(RDFLanguages.pathnameToLang(data.getURI()))
                .base(data.getURI())
                .toDatasetGraph();
    }

    private void put(String graph, Graph content) {
        StringWriter triples = new StringWriter();
        RDFDataMgr.write(triples, content, Lang.NTRIPLES);
        String path = graph.isEmpty() ? "/graphs?default" : "/graphs?graph=" + encode(graph);
        String method = used.add(graph) ? "PUT" : "POST";
        HttpResponse<String> response = server.send(
                method,
                path,
                HttpRequest.BodyPublishers.ofString(triples.toString()),
                "Content-Type",
                "application/n-triples");
        assertThat(response.statusCode() / 100).as(response.body()).isEqualTo(2);
    }

    private void load(Manifest manifest, Node action, String vocabulary) throws IOException {
        clear();
        for (Node data : manifest.all(action, vocabulary + "data")) {
            put("", manifest, data);
        }
        for (Map.Entry<String, Node> named : named(manifest, action, vocabulary).entrySet()) {
            put(named.getKey(), manifest, named.getValue());
        }
    }

    private static Map<String, Node> named(Manifest manifest, Node action, String vocabulary) {
        Map<String, Node> named = new TreeMap<>();
        for (Node data : manifest.all(action, vocabulary + "graphData")) {
            if (data.isURI()) {
                named.put(data.getURI(), data);
            } else {
                Node file = manifest.one(data, vocabulary + "graph").orElseThrow();
                named.put(
                        manifest.one(data, LABEL)
                                .map(Node::getLiteralLexicalForm)
                                .orElseGet(file::getURI),
                        file);
            }
        }
        return named;
    }

    private void query(Manifest manifest, Node test, Node action) throws IOException {
        load(manifest, action, QT);
        Node query = manifest.one(action, QT + "query").orElseThrow();
        String text = text(manifest, query);
        if (used.isEmpty()) {
            for (var match : java.util.regex.Pattern.compile("(?i)\\bFROM\\s+(?:NAMED\\s+)?<([^>]+)>")
                    .matcher(text)
                    .results()
                    .toList()) {
                Node file = NodeFactory.createURI(
                        URI.create(query.getURI()).resolve(match.group(1)).toString());
                if (!used.contains(file.getURI())) {
                    put(file.getURI(), manifest, file);
                }
            }
        }
        Optional<Node> result = manifest.one(test, MF + "result");
        Object expected = expected(manifest, result.orElseThrow());
        boolean csv = result.get().getURI().endsWith(".csv");
        String accept = expected instanceof Graph
                ? "application/n-triples"
                : csv ? "text/csv" : "application/sparql-results+json";
        HttpResponse<String> response = server.post("/sparql", media(false), text, "Accept", accept);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        switch (expected) {
            case Graph graph ->
                assertThat(IsoMatcher.isomorphic(
                                RDFParser.fromString(response.body(), Lang.NTRIPLES)
                                        .toGraph(),
                                graph))
                        .as(response.body())
                        .isTrue();
            case Boolean truth ->
                assertThat(read(response.body(), ResultSetLang.RS_JSON).booleanResult())
                        .isEqualTo(truth);
            default -> {
                Lang lang = csv ? ResultSetLang.RS_CSV : ResultSetLang.RS_JSON;
                RowSet got = read(csv ? alike(response.body()) : response.body(), lang)
                        .rowSet()
                        .materialize();
                boolean lax = manifest.one(test, MF + "resultCardinality")
                        .filter(node -> node.getURI().contains("Lax"))
                        .isPresent();
                compare((RowSet) expected, got, lax, response.body());
            }
        }
        assertThat(header(response, "Content-Type")).startsWith(accept);
    }

    private static void compare(RowSet expected, RowSet got, boolean lax, String body) {
        if (lax) {
            assertThat(bindings(got)).as(body).isEqualTo(bindings(expected));
        } else {
            assertThat(ResultsCompare.equalsByValue(expected, got)).as(body).isTrue();
        }
    }

    /** In CSV a blank node is text, and its label anybody's choice. */
    private static String alike(String csv) {
        return csv.replaceAll("_:\\w+", "_:b");
    }

    private static Collection<Binding> bindings(RowSet rows) {
        Set<Binding> bindings = new java.util.HashSet<>();
        rows.forEachRemaining(bindings::add);
        return bindings;
    }

    private static QueryExecResult read(String body, Lang lang) {
        return RowSetReaderRegistry.getFactory(lang)
                .create(lang)
                .readAny(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), new Context());
    }

    /** Returns a graph, a truth value, or rows. */
    private static Object expected(Manifest manifest, Node result) throws IOException {
        Path file = manifest.file(result);
        String ending = result.getURI().replaceFirst(".*\\.", "");
        Optional<Lang> lang = Optional.ofNullable(
                switch (ending) {
                    case "srx" -> ResultSetLang.RS_XML;
                    case "srj" -> ResultSetLang.RS_JSON;
                    case "csv" -> ResultSetLang.RS_CSV;
                    case "tsv" -> ResultSetLang.RS_TSV;
                    default -> null;
                });
        if (lang.isPresent()) {
            String text = Files.readString(file);
            QueryExecResult read = read(ending.equals("csv") ? alike(text) : text, lang.get());
            return read.isBoolean() ? read.booleanResult() : read.rowSet().materialize();
        }
        Graph graph = RDFParser.source(file)
                .lang(RDFLanguages.pathnameToLang(result.getURI()))
                .base(result.getURI())
                .toGraph();
        return resultSet(graph).orElse(graph);
    }

    /** Rows written as RDF, as the tests of SPARQL 1.0 have them. */
    private static Optional<Object> resultSet(Graph graph) {
        List<Node> sets = graph.find(Node.ANY, RDF.type.asNode(), NodeFactory.createURI(RS + "ResultSet"))
                .mapWith(triple -> triple.getSubject())
                .toList();
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        Optional<Node> truth = value(graph, sets.getFirst(), "boolean");
        if (truth.isPresent()) {
            return Optional.of(truth.get().getLiteralLexicalForm().equals("true"));
        }
        Set<Var> variables = new java.util.LinkedHashSet<>();
        graph.find(sets.getFirst(), NodeFactory.createURI(RS + "resultVariable"), Node.ANY)
                .forEachRemaining(
                        triple -> variables.add(Var.alloc(triple.getObject().getLiteralLexicalForm())));
        List<Binding> rows = new ArrayList<>();
        graph.find(sets.getFirst(), NodeFactory.createURI(RS + "solution"), Node.ANY)
                .forEachRemaining(solution -> {
                    BindingBuilder row = BindingFactory.builder();
                    graph.find(solution.getObject(), NodeFactory.createURI(RS + "binding"), Node.ANY)
                            .forEachRemaining(binding -> row.add(
                                    Var.alloc(value(graph, binding.getObject(), "variable")
                                            .orElseThrow()
                                            .getLiteralLexicalForm()),
                                    value(graph, binding.getObject(), "value").orElseThrow()));
                    rows.add(row.build());
                });
        return Optional.of(
                RowSetStream.create(List.copyOf(variables), rows.iterator()).materialize());
    }

    private static Optional<Node> value(Graph graph, Node subject, String local) {
        return graph
                .find(subject, NodeFactory.createURI(RS + local), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList()
                .stream()
                .findFirst();
    }

    private void update(Manifest manifest, Node test, Node action) throws IOException {
        load(manifest, action, UT);
        Node request = manifest.one(action, UT + "request").orElseThrow();
        HttpResponse<String> response = server.post("/sparql/update", media(true), text(manifest, request));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
        Node result = manifest.one(test, MF + "result").orElseThrow();
        Map<String, Graph> expected = new TreeMap<>();
        expected.put("", Graph.emptyGraph);
        for (Node data : manifest.all(result, UT + "data")) {
            DatasetGraph content = dataset(manifest, data);
            expected.put("", content.getDefaultGraph());
            content.listGraphNodes().forEachRemaining(name -> expected.put(name.getURI(), content.getGraph(name)));
        }
        for (Map.Entry<String, Node> named : named(manifest, result, UT).entrySet()) {
            Graph graph = (Graph) expected(manifest, named.getValue());
            if (!graph.isEmpty()) {
                expected.put(named.getKey(), graph);
            }
        }
        String names = server.get(
                        TestServer.query("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"), "Accept", "text/csv")
                .body();
        assertThat(names.lines().skip(1)).hasSize(expected.size() - 1);
        expected.forEach((name, graph) -> {
            String path = name.isEmpty() ? "/graphs?default" : "/graphs?graph=" + encode(name);
            Graph found = RDFParser.fromString(
                            server.get(path, "Accept", "application/n-triples").body(), Lang.NTRIPLES)
                    .toGraph();
            assertThat(IsoMatcher.isomorphic(found, graph)).as(name).isTrue();
        });
    }
}
