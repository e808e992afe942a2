package org.zhitu.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.encode;
import static org.zhitu.server.TestServer.header;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitu.server.TestServer;

/**
 * The W3C's tests of the protocol, the graph store protocol and the service description, on a scratch store: each is a row of requests
 * with what is to come back. The suite {@code http-rdf-update} is the older text of {@code graph-store-protocol}, and says so.
 */
class W3cHttpSuiteTest {
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
    private static final String HT = "http://www.w3.org/2011/http#";
    private static final String CNT = "http://www.w3.org/2011/content#";
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    private static final Map<String, Integer> STATUS =
            Map.of("OK", 200, "Created", 201, "NoContent", 204, "NotFound", 404);

    @RegisterExtension
    static final TestServer server = TestServer.scratch();

    @TestFactory
    Stream<DynamicNode> everyTestOfTheProtocols() {
        Optional<Path> suites = Manifest.suites();
        if (suites.isEmpty()) {
            System.out.println("left out: the W3C suites are not beside this checkout (../shared/rdf-tests)");
            return Stream.empty();
        }
        List<DynamicNode> all = new ArrayList<>();
        String gsp = "sparql11/graph-store-protocol";
        all.add(container(new Manifest(suites.get(), "sparql11/protocol"), "protocol"));
        all.add(container(new Manifest(suites.get(), gsp, "manifest-direct.ttl"), "graph store, direct"));
        all.add(container(new Manifest(suites.get(), gsp, "manifest-indirect.ttl"), "graph store, indirect"));
        Manifest description = new Manifest(suites.get(), "sparql11/service-description");
        all.add(DynamicContainer.dynamicContainer(
                "service description",
                description.entries().stream()
                        .map(test -> DynamicTest.dynamicTest(
                                name(test),
                                () -> describe(name(test), suites.get().resolve(description.name))))));
        return all.stream();
    }

    private static DynamicContainer container(Manifest manifest, String name) {
        return DynamicContainer.dynamicContainer(
                name,
                manifest.entries().stream()
                        .map(test -> DynamicTest.dynamicTest(name(test), () -> converse(manifest, test))));
    }

    private static String name(Node test) {
        return test.getURI().replaceFirst(".*#", "");
    }

    private static void converse(Manifest manifest, Node test) throws IOException {
        server.post("/sparql/update", "application/sparql-update", "DROP SILENT ALL");
        for (Node data : manifest.all(test, UT + "graphData")) {
            String graph = manifest.one(data, LABEL).orElseThrow().getLiteralLexicalForm();
            String triples = Files.readString(
                    manifest.file(manifest.one(data, UT + "graph").orElseThrow()));
            assertThat(server.send(
                                    "PUT",
                                    "/graphs?graph=" + encode(graph),
                                    HttpRequest.BodyPublishers.ofString(triples),
                                    "Content-Type",
                                    "application/n-triples")
                            .statusCode())
                    .isEqualTo(201);
        }
        Node connection = manifest.one(test, MF + "action").orElseThrow();
        Map<String, String> places = new TreeMap<>();
        places.put("http://www.example/gsp", server.at("/graphs").toString());
        places.put("http%3A%2F%2Fwww.example%2Fgsp", encode(server.at("/graphs").toString()));
        for (Node request :
                manifest.list(manifest.one(connection, HT + "requests").orElseThrow())) {
            exchange(manifest, request, name(test), places);
        }
    }

    private static void exchange(Manifest manifest, Node request, String test, Map<String, String> places) {
        Map<String, String> headers = headers(manifest, request);
        Optional<Node> content = manifest.one(request, HT + "body");
        String body = placed(content.map(each -> text(manifest, each)).orElse(""), places);
        Charset charset = content.flatMap(each -> manifest.one(each, CNT + "characterEncoding"))
                .map(each -> Charset.forName(each.getLiteralLexicalForm()))
                .orElse(StandardCharsets.UTF_8);
        String written =
                manifest.one(request, HT + "absolutePath").orElseThrow().getLiteralLexicalForm();
        String type = headers.getOrDefault("content-type", "");
        boolean update = type.startsWith("application/sparql-update")
                || body.startsWith("update=")
                || written.contains("update=")
                || (test.startsWith("bad_") && test.contains("update"));
        URI to = server.at("/")
                .resolve(placed(written, places)
                        .replaceFirst("^/sparql/?", update ? "/sparql/update" : "/sparql")
                        .replaceFirst("^/gsp", "/graphs"));
        String path = to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
        List<String> sent = new ArrayList<>();
        headers.forEach((name, value) -> sent.addAll(List.of(name, value)));
        HttpResponse<String> answer = server.send(
                manifest.one(request, HT + "methodName").orElseThrow().getLiteralLexicalForm(),
                path,
                body.isEmpty()
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(body.getBytes(charset)),
                sent.toArray(String[]::new));
        check(manifest, manifest.one(request, HT + "resp").orElseThrow(), answer, places);
    }

    private static void check(
            Manifest manifest, Node expected, HttpResponse<String> answer, Map<String, String> places) {
        List<String> statuses = manifest.all(expected, MF + "expectedStatus").stream()
                .map(status -> status.getURI().replaceFirst(".*#", ""))
                .toList();
        assertThat(statuses)
                .as(answer.statusCode() + " " + answer.body())
                .anyMatch(status -> status.startsWith("StatusCode")
                        ? status.charAt("StatusCode".length()) - '0' == answer.statusCode() / 100
                        : STATUS.getOrDefault(status, 0) == answer.statusCode());
        manifest.one(expected, MF + "expectedFormat")
                .ifPresent(format -> assertThat(header(answer, "Content-Type"))
                        .containsPattern(
                                format.getLiteralLexicalForm().equals("RDF")
                                        ? "turtle|rdf\\+xml|n-triples|ld\\+json"
                                        : "sparql-results|text/csv|tab-separated"));
        manifest.one(expected, MF + "expectedBoolean")
                .ifPresent(truth -> assertThat(answer.body())
                        .containsPattern("\"boolean\"\\s*:\\s*" + truth.getLiteralLexicalForm()));
        manifest.one(expected, MF + "expectedLocation").ifPresent(variable -> {
            assertThat(header(answer, "Location")).isNotEmpty();
            places.put(
                    variable.getLiteralLexicalForm(),
                    answer.uri().resolve(header(answer, "Location")).toString());
        });
        manifest.one(expected, HT + "body").ifPresent(body -> {
            String type =
                    headers(manifest, expected).getOrDefault("content-type", "").replaceFirst(";.*", "");
            String base = answer.uri().toString();
            assertThat(IsoMatcher.isomorphic(
                            graph(answer.body(), header(answer, "Content-Type").replaceFirst(";.*", ""), base),
                            graph(placed(text(manifest, body), places), type, base)))
                    .as(answer.body())
                    .isTrue();
        });
    }

    private static Graph graph(String text, String type, String base) {
        return RDFParser.fromString(text, RDFLanguages.contentTypeToLang(type))
                .base(base)
                .toGraph();
    }

    private static Map<String, String> headers(Manifest manifest, Node message) {
        Map<String, String> headers = new TreeMap<>();
        manifest.one(message, HT + "headers")
                .ifPresent(list -> manifest.list(list)
                        .forEach(header -> headers.put(
                                manifest.one(header, HT + "fieldName")
                                        .orElseThrow()
                                        .getLiteralLexicalForm(),
                                manifest.one(header, HT + "fieldValue")
                                        .orElseThrow()
                                        .getLiteralLexicalForm())));
        return headers;
    }

    private static String text(Manifest manifest, Node body) {
        return manifest.one(body, CNT + "chars").orElseThrow().getLiteralLexicalForm();
    }

    private static String placed(String text, Map<String, String> places) {
        String placed = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            placed = placed.replace(place.getKey(), place.getValue());
        }
        return placed;
    }

    /** These tests have no requests; their names tell what is to be looked at. */
    private static void describe(String test, Path folder) {
        assertThat(folder).isDirectory();
        HttpResponse<String> answer = server.get("/sparql", "Accept", "text/turtle");
        assertThat(answer.statusCode()).isEqualTo(200);
        Graph graph = RDFParser.fromString(answer.body(), Lang.TURTLE).toGraph();
        Node endpoint = NodeFactory.createURI(server.at("/sparql").toString());
        Node service = NodeFactory.createURI(SD + "Service");
        switch (test) {
            case "returns-rdf" -> assertThat(graph.size()).isPositive();
            case "has-endpoint-triple" ->
                assertThat(graph.contains(Node.ANY, NodeFactory.createURI(SD + "endpoint"), endpoint))
                        .isTrue();
            case "conforms-to-schema" -> {
                assertThat(graph.contains(endpoint, RDF.type.asNode(), service)).isTrue();
                for (String named : List.of("supportedLanguage", "resultFormat", "defaultDataset")) {
                    assertThat(graph.find(endpoint, NodeFactory.createURI(SD + named), Node.ANY)
                                    .toList())
                            .isNotEmpty()
                            .allMatch(triple -> triple.getObject().isURI());
                }
            }
            default -> throw new AssertionError("a test of the service description that is not known: " + test);
        }
    }
}
