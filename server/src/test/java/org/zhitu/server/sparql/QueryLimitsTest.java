package org.zhitu.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhitu.server.TestServer.query;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhitu.server.TestServer;
import org.zhitu.server.results.AnswerLimits;

/** Hostile queries end in bounded time and memory, and the server lives. */
@Timeout(60)
class QueryLimitsTest {
    private static final int KILO = 1024;
    private static final QueryLimits LOW =
            new QueryLimits(Duration.ofSeconds(1), 64 * KILO, 1 << 20, new AnswerLimits(20_000, 100), 4);

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start(LOW);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HttpResponse<String> send(String sparql) {
        return server.post("/sparql", "application/sparql-query", sparql);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.body()).contains("/problem/" + code + "\"");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(server.get(query("ASK {}")).statusCode()).isEqualTo(200);
    }

    private static String crossProduct(int factors) {
        String values = IntStream.range(0, 60).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        return IntStream.range(0, factors)
                .mapToObj(i -> "VALUES ?v" + i + " { " + values + " }")
                .collect(Collectors.joining(" "));
    }

    @Test
    void aRunawayQueryIsStopped() {
        assertProblem(send("SELECT (COUNT(*) AS ?n) { " + crossProduct(6) + " }"), 503, "query-time");
    }

    @Test
    void aRegularExpressionThatBacktracksIsStopped() {
        String bomb = "(\"" + "a".repeat(80) + "!\", \"^(.*a){30}$\"";
        assertProblem(send("ASK { FILTER(REGEX" + bomb + ")) }"), 503, "query-time");
        assertProblem(send("ASK { BIND(REPLACE" + bomb + ", \"\") AS ?x) FILTER(?x = \"\") }"), 503, "query-time");
    }

    @Test
    void aTextThatDoublesIsStopped() {
        String doubled = IntStream.range(0, 36)
                .mapToObj(i -> "BIND(CONCAT(?s%d, ?s%d) AS ?s%d)".formatted(i, i, i + 1))
                .collect(Collectors.joining(" "));
        assertProblem(send("SELECT (STRLEN(?s36) AS ?n) { BIND(\"字\" AS ?s0) " + doubled + " }"), 413, "text-too-long");
    }

    @Test
    void aReplacementThatMultipliesIsStopped() {
        String nested = "\"xx\"";
        for (int i = 0; i < 12; i++) {
            nested = "REPLACE(" + nested + ", \".\", \"$0$0$0$0$0$0$0$0\")";
        }
        assertProblem(send("SELECT (STRLEN(" + nested + ") AS ?n) {}"), 413, "text-too-long");
    }

    @Test
    void aGroupThatGrowsIsStopped() {
        String sparql = "SELECT (STRLEN(GROUP_CONCAT(CONCAT(STR(?v0), \"" + "y".repeat(1000) + "\"))) AS ?n) { "
                + crossProduct(3) + " }";
        assertProblem(send(sparql), 413, "text-too-long");
    }

    @Test
    void deepNestingIsAProblem() {
        int depth = 20_000;
        HttpResponse<String> groups = send("ASK " + "{".repeat(depth) + "}".repeat(depth));
        assertProblem(groups, 400, "query-too-deep");
        HttpResponse<String> brackets = send("ASK { FILTER" + "(".repeat(depth) + "true" + ")".repeat(depth) + " }");
        assertProblem(brackets, 400, "query-too-deep");
    }

    @Test
    void aLongQueryIsNotRead() {
        assertProblem(send("ASK {} #" + "x".repeat(100 * KILO)), 413, "query-too-large");
        HttpResponse<String> form = server.post(
                "/sparql", "application/x-www-form-urlencoded", "query=ASK%7B%7D%23" + "x".repeat(100 * KILO));
        assertProblem(form, 413, "query-too-large");
    }

    @Test
    void tooManyRowsNeverLookLikeAWholeAnswer() {
        assertThatThrownBy(() -> send("SELECT * { " + crossProduct(3) + " }")).isInstanceOf(UncheckedIOException.class);
        assertThat(server.get(query("ASK {}")).statusCode()).isEqualTo(200);
    }

    @Test
    void aFormThatNeedsAllTriplesAtOnceHasASmallerLimit() {
        String sparql = "CONSTRUCT { ?s ?p ?o } WHERE { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }";
        HttpResponse<String> tooMany = server.get(
                query("CONSTRUCT { <urn:a> <urn:b> ?v1 . <urn:c> <urn:d> ?v0 . <urn:e> ?v9 ?v1 } WHERE { "
                        + crossProduct(2) + " VALUES ?v9 { <urn:x> <urn:y> } }"),
                "Accept",
                "application/rdf+xml");
        assertProblem(tooMany, 413, "too-many-triples");
        assertThat(server.get(query(sparql), "Accept", "application/n-triples").statusCode())
                .isEqualTo(200);
    }
}
