package org.zhitu.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.encode;
import static org.zhitu.server.TestServer.header;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhitu.server.TestServer;
import org.zhitu.server.json.Json;
import tools.jackson.databind.JsonNode;

class ApiTest {
    @RegisterExtension
    static final TestServer server = TestServer.start();

    private static JsonNode json(HttpResponse<String> response) {
        return Json.mapper().readTree(response.body());
    }

    @Test
    void searchFindsAConceptByItsChineseName() {
        JsonNode found = json(server.get("/api/search?q=" + encode("注意力") + "&lang=zh"));
        JsonNode first = found.path("items").path(0);
        assertThat(first.path("id").asString()).isEqualTo("self-attention");
        assertThat(first.path("type").asString()).isEqualTo("concept");
        assertThat(first.path("label").asString()).isEqualTo("自注意力");
    }

    @Test
    void aConceptCanBeNamedBySlugLabelOrAlias() {
        for (String name : List.of("self-attention", "Self-Attention", "自注意力", "INTRA-ATTENTION")) {
            JsonNode card = json(server.get("/api/concepts/" + encode(name) + "?lang=zh"));
            assertThat(card.path("slug").asString()).isEqualTo("self-attention");
            assertThat(card.path("kind").asString()).isEqualTo("method");
            assertThat(card.path("prefLabel").path("zh").asString()).isEqualTo("自注意力");
        }
    }

    @Test
    void theNeighbourhoodHasRolesAndRelationsByShortName() {
        JsonNode around = json(server.get("/api/concepts/transformer/neighbourhood?depth=1&relations=prerequisite"));
        assertThat(around.path("centre").asString()).isEqualTo("transformer");
        List<String> edges = around.path("edges")
                .valueStream()
                .map(edge -> edge.path("from").asString() + " "
                        + edge.path("relation").asString() + " "
                        + edge.path("to").asString())
                .toList();
        assertThat(edges).contains("bert prerequisite transformer", "transformer prerequisite self-attention");
    }

    @Test
    void thePathLeadsFromWhatComesFirstToTheGoal() {
        JsonNode path = json(server.get("/api/path?goal=bert&known=softmax"));
        List<String> steps = path.path("steps")
                .valueStream()
                .map(step -> step.path("slug").asString())
                .toList();
        assertThat(steps).containsExactly("self-attention", "transformer", "bert");
        assertThat(path.path("goal").path(0).asString()).isEqualTo("bert");
        assertThat(path.path("known").path(0).asString()).isEqualTo("softmax");
        assertThat(path.path("hours").asDouble()).isEqualTo(3.5);
        assertThat(path.path("steps")
                        .path(0)
                        .path("because")
                        .path(0)
                        .path("neededFor")
                        .asString())
                .isEqualTo("transformer");
    }

    @Test
    void parametersMayBeRepeatedOrHoldCommas() {
        String once =
                server.get("/api/path?goal=bert,transformer&known=softmax").body();
        assertThat(server.get("/api/path?goal=bert&goal=transformer&known=softmax")
                        .body())
                .isEqualTo(once);
        assertThat(server.get("/api/path?goal=" + encode("bert，transformer") + "&known=softmax")
                        .body())
                .isEqualTo(once);
    }

    @Test
    void nextIsWhatIsReady() {
        JsonNode next = json(server.get("/api/next?known=softmax&limit=1"));
        assertThat(next.path("steps").size()).isEqualTo(1);
    }

    @Test
    void anUnknownGoalIsAProblemWithWhatIsNearIt() {
        HttpResponse<String> response = server.get("/api/path?goal=berd");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.path("parameter").asString()).isEqualTo("goal");
        assertThat(problem.path("suggestions").path(0).asString()).isEqualTo("bert");
        assertThat(problem.path("status").asInt()).isEqualTo(404);
        assertThat(json(server.get("/api/path?goal=berd&lang=zh")).path("title").asString())
                .isEqualTo("未知概念");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/search                                        | 400 | missing-parameter | q
            /api/search?q=x&limit=0                            | 400 | bad-number        | limit
            /api/search?q=x&limit=ten                          | 400 | bad-number        | limit
            /api/search?q=x&limit=99999999999                  | 400 | bad-number        | limit
            /api/concepts/bert/neighbourhood?depth=99          | 400 | bad-number        | depth
            /api/concepts/bert/neighbourhood?relations=friend  | 400 | unknown-relation  | relations
            /api/path                                          | 400 | missing-parameter | goal
            /api/path?goal=bert&known=zzzzzzzzzz               | 404 | unknown-concept   | known
            /api/concepts/zzzzzzzzzz                           | 404 | unknown-concept   | slug
            """)
    void aProblemNamesTheParameter(String path, int status, String code, String parameter) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).isEqualTo(status);
        JsonNode problem = json(response);
        assertThat(problem.path("type").asString()).contains("/problem/" + code);
        assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.path("detail").asString()).contains(parameter);
    }

    @Test
    void theValidatorChangesWithTheStoreAndTheLanguage() {
        HttpResponse<String> first = server.get("/api/concepts/bert");
        String etag = header(first, "ETag");
        assertThat(server.get("/api/concepts/bert", "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        HttpResponse<String> chinese = server.get("/api/concepts/bert", "If-None-Match", etag, "Accept-Language", "zh");
        assertThat(chinese.statusCode()).isEqualTo(200);
        assertThat(header(chinese, "Vary")).containsIgnoringCase("accept-language");
        server.replaceNote("""
                @prefix zt: <https://w3id.org/zhitu/ontology#> .
                @prefix schema: <https://schema.org/> .
                <https://w3id.org/zhitu/id/note/other.md> a zt:Note , schema:LearningResource ;
                    schema:identifier "other.md" ; schema:name "Other" ; schema:inLanguage "en" .
                """, "2");
        assertThat(server.get("/api/concepts/bert", "If-None-Match", etag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void headAndOptionsAreAnswered() {
        HttpResponse<String> head = server.send("HEAD", "/api/concepts/bert");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(server.send("OPTIONS", "/api/concepts/bert"), "Allow"))
                .contains("GET");
        HttpResponse<String> delete = server.send("DELETE", "/api/concepts/bert");
        assertThat(delete.statusCode()).isEqualTo(405);
        assertThat(header(delete, "Allow")).contains("GET");
    }

    @Test
    void everyAnswerCarriesSecurityHeaders() {
        HttpResponse<String> response = server.get("/api/concepts/bert");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(header(response, "Referrer-Policy")).isNotEmpty();
    }

    @Test
    void healthIsToldToWhoeverAsks() {
        HttpResponse<String> health = server.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("UP");
    }

    @Test
    void anAddressWithNothingBehindItIsAProblem() {
        HttpResponse<String> response = server.get("/api/no/such/thing");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(header(response, "Content-Type")).isEqualTo("application/problem+json");
        assertThat(server.get("/no/such/page", "Accept", "application/json").statusCode())
                .isEqualTo(404);
    }
}
