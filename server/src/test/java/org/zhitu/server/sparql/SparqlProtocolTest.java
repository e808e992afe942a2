package org.zhitu.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.encode;
import static org.zhitu.server.TestServer.header;
import static org.zhitu.server.TestServer.query;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhitu.server.TestServer;

/** The rules P1 to P14 and S1 of the SPARQL protocol, one test or more each. */
class SparqlProtocolTest {
    private static final String QUERY = "application/sparql-query";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/sparql-results+json";
    private static final String LABELS = """
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?label { ?c skos:prefLabel ?label } ORDER BY ?label\
        """;
    private static final String GRAPH = """
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        CONSTRUCT { ?c skos:prefLabel ?label } WHERE { ?c skos:prefLabel ?label }\
        """;

    @RegisterExtension
    static final TestServer server = TestServer.start();

    // P1, P2: the ways to send a query

    @TestFactory
    Stream<DynamicTest> p1EveryWayToSendAQueryGivesTheSameAnswer() {
        String expected = server.get(query(LABELS), "Accept", "text/csv").body();
        assertThat(expected).startsWith("label\r\n").contains("自注意力");
        return Stream.of(
                sent("direct POST", expected, () -> server.post("/sparql", QUERY, LABELS, "Accept", "text/csv")),
                sent(
                        "direct POST with a charset",
                        expected,
                        () -> server.post("/sparql", QUERY + "; charset=utf-8", LABELS, "Accept", "text/csv")),
                sent(
                        "form",
                        expected,
                        () -> server.post("/sparql", FORM, "query=" + encode(LABELS), "Accept", "text/csv")),
                sent(
                        "form with a charset",
                        expected,
                        () -> server.post(
                                "/sparql", FORM + "; charset=UTF-8", "query=" + encode(LABELS), "Accept", "text/csv")),
                sent(
                        "QUERY",
                        expected,
                        () -> server.send(
                                "QUERY",
                                "/sparql",
                                HttpRequest.BodyPublishers.ofString(LABELS),
                                "Content-Type",
                                QUERY,
                                "Accept",
                                "text/csv")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        application/sparql-query                                       | SELECT ("字" AS ?x) {}                   | 200
        application/sparql-query; charset=utf-8                        | SELECT ("字" AS ?x) {}                   | 200
        application/sparql-query;charset="UTF-8"                       | SELECT ("字" AS ?x) {}                   | 200
        Application/SPARQL-Query; version=1.2; charset=UTF-8           | SELECT ("字" AS ?x) {}                   | 200
        application/sparql-query; charset=gb18030                      | SELECT ("字" AS ?x) {}                   | 415
        application/x-www-form-urlencoded; charset=UTF-8               | query=SELECT%20(%22字%22%20AS%20%3Fx)%7B%7D | 200
        application/x-www-form-urlencoded; charset=iso-8859-1          | query=ASK%7B%7D                         | 415
        """)
    void p2ParametersOfTheContentTypeAreUnderstood(String type, String body, int status) {
        HttpResponse<String> response = server.post("/sparql", type, body, "Accept", "text/csv");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        if (status == 200) {
            assertThat(response.body()).isEqualTo("x\r\n字\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        application/trix, text/turtle;q=0.9, */*;q=0.1          | text/turtle;charset=utf-8
        text/turtle;q=0.5, application/n-triples                | application/n-triples
        text/turtle, application/n-triples                      | text/turtle;charset=utf-8
        application/*;q=0.9, text/turtle;q=0                    | application/n-triples
        application/ld+json;profile="x", */*;q=0.1              | application/ld+json
        text/turtle;q=0, application/n-triples;q=0.001          | application/n-triples
        nonsense, application/rdf+xml                           | application/rdf+xml
        """)
    void p4TheGreatestWeightThatCanBeHadWins(String accept, String type) {
        HttpResponse<String> response = server.get(query(GRAPH), "Accept", accept);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(header(response, "Content-Type")).isEqualToIgnoringCase(type);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rdf+xml | application/rdf+xml
        json-ld | application/ld+json
        ld+json | application/ld+json
        json    | application/ld+json
        xml     | application/rdf+xml
        ttl     | text/turtle;charset=utf-8
        nt      | application/n-triples
        """)
    void p12FormsHaveTheNamesThatClientsGiveThem(String name, String type) {
        HttpResponse<String> response = server.get(query(GRAPH) + "&output=" + encode(name));
        assertThat(header(response, "Content-Type")).isEqualToIgnoringCase(type);
    }

    @Test
    void p10HeadAndOptionsAndGetAgree() {
        for (String path : List.of(
                query(LABELS),
                "/sparql",
                "/graphs?default",
                "/void.ttl",
                "/concept/bert.ttl",
                "/q",
                "/dumps/zhitu.ttl.gz")) {
            HttpResponse<String> get = server.get(path);
            HttpResponse<String> head = server.send("HEAD", path);
            assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
            assertThat(head.body()).as(path).isEmpty();
            for (String name : List.of("Content-Type", "ETag", "Vary", "Cache-Control", "Link", "Content-Location")) {
                assertThat(header(head, name)).as(path + " " + name).isEqualTo(header(get, name));
            }
        }
        for (String path : List.of("/sparql", "/graphs")) {
            assertThat(header(server.send("OPTIONS", path), "Allow")).as(path).contains("HEAD");
        }
    }

    private interface Sending {
        HttpResponse<String> send();
    }

    private static DynamicTest sent(String name, String expected, Sending sending) {
        return DynamicTest.dynamicTest(name, () -> {
            HttpResponse<String> response = sending.send();
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).isEqualTo(expected);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        no query in a form         | POST | /sparql | application/x-www-form-urlencoded      | a=b                                | 400 | no-query
        two queries                | POST | /sparql | application/x-www-form-urlencoded      | query=ASK%7B%7D&query=ASK%7B%7D    | 400 | two-queries
        unknown kind of body       | POST | /sparql | application/x-unknown                  | ASK {}                             | 415 | unsupported-query-type
        another charset            | POST | /sparql | application/sparql-query; charset=big5 | ASK {}                             | 415 | not-utf-8
        an update                  | POST | /sparql | application/sparql-update              | CLEAR ALL                          | 403 | read-only
        an update in a form        | POST | /sparql | application/x-www-form-urlencoded      | update=CLEAR%20ALL                 | 403 | read-only
        an update as a query       | POST | /sparql | application/sparql-query               | DELETE WHERE { ?s ?p ?o }          | 400 | query-syntax
        an empty query             | POST | /sparql | application/sparql-query               | ''                                 | 400 | query-syntax
        broken percent-encoding    | POST | /sparql | application/x-www-form-urlencoded      | query=%zz                          | 400 | bad-escape
        PUT                        | PUT  | /sparql | text/turtle                            | <urn:a> <urn:b> 1 .                | 405 | method-not-allowed
        an update at its address   | POST | /sparql/update | application/sparql-update       | CLEAR ALL                          | 403 | read-only
        """)
    void p6p7WhatBreaksTheProtocolIsAProblem(
            String name, String method, String path, String type, String body, int status, String code) {
        HttpResponse<String> response =
                server.send(method, path, HttpRequest.BodyPublishers.ofString(body), "Content-Type", type);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(response.body()).contains("/problem/" + code + "\"");
    }

    @Test
    void p6ASyntaxErrorNamesLineAndColumnInTheReadersLanguage() {
        String broken = "SELECT ?s WHERE {\n  ?s ?p ?o .\n  FILTER (?s = = ?o)\n}";
        HttpResponse<String> english = server.get(query(broken));
        HttpResponse<String> chinese = server.get(query(broken), "Accept-Language", "zh-CN");
        assertThat(english.statusCode()).isEqualTo(400);
        assertThat(english.body()).contains("\"line\":3", "\"column\":16", "Line 3, column 16");
        assertThat(chinese.body()).contains("第 3 行第 16 列");
        assertThat(header(chinese, "Content-Language")).isEqualTo("zh");
    }

    @Test
    void p6AnUnknownPrefixIsNamed() {
        assertThat(server.get(query("SELECT * { ?s nosuch:p ?o }")).body()).contains("nosuch");
    }

    @Test
    void aRunThatIsNoLongerWantedIsStoppedByItsName() throws Exception {
        String counting = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
        try (ExecutorService client = Executors.newSingleThreadExecutor()) {
            Future<HttpResponse<String>> answer =
                    client.submit(() -> server.get(query(counting) + "&run=0123456789abcdef&lang=en"));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (!answer.isDone() && System.nanoTime() < end) {
                assertThat(server.send("DELETE", "/sparql/runs/0123456789abcdef")
                                .statusCode())
                        .isEqualTo(204);
            }
            assertThat(answer.get(1, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
            assertThat(answer.get().body()).contains("/problem/query-stopped");
        }
        assertThat(server.get(query(LABELS) + "&run=short").statusCode()).isEqualTo(400);
        assertThat(server.get("/sparql/runs/0123456789abcdef").statusCode()).isEqualTo(405);
    }

    @Test
    void p7AnUpdateByGetIsRefused() {
        HttpResponse<String> response = server.get("/sparql?update=" + encode("CLEAR ALL"));
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).contains("GET");
    }

    // P3: the dataset of the protocol

    @Test
    void p3TheDatasetOfTheRequestOverridesTheOneOfTheQuery() {
        String count = "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/zhitu/graph/note/small.rst> { ?s a"
                + " <http://www.w3.org/2004/02/skos/core#Concept> }";
        String scheme = "&default-graph-uri=" + encode("https://w3id.org/zhitu/graph/scheme");
        assertThat(server.get(query(count), "Accept", "text/csv").body()).isEqualTo("n\r\n0\r\n");
        assertThat(server.get(query(count) + scheme, "Accept", "text/csv").body())
                .isEqualTo("n\r\n5\r\n");
    }

    @Test
    void p9AGraphFromElsewhereIsEmptyAndNotFetched() {
        String count = "SELECT (COUNT(*) AS ?n) FROM <http://localhost:9/x.ttl> { ?s ?p ?o }";
        assertThat(server.get(query(count), "Accept", "text/csv").body()).isEqualTo("n\r\n0\r\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } }                          | 403
        SELECT * { SERVICE SILENT <http://localhost:9/> { ?s ?p ?o } }                   | 403
        SELECT * { BIND(<http://localhost:9/> AS ?u) SERVICE SILENT ?u { ?s ?p ?o } }    | 403
        SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://localhost:9/> { ?s ?p ?o } } } | 403
        SELECT * { { SELECT * { SERVICE <http://localhost:9/> { ?s ?p ?o } } } }         | 403
        ASK { FILTER(<java:java.lang.System>(1)) }                                       | 400
        SELECT * { ?s <java:java.lang.System> ?o }                                        | 200
        """)
    void p9NothingLeavesThisMachine(String sparql, int status) {
        assertThat(server.get(query(sparql)).statusCode()).isEqualTo(status);
    }

    // P4, P5: formats

    @ParameterizedTest
    @CsvSource({
        "application/sparql-results+json, application/sparql-results+json",
        "application/sparql-results+xml, application/sparql-results+xml",
        "text/csv, text/csv;charset=utf-8",
        "text/tab-separated-values, text/tab-separated-values;charset=utf-8",
        "application/json, application/sparql-results+json",
        "*/*, application/sparql-results+json"
    })
    void p5RowsComeInTheFormAskedFor(String accept, String type) {
        HttpResponse<String> response = server.get(query(LABELS), "Accept", accept);
        assertThat(header(response, "Content-Type")).isEqualToIgnoringCase(type);
        Lang lang = RDFLanguages.contentTypeToLang(type.replaceFirst(";.*", ""));
        RowSet rows = RowSetReaderRegistry.getFactory(lang == null ? ResultSetLang.RS_JSON : lang)
                .create(lang == null ? ResultSetLang.RS_JSON : lang)
                .read(new ByteArrayInputStream(response.body().getBytes(StandardCharsets.UTF_8)), new Context());
        List<String> labels = rows.stream()
                .map(row -> row.get("label").getLiteralLexicalForm())
                .toList();
        assertThat(labels).hasSize(10).contains("自注意力", "BERT");
    }

    @ParameterizedTest
    @CsvSource({
        "text/turtle, text/turtle;charset=utf-8",
        "application/n-triples, application/n-triples",
        "application/ld+json, application/ld+json",
        "application/rdf+xml, application/rdf+xml",
        "application/trig, application/trig",
        "application/n-quads, application/n-quads"
    })
    void p5GraphsComeInTheFormAskedFor(String accept, String type) {
        HttpResponse<String> response = server.get(query(GRAPH), "Accept", accept);
        assertThat(header(response, "Content-Type")).isEqualToIgnoringCase(type);
        Graph graph = RDFParser.fromString(
                        response.body(), RDFLanguages.contentTypeToLang(type.replaceFirst(";.*", "")))
                .toGraph();
        assertThat(graph.size()).isEqualTo(10);
    }

    @Test
    void p4WhatCannotBeHadIsAProblemThatListsTheAlternatives() {
        HttpResponse<String> rows = server.get(query(LABELS), "Accept", "image/png");
        HttpResponse<String> graph = server.get(query(GRAPH), "Accept", "text/csv");
        assertThat(rows.statusCode()).isEqualTo(406);
        assertThat(rows.body()).contains("\"alternatives\":[\"application/sparql-results+json\"");
        assertThat(graph.statusCode()).isEqualTo(406);
        assertThat(graph.body()).contains("text/turtle");
    }

    @Test
    void p12TheFormatCanBeNamed() {
        assertThat(header(server.get(query(LABELS) + "&format=csv"), "Content-Type"))
                .startsWith("text/csv");
        assertThat(header(server.get(query(GRAPH) + "&format=nt", "Accept", "text/html"), "Content-Type"))
                .isEqualTo("application/n-triples");
        assertThat(server.get(query(LABELS) + "&format=png").body()).contains("json, xml, csv, tsv");
    }

    // P8, P10, P11, P13, S1

    @Test
    void aReaderMayAskForTheFirstRowsOnly() {
        String all = query("SELECT * { ?s ?p ?o } LIMIT 5") + "&format=tsv";
        assertThat(server.get(all + "&rows=3").body().lines()).hasSize(4);
        assertThat(server.get(all + "&rows=9").body().lines()).hasSize(6);
        assertThat(server.get(all + "&rows=" + encode("三")).statusCode()).isEqualTo(400);
    }

    @Test
    void p8RelativeIrisAreRelativeToTheEndpoint() {
        String body = server.get(query("SELECT (STR(<x>) AS ?iri) {}"), "Accept", "text/csv")
                .body();
        assertThat(body).isEqualTo("iri\r\n" + server.at("/x") + "\r\n");
    }

    @Test
    void p10HeadIsGetWithoutTheBody() {
        HttpResponse<String> head = server.send("HEAD", query(LABELS), "Accept", "text/csv");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "Content-Type")).startsWith("text/csv");
    }

    @Test
    void p11OtherOriginsMayAsk() {
        HttpResponse<String> preflight = server.send(
                "OPTIONS",
                "/sparql",
                "Origin",
                "http://app.example",
                "Access-Control-Request-Method",
                "POST",
                "Access-Control-Request-Headers",
                "content-type");
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(header(preflight, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(preflight, "Access-Control-Allow-Methods")).contains("POST");
        HttpResponse<String> asked = server.get(query("ASK {}"), "Origin", "http://app.example");
        assertThat(header(asked, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(asked, "Access-Control-Expose-Headers")).contains("ETag", "Link");
        HttpResponse<String> options = server.send("OPTIONS", "/sparql");
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(header(options, "Allow")).contains("GET", "HEAD", "POST");
    }

    @Test
    void p13TheVersionCanBeAnnounced() {
        for (String version : List.of("1.1", "1.2-basic", "1.2")) {
            assertThat(server.get(query("VERSION \"" + version + "\" ASK {}")).statusCode())
                    .isEqualTo(200);
            assertThat(server.get(query("ASK {}") + "&version=" + version).statusCode())
                    .isEqualTo(200);
        }
        HttpResponse<String> announced = server.post("/sparql", QUERY + "; version=1.2", "ASK {}");
        assertThat(announced.statusCode()).isEqualTo(200);
    }

    @Test
    void p13TripleTermsComeInEveryForm() {
        String reasons = """
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            SELECT ?term { GRAPH ?g { ?e rdf:reifies ?term } } ORDER BY ?e\
            """;
        assertThat(server.get(query(reasons), "Accept", JSON).body()).contains("\"triple\"", "\"predicate\"");
        assertThat(server.get(query(reasons), "Accept", "application/sparql-results+xml")
                        .body())
                .contains("<triple>");
        String graph = """
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            CONSTRUCT { ?e rdf:reifies ?term } WHERE { GRAPH ?g { ?e rdf:reifies ?term } }\
            """;
        assertThat(server.get(query(graph), "Accept", "text/turtle").body()).contains("<<(");
    }

    @Test
    void p14TheMethodQueryIsSafeAndHasAValidator() {
        HttpResponse<String> answer = server.send(
                "QUERY", "/sparql", HttpRequest.BodyPublishers.ofString(LABELS), "Content-Type", QUERY, "Accept", JSON);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "ETag")).isNotEmpty();
        assertThat(header(server.send("OPTIONS", "/sparql"), "Allow")).contains("QUERY");
    }

    @Test
    void aConnectionOutlivesABadQuery() {
        assertThat(header(server.get(query("ASK {")), "Connection")).isNotEqualToIgnoringCase("close");
    }

    @Test
    void aFunctionThatIsNotThereIsAnErrorInItsRowOnly() {
        String sparql = "SELECT ?x ?y { VALUES ?x { \"字\" } BIND (<http://example.org/f>(?x) AS ?y) }";
        assertThat(server.get(query(sparql), "Accept", "text/csv").body()).isEqualTo("x,y\r\n字,\r\n");
    }

    @Test
    void aBlankNodeIsMarkedInCsv() {
        assertThat(server.get(query("SELECT (BNODE() AS ?x) {}"), "Accept", "text/csv")
                        .body())
                .isEqualTo("x\r\n_:b0\r\n");
    }

    @Test
    void textIsFoundInBothLanguages() {
        String found = """
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX text: <http://jena.apache.org/text#>
            SELECT ?label { (?c ?score ?label) text:query (skos:prefLabel "%s" "lang:%s") }\
            """;
        assertThat(server.get(query(found.formatted("注意力", "zh")), "Accept", "text/csv")
                        .body())
                .contains("自注意力");
        assertThat(server.get(query(found.formatted("attention", "en")), "Accept", "text/csv")
                        .body())
                .contains("Self-Attention");
    }

    @Test
    void anEditorWithABrokenQuerySaysSo() {
        HttpResponse<String> page = server.get(query("SELECT <b>注意力"), "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("&lt;b&gt;注意力");
    }

    @Test
    void s1TheBareAddressDescribesTheService() {
        HttpResponse<String> response = server.get("/sparql", "Accept", "text/turtle");
        Graph graph = RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();
        assertThat(graph.stream()
                        .filter(triple -> triple.getPredicate().getLocalName().equals("endpoint"))
                        .map(triple -> triple.getObject().getURI()))
                .containsExactly(server.at("/sparql").toString());
        assertThat(response.body()).contains("https://w3id.org/zhitu/graph/note/small.rst");
    }

    // L9: validators

    @Test
    void l9TheValidatorIsThatOfTheRepresentation() {
        HttpResponse<String> csv = server.get(query(LABELS), "Accept", "text/csv");
        String etag = header(csv, "ETag");
        HttpResponse<String> again = server.get(query(LABELS), "Accept", "text/csv", "If-None-Match", etag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        HttpResponse<String> json = server.get(query(LABELS), "Accept", JSON, "If-None-Match", etag);
        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(header(json, "ETag")).isNotEqualTo(etag);
        assertThat(header(json, "Vary")).containsIgnoringCase("accept,");
    }

    @Test
    void l9WhatChangesEachTimeHasNoValidator() {
        assertThat(header(server.get(query("SELECT (NOW() AS ?t) {}")), "ETag")).isEmpty();
    }
}
