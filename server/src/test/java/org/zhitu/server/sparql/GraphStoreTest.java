package org.zhitu.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.encode;
import static org.zhitu.server.TestServer.header;
import static org.zhitu.server.TestServer.query;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhitu.ontology.Iris;
import org.zhitu.server.TestServer;

/** The rules G1 to G5 of the graph store protocol, and writing by updates. */
class GraphStoreTest {
    private static final String TURTLE = "text/turtle";
    private static final String UPDATE = "application/sparql-update";
    private static final String SCHEME = "/graphs?graph=" + encode("https://w3id.org/zhitu/graph/scheme");
    private static final String[] TOKEN = {"Authorization", "Bearer secret"};

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.writable();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static String own(String name) {
        return "/graphs?graph=" + encode("http://example.org/" + name);
    }

    private static HttpResponse<String> put(String path, String turtle, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 4);
        System.arraycopy(new String[] {"Content-Type", TURTLE, TOKEN[0], TOKEN[1]}, 0, all, headers.length, 4);
        return server.send("PUT", path, HttpRequest.BodyPublishers.ofString(turtle), all);
    }

    private static HttpResponse<String> update(String text) {
        return server.post("/sparql/update", UPDATE, text, TOKEN);
    }

    private static boolean ask(String pattern) {
        return server.get(query("ASK { " + pattern + " }"), "Accept", "text/csv")
                .body()
                .contains("true");
    }

    @Test
    void g1AGraphIsNamedByItsIriOrByItsAddressOrIsTheDefaultOne() {
        Graph named = graph(server.get(SCHEME));
        assertThat(named.size()).isGreaterThan(30);
        assertThat(graph(server.get("/graphs/scheme")).isIsomorphicWith(named)).isTrue();
        assertThat(graph(server.get("/graphs?default")).size()).isGreaterThan(named.size());
        assertThat(server.get("/graphs?graph=scheme").statusCode()).isEqualTo(400);
        assertThat(server.get(SCHEME + "&default").statusCode()).isEqualTo(400);
    }

    private static Graph graph(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a graph that is there         | GET    | /graphs/scheme          | text/turtle      | ''                                   | 200
        its headers                   | HEAD   | /graphs/scheme          | text/turtle      | ''                                   | 200
        a graph that is not there     | GET    | /graphs/imported/none   | text/turtle      | ''                                   | 404
        its headers                   | HEAD   | /graphs/imported/none   | text/turtle      | ''                                   | 404
        a new graph                   | PUT    | /graphs/imported/g2     | text/turtle      | <urn:x:a> <urn:x:b> "字"@zh .         | 201
        the same again                | PUT    | /graphs/imported/g2     | text/turtle      | <urn:x:a> <urn:x:b> "字"@zh .         | 204
        more for it                   | POST   | /graphs/imported/g2     | text/turtle      | <urn:x:a> <urn:x:c> 1 .              | 204
        it goes                       | DELETE | /graphs/imported/g2     | text/turtle      | ''                                   | 204
        it is gone                    | DELETE | /graphs/imported/g2     | text/turtle      | ''                                   | 404
        a broken body                 | PUT    | /graphs/imported/g2     | text/turtle      | <urn:x:a> <urn:x:b> .                | 400
        another kind of body          | PUT    | /graphs/imported/g2     | text/csv         | a,b                                  | 415
        a method that is not offered  | PATCH  | /graphs/imported/g2     | text/turtle      | ''                                   | 405
        the graph of a note           | PUT    | /graphs/note/small.rst  | text/turtle      | <urn:x:a> <urn:x:b> 1 .              | 403
        a graph of evidence           | PUT    | /graphs/scheme/evidence | text/turtle      | <urn:x:a> <urn:x:b> 1 .              | 403
        the default graph             | PUT    | /graphs?default         | text/turtle      | <urn:x:a> <urn:x:b> 1 .              | 403
        a new graph without a name    | POST   | /graphs                 | text/turtle      | <urn:x:p> <urn:x:q> 2 .              | 201
        a graph as JSON-LD            | PUT    | /graphs/imported/j2     | application/ld+json | {"@id": "urn:x:a", "urn:x:名": "字"} | 201
        a context from elsewhere      | PUT    | /graphs/imported/j3     | application/ld+json | {"@context": "http://localhost:9/c", "@id": "urn:x:a", "b": 1} | 400
        graphs for one graph          | PUT    | /graphs/imported/j3     | application/ld+json | {"@id": "urn:x:g", "@graph": [{"@id": "urn:x:a", "urn:x:b": 1}]} | 400
        quads for one graph           | PUT    | /graphs/imported/j3     | application/n-quads | <urn:x:a> <urn:x:b> <urn:x:c> <urn:x:g> . | 415
        the whole dataset             | PUT    | /graphs                 | application/trig | <urn:x:g> { <urn:x:a> <urn:x:b> 1 }   | 400
        """)
    void g2EachMethodAnswersAsTheStandardHasIt(
            String name, String method, String path, String type, String body, int status) {
        HttpResponse<String> response = server.send(
                method, path, HttpRequest.BodyPublishers.ofString(body), "Content-Type", type, TOKEN[0], TOKEN[1]);
        assertThat(response.statusCode()).isEqualTo(status);
    }

    @Test
    void g2WhatCannotBeHadIsNotAcceptable() {
        assertThat(server.get("/graphs/scheme", "Accept", "image/png").statusCode())
                .isEqualTo(406);
    }

    @Test
    void g3EachGraphHasAValidatorOfItsOwn() {
        String before = header(server.get("/graphs/scheme"), "ETag");
        put(own("g3"), "<urn:x:a> <urn:x:b> 3 .");
        HttpResponse<String> scheme = server.get("/graphs/scheme");
        assertThat(header(scheme, "ETag")).isEqualTo(before);
        String ours = header(server.send("HEAD", own("g3")), "ETag");
        assertThat(ours).isNotEmpty().isNotEqualTo(before);
        put(own("g3"), "<urn:x:a> <urn:x:b> 4 .");
        assertThat(header(server.get(own("g3")), "ETag")).isNotEqualTo(ours);
        assertThat(server.get("/graphs/scheme", "If-None-Match", before).statusCode())
                .isEqualTo(304);
    }

    @Test
    void g4OnlyWhoKnowsTheTokenWrites() {
        HttpResponse<String> without =
                server.send("PUT", own("g4"), HttpRequest.BodyPublishers.ofString(""), "Content-Type", TURTLE);
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(header(without, "WWW-Authenticate")).startsWith("Bearer");
        HttpResponse<String> wrong =
                server.post("/sparql/update", UPDATE, "CREATE GRAPH <urn:x:g>", "Authorization", "Bearer guess");
        assertThat(wrong.statusCode()).isEqualTo(401);
    }

    @Test
    void g4NobodyOverwritesWhatAnotherChangedMeanwhile() {
        put(own("lost"), "<urn:x:a> <urn:x:b> \"一\"@zh .");
        String seen = header(server.get(own("lost")), "ETag");
        put(own("lost"), "<urn:x:a> <urn:x:b> \"二\"@zh .");
        assertThat(put(own("lost"), "<urn:x:a> <urn:x:b> \"三\"@zh .", "If-Match", seen)
                        .statusCode())
                .isEqualTo(412);
        assertThat(server.get(own("lost")).body()).contains("二");
        assertThat(put(own("lost"), "", "If-None-Match", "*").statusCode()).isEqualTo(412);
    }

    @Test
    void g5TheDatasetComesAsQuads() {
        String quads = server.get("/graphs", "Accept", "application/n-quads").body();
        assertThat(quads).contains("<https://w3id.org/zhitu/graph/scheme> .", "graph/scheme/evidence> .");
        assertThat(header(server.get("/graphs", "Accept", "application/trig"), "Content-Type"))
                .isEqualTo("application/trig");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        application/trig    | <urn:x:t1> { <urn:x:a> <urn:x:名> "一"@zh } <urn:x:t2> { <urn:x:a> <urn:x:名> "二"@zh }
        application/n-quads | <urn:x:a> <urn:x:名> "一"@zh <urn:x:t1> . <urn:x:a> <urn:x:名> "二"@zh <urn:x:t2> .
        application/ld+json | [{"@id": "urn:x:t1", "@graph": {"@id": "urn:x:a", "urn:x:名": {"@value": "一", "@language": "zh"}}},\
         {"@id": "urn:x:t2", "@graph": {"@id": "urn:x:a", "urn:x:名": {"@value": "二", "@language": "zh"}}}]
        """)
    void g5QuadsGoIntoTheGraphsThatTheyName(String type, String quads) {
        put("/graphs?graph=urn:x:t1", "<urn:x:a> <urn:x:old> 1 .");
        HttpResponse<String> done = server.post("/graphs", type, quads.replace(" . ", " .\n"), TOKEN);
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
        assertThat(ask("GRAPH <urn:x:t1> { <urn:x:a> <urn:x:old> 1 ; <urn:x:名> \"一\"@zh }"))
                .isTrue();
        assertThat(ask("GRAPH <urn:x:t2> { <urn:x:a> <urn:x:名> \"二\"@zh }")).isTrue();
        assertThat(server.send("DELETE", "/graphs?graph=urn:x:t1", TOKEN).statusCode())
                .isEqualTo(204);
        assertThat(server.send("DELETE", "/graphs?graph=urn:x:t2", TOKEN).statusCode())
                .isEqualTo(204);
    }

    @Test
    void g5QuadsOfWhichOneMayNotBeWrittenChangeNothing() {
        String before = server.store().revision();
        String quads =
                "<urn:x:t3> { <urn:x:a> <urn:x:b> 1 } <https://w3id.org/zhitu/graph/scheme> { <urn:x:a> <urn:x:b> 1 }";
        assertThat(server.post("/graphs", "application/trig", quads, TOKEN).statusCode())
                .isEqualTo(403);
        assertThat(server.post("/graphs", "application/trig", "_:g { <urn:x:a> <urn:x:b> 1 }", TOKEN)
                        .statusCode())
                .isEqualTo(400);
        assertThat(server.post(
                                "/graphs",
                                "application/trig",
                                "<urn:x:a> <urn:x:b> 1 . <urn:x:t3> { <urn:x:a> <urn:x:b> 1 }",
                                TOKEN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(server.store().revision()).isEqualTo(before);
    }

    @Test
    void g4TheDatasetHasAValidatorForQuads() {
        String seen = header(server.get("/graphs", "Accept", "application/trig"), "ETag");
        String quads = "<urn:x:t4> { <urn:x:a> <urn:x:b> \"四\" }";
        String[] known = {TOKEN[0], TOKEN[1], "If-Match", seen};
        assertThat(server.post("/graphs", "application/trig", quads, known).statusCode())
                .isEqualTo(204);
        assertThat(server.post("/graphs", "application/trig", quads.replace("四", "五"), known)
                        .statusCode())
                .isEqualTo(412);
    }

    @Test
    void anUpdateWritesToGraphsOfTheUsersOwnAndTheDefaultGraphShowsIt() {
        HttpResponse<String> done = update("""
            PREFIX ex: <http://example.org/>
            INSERT { GRAPH ex:mine { ?c ex:remark "再看一遍"@zh } }
            WHERE { ?c <http://www.w3.org/2004/02/skos/core#prefLabel> "BERT"@en } ;
            INSERT DATA { GRAPH ex:mine { ex:a ex:b 1 , 2 } } ;
            DELETE DATA { GRAPH ex:mine { ex:a ex:b 1 } }\
            """);
        assertThat(done.statusCode()).isEqualTo(204);
        assertThat(ask("?c <http://example.org/remark> \"再看一遍\"@zh")).isTrue();
        assertThat(ask("<http://example.org/a> <http://example.org/b> 1")).isFalse();
        assertThat(update("DROP GRAPH <http://example.org/mine>").statusCode()).isEqualTo(204);
        assertThat(ask("?c <http://example.org/remark> ?text")).isFalse();
        assertThat(server.get(own("mine")).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        DROP ALL                                                                          | 403 | default-graph-is-union
        INSERT DATA { <urn:x:a> <urn:x:b> 1 }                                             | 403 | default-graph-is-union
        DELETE WHERE { GRAPH <https://w3id.org/zhitu/graph/scheme> { ?s ?p ?o } }         | 403 | protected-graph
        INSERT DATA { GRAPH <https://w3id.org/zhitu/graph/note/x.md> { <urn:x:a> a 1 } }   | 403 | protected-graph
        LOAD <http://localhost:9/x.ttl>                                                   | 403 | load-refused
        INSERT DATA { GRAPH <urn:x:g> { <urn:x:a> <urn:x:b> 1 } } ; DROP DEFAULT          | 403 | default-graph-is-union
        INSERT DATA {                                                                     | 400 | query-syntax
        """)
    void anUpdateThatMayNotBeChangesNothing(String text, int status, String code) {
        String before = server.store().revision();
        HttpResponse<String> response = update(text);
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("/problem/" + code + "\"");
        assertThat(server.store().revision()).isEqualTo(before);
    }

    @Test
    void aReloadOfNotesKeepsWhatWasWrittenByHand() {
        put(own("kept"), "<urn:x:a> <urn:x:b> \"手写\"@zh .");
        server.replaceNote("<urn:x:n> <urn:x:b> 1 .", "again");
        assertThat(server.get(own("kept")).body()).contains("手写");
        assertThat(ask("<urn:x:a> <urn:x:b> \"手写\"@zh")).isTrue();
        server.store().write(writer -> writer.remove(Iris.DEFAULT.noteGraph("other.md")));
    }
}
