package org.zhitu.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.encode;
import static org.zhitu.server.TestServer.header;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitu.server.TestServer;
import org.zhitu.server.json.Json;
import tools.jackson.databind.JsonNode;

/** The part of the JSON interface that advises. */
class StudyApiTest {
    @RegisterExtension
    static final TestServer server = TestServer.start();

    private static JsonNode json(HttpResponse<String> response) {
        return Json.mapper().readTree(response.body());
    }

    private static JsonNode get(String path) {
        HttpResponse<String> response = server.get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json(response);
    }

    private static List<String> slugs(JsonNode list) {
        return list.valueStream().map(one -> one.path("slug").asString()).toList();
    }

    @Test
    void aPathKeepsTheMembersOfTheContract() {
        JsonNode path = get("/api/path?goal=bert&lang=zh");
        assertThat(path.propertyNames()).startsWith("goal", "known").contains("hours", "steps", "cuts", "timetable");
        assertThat(path.path("hours").asDouble()).isEqualTo(4);
        assertThat(path.path("timetable").isNull()).isTrue();
        JsonNode step = path.path("steps").path(1);
        assertThat(step.path("label").asString()).isEqualTo("自注意力");
        assertThat(step.path("generation").asInt()).isEqualTo(1);
        assertThat(step.path("because").toString()).contains("\"neededFor\":\"transformer\"", "各层由它构成。");
        assertThat(step.path("questions").path(0).path("line").asInt()).isEqualTo(7);
        assertThat(step.path("sources").path(0).path("url").asString()).isEqualTo("https://example.org/attention");
    }

    @Test
    void aPathTakesWishesAndWarns() {
        JsonNode path = get("/api/path?goal=bert&skip=softmax&order=" + encode("BERT 模型") + ",transformer&lang=zh");
        assertThat(slugs(path.path("steps"))).containsExactly("bert", "transformer", "self-attention");
        assertThat(path.path("skipped").toString()).isEqualTo("[\"softmax\"]");
        assertThat(path.path("warnings")
                        .valueStream()
                        .map(warning -> warning.path("breach").asString()
                                + " " + warning.path("step").path("slug").asString() + " "
                                + warning.path("prerequisite").path("slug").asString()))
                .containsExactly(
                        "later bert transformer", "later transformer self-attention", "skipped self-attention softmax");
        assertThat(get("/api/path?goal=bert&helpful=true").path("total").asInt())
                .isEqualTo(4);
    }

    @Test
    void aPathWithATimeHasWeeks() {
        JsonNode table = get("/api/path?goal=bert&hours-per-week=2&start=2026-09-07&deadline=2026-09-13")
                .path("timetable");
        assertThat(table.path("fits").asBoolean()).isFalse();
        assertThat(table.path("over").asInt()).isEqualTo(120);
        assertThat(table.path("minutesPerWeek").asInt()).isEqualTo(240);
        assertThat(table.path("weeks").path(1).path("from").asString()).isEqualTo("2026-09-14");
        assertThat(table.path("weeks").path(1).path("late").asBoolean()).isTrue();
        assertThat(table.path("leaveOut").path(0).path("why").asString()).isEqualTo("least-needed");
        JsonNode demanded =
                get("/api/path?goal=bert&start=2026-09-07&deadline=2026-09-13").path("timetable");
        assertThat(demanded.path("fits").asBoolean()).isTrue();
        assertThat(demanded.path("weeks").path(0).path("minutes").asInt()).isEqualTo(240);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text     | text/plain                | ''                  | Study path to BERT: 4 steps, 4 h
            markdown | text/markdown             | zhitu-bert.md       | # Study path to BERT: 4 steps, 4 h
            mermaid  | text/vnd.mermaid          | zhitu-bert.mmd      | flowchart LR
            ics      | text/calendar             | zhitu-bert.ics      | BEGIN:VCALENDAR
            anki     | text/tab-separated-values | zhitu-bert.txt      | #separator:tab
            jsonld   | application/ld+json       | ''                  | {
            json     | application/json          | ''                  | {"goal":["bert"]
            """)
    void aPathHasManyForms(String format, String mediaType, String fileName, String begin) {
        String path = "/api/path?goal=bert&hours-per-week=2&start=2026-09-07";
        HttpResponse<String> named = server.get(path + "&format=" + format);
        assertThat(named.statusCode()).isEqualTo(200);
        assertThat(header(named, "Content-Type")).startsWith(mediaType);
        assertThat(List.of(header(named, "Vary").toLowerCase(Locale.ROOT).split("[, ]+", -1)))
                .contains("accept", "accept-language");
        assertThat(header(named, "Content-Disposition"))
                .isEqualTo(fileName.isEmpty() ? "" : "attachment; filename=\"" + fileName + "\"");
        assertThat(named.body()).startsWith(begin);
        HttpResponse<String> accepted = server.get(path, "Accept", mediaType + ", */*;q=0.1");
        assertThat(accepted.body()).isEqualTo(named.body());
        String etag = header(named, "ETag");
        assertThat(etag).isEqualTo(header(accepted, "ETag")).contains("-" + format);
        assertThat(server.get(path + "&format=" + format, "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        HttpResponse<String> head = server.send("HEAD", path + "&format=" + format);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(header(head, "ETag")).isEqualTo(etag);
        assertThat(server.get(path + "&format=" + format).body())
                .as("same bytes")
                .isEqualTo(named.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "text/html,application/xhtml+xml,*/*;q=0.8", "image/png", "application/json, text/*"})
    void whoAsksForNothingInParticularGetsJson(String accept) {
        assertThat(header(server.get("/api/path?goal=bert", "Accept", accept), "Content-Type"))
                .startsWith("application/json");
    }

    @Test
    void nextIsRankedTowardsTheGoalThatIsNamed() {
        JsonNode next = get("/api/next?known=softmax&goal=bert&lang=zh");
        assertThat(next.path("rank").asString()).isEqualTo("goal");
        assertThat(next.path("goals").toString()).isEqualTo("[\"bert\"]");
        JsonNode first = next.path("steps").path(0);
        assertThat(first.path("concept").path("label").asString()).isEqualTo("自注意力");
        assertThat(first.path("toGoal").asInt()).isEqualTo(2);
        assertThat(first.path("unlocks").asInt()).isEqualTo(2);
        assertThat(next.path("sparql").asString()).contains("concept/softmax");
        assertThat(get("/api/next?rank=time")
                        .path("steps")
                        .path(0)
                        .path("minutes")
                        .asInt())
                .isEqualTo(30);
        assertThat(get("/api/next").path("rank").asString()).isEqualTo("unlocks");
    }

    @Test
    void unlocksGoByLevel() {
        JsonNode unlocks = get("/api/unlocks/" + encode("归一化指数函数") + "?lang=zh&limit=1");
        assertThat(unlocks.path("total").asInt()).isEqualTo(3);
        assertThat(unlocks.path("levels")
                        .valueStream()
                        .map(level -> level.path("concepts")
                                .path(0)
                                .path("concept")
                                .path("slug")
                                .asString()))
                .containsExactly("self-attention", "transformer", "bert");
        JsonNode also = unlocks.path("levels").path(1).path("concepts").path(0).path("also");
        assertThat(slugs(also)).containsExactly("self-attention");
        assertThat(get("/api/unlocks/softmax?known=self-attention")
                        .path("levels")
                        .path(1)
                        .path("concepts")
                        .path(0)
                        .path("also")
                        .size())
                .isZero();
    }

    @Test
    void betweenExplainsHopByHop() {
        JsonNode between = get("/api/between?from=bert&to=" + encode("自注意力") + "&k=1&relations=prerequisite&lang=zh");
        JsonNode hops = between.path("explanations").path(0).path("hops");
        assertThat(hops.size()).isEqualTo(2);
        JsonNode statement = hops.path(0).path("statements").path(0);
        assertThat(statement.path("relation").asString()).isEqualTo("prerequisite");
        assertThat(statement.path("reason").asString()).isEqualTo("它由其编码器堆叠而成。");
        assertThat(between.path("complete").asBoolean()).isTrue();
        assertThat(get("/api/between?from=bert&to=softmax&relations=usedFor")
                        .path("explanations")
                        .size())
                .isZero();
    }

    @Test
    void compareShowsWhatIsSharedAndWhatIsNot() {
        JsonNode compared = get("/api/compare?a=bert&b=transformer&lang=zh");
        assertThat(compared.path("a").path("label").asString()).isEqualTo("BERT 模型");
        assertThat(slugs(compared.path("foundations").path("shared"))).containsExactly("self-attention", "softmax");
        assertThat(slugs(compared.path("prerequisites").path("onlyA"))).containsExactly("transformer");
        assertThat(compared.path("questions").path("onlyA").path(0).path("id").asString())
                .isEqualTo("bb22");
    }

    @Test
    void gapsListWhatTheNotesLack() {
        JsonNode gaps = get("/api/gaps?goal=bert&limit=1&lang=zh");
        assertThat(gaps.path("uncovered").path("total").asInt()).isEqualTo(2);
        assertThat(gaps.path("uncovered").path("items").size()).isEqualTo(1);
        assertThat(gaps.path("unanswered").path("items").path(0).path("id").asString())
                .isEqualTo("bb22");
        assertThat(gaps.path("unanswered").path("sparql").asString()).contains("SELECT");
        assertThat(get("/api/gaps?goal=bert&known=bert")
                        .path("uncovered")
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(get("/api/gaps").path("goals").toString()).contains("bert");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/path?goal=bert&skip=zzzzzzzzzz                                     | 404 | unknown-concept       | skip
            /api/path?goal=bert&order=zzzzzzzzzz                                    | 404 | unknown-concept       | order
            /api/path?goal=bert&helpful=perhaps                                     | 400 | bad-choice            | helpful
            /api/path?goal=bert&format=pdf                                          | 400 | bad-choice            | format
            /api/path?goal=bert&format=ics                                          | 400 | calendar-needs-time   | hours-per-week
            /api/path?goal=bert&hours-per-week=5                                    | 400 | missing-parameter     | start
            /api/path?goal=bert&deadline=2026-12-31                                 | 400 | missing-parameter     | start
            /api/path?goal=bert&hours-per-week=0&start=2026-09-07                   | 400 | bad-hours             | hours-per-week
            /api/path?goal=bert&hours-per-week=168.01&start=2026-09-07              | 400 | bad-hours             | hours-per-week
            /api/path?goal=bert&hours-per-week=1e2&start=2026-09-07                 | 400 | bad-hours             | hours-per-week
            /api/path?goal=bert&hours-per-week=5&start=2026-02-30                   | 400 | bad-date              | start
            /api/path?goal=bert&hours-per-week=5&start=3000-01-01                   | 400 | bad-date              | start
            /api/path?goal=bert&start=2026-09-07&deadline=soon                      | 400 | bad-date              | deadline
            /api/path?goal=bert&start=2026-09-07&deadline=2026-09-06                | 400 | deadline-before-start | deadline
            /api/next?rank=size                                                     | 400 | bad-choice            | rank
            /api/next?goal=zzzzzzzzzz                                               | 404 | unknown-concept       | goal
            /api/next?limit=1001                                                    | 400 | bad-number            | limit
            /api/unlocks/zzzzzzzzzz                                                 | 404 | unknown-concept       | slug
            /api/unlocks/bert?limit=0                                               | 400 | bad-number            | limit
            /api/between?from=bert                                                  | 400 | missing-parameter     | to
            /api/between?from=bert&to=softmax&k=51                                  | 400 | bad-number            | k
            /api/between?from=bert&to=softmax&relations=friend                      | 400 | unknown-relation      | relations
            /api/between?from=zzzzzzzzzz&to=softmax                                 | 404 | unknown-concept       | from
            /api/compare?a=bert                                                     | 400 | missing-parameter     | b
            /api/compare?a=bert&b=zzzzzzzzzz                                        | 404 | unknown-concept       | b
            /api/gaps?goal=zzzzzzzzzz                                               | 404 | unknown-concept       | goal
            /api/gaps?limit=1001                                                    | 400 | bad-number            | limit
            """)
    void aProblemNamesTheParameterInBothLanguages(String path, int status, String code, String parameter) {
        HttpResponse<String> english = server.get(path);
        assertThat(english.statusCode()).isEqualTo(status);
        JsonNode problem = json(english);
        assertThat(problem.path("type").asString()).endsWith("/problem/" + code);
        assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.path("detail").asString()).contains(parameter);
        JsonNode chinese = json(server.get(path, "Accept-Language", "zh-CN"));
        assertThat(chinese.path("detail").asString())
                .contains(parameter)
                .isNotEqualTo(problem.path("detail").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/path?goal=bert",
                "/api/next",
                "/api/unlocks/bert",
                "/api/between?from=bert&to=softmax",
                "/api/compare?a=bert&b=softmax",
                "/api/gaps"
            })
    void everyAnswerCanBeKeptUntilTheStoreChanges(String path) {
        HttpResponse<String> first = server.get(path);
        String etag = header(first, "ETag");
        assertThat(server.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(server.get(path, "If-None-Match", etag, "Accept-Language", "zh")
                        .statusCode())
                .isEqualTo(200);
        assertThat(server.send("HEAD", path).statusCode()).isEqualTo(200);
        String mark = path.contains("?") ? "&" : "?";
        assertThat(server.get(path + mark + "unheard-of=1").body()).isEqualTo(first.body());
        HttpResponse<String> post = server.post(path, "application/json", "{}");
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(header(post, "Allow")).contains("GET");
    }

    @Test
    void whoKnowsTheWholeSchemeIsStillAnswered() {
        String thousand = "softmax,".repeat(1000);
        assertThat(get("/api/next?known=" + thousand).path("known").toString()).isEqualTo("[\"softmax\"]");
        assertThat(server.get("/path?goal=bert&known=" + thousand).statusCode()).isEqualTo(200);
        assertThat(server.get("/?known=" + thousand).statusCode()).isEqualTo(200);
        HttpResponse<String> more = server.get("/api/path?goal=bert&known=" + thousand + "bert");
        assertThat(more.statusCode()).isEqualTo(400);
        assertThat(json(more).path("parameter").asString()).isEqualTo("known");
    }

    private static HttpResponse<String> place(String body, String... headers) {
        return server.post("/api/placement", "application/json", body, headers);
    }

    @Test
    void thePlacementAsksAndBelieves() {
        HttpResponse<String> first = place("{\"goals\": [\"BERT 模型\"]}", "Accept-Language", "zh");
        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(header(first, "Cache-Control")).isEqualTo("no-store");
        JsonNode asked = json(first);
        assertThat(asked.path("goals").toString()).isEqualTo("[\"bert\"]");
        assertThat(asked.path("total").asInt()).isEqualTo(4);
        assertThat(asked.path("most").asInt()).isEqualTo(12);
        assertThat(asked.path("next").path("concepts").size()).isPositive();
        assertThat(asked.path("beliefs").path(0).path("label").asString()).isEqualTo("归一化指数函数");
        JsonNode placed = json(place("""
                {"goals": ["bert"],
                 "answers": [[{"concept": "Transformer", "knows": true}, {"concept": "bert"}]],
                 "overruled": [{"concept": "bert", "knows": false}]}
                """));
        assertThat(placed.path("asked").asInt()).isEqualTo(1);
        assertThat(slugs(placed.path("frontier"))).containsExactly("bert");
        assertThat(placed.path("known").toString()).isEqualTo("[\"softmax\",\"self-attention\",\"transformer\"]");
        assertThat(placed.path("beliefs").path(3).path("ground").asString()).isEqualTo("overruled");
        JsonNode unsure = json(place("""
                {"goals": ["bert"],
                 "answers": [[{"concept": "softmax", "knows": true}, {"concept": "self-attention"},
                              {"concept": "transformer"}, {"concept": "bert"}]],
                 "overruled": [{"concept": "softmax", "knows": true}]}
                """));
        assertThat(unsure.path("next").isNull())
                .as("nothing is asked again that he is not sure of: %s", unsure)
                .isTrue();
        assertThat(placed.path("beliefs").path(0).path("ground").asString()).isEqualTo("inferred");
        assertThat(place("{\"goals\": [\"BERT 模型\"]}", "Accept-Language", "zh").body())
                .as("nothing is kept")
                .isEqualTo(first.body());
    }

    static Stream<List<String>> brokenPlacements() {
        String many = "[" + "[],".repeat(12) + "[]]";
        String wide = "[[" + "{},".repeat(8) + "{}]]";
        return Stream.of(
                List.of("", "bad-json"),
                List.of("null", "bad-json"),
                List.of("{\"goals\": \"bert\"", "bad-json"),
                List.of("{\"goals\": [\"bert\"], \"answers\": [{}]}", "bad-json"),
                List.of(
                        "{\"goals\": [\"bert\"], \"answers\": [[{\"concept\": \"bert\", \"knows\": \"so so\"}]]}",
                        "bad-json"),
                List.of("{}", "missing-member"),
                List.of("{\"goals\": [null]}", "missing-member"),
                List.of("{\"goals\": [\"zzzzzzzzzz\"]}", "unknown-concept"),
                List.of("{\"goals\": [\"bert\"], \"answers\": " + many + "}", "too-many-values"),
                List.of("{\"goals\": [\"bert\"], \"answers\": " + wide + "}", "too-many-values"),
                List.of(
                        "{\"goals\": [\"bert\"], \"overruled\": [{\"concept\": \"zzzzzzzzzz\", \"knows\": true}]}",
                        "unknown-concept"));
    }

    @ParameterizedTest
    @MethodSource("brokenPlacements")
    void aBrokenPlacementIsAProblem(List<String> broken) {
        HttpResponse<String> response = place(broken.getFirst());
        assertThat(response.statusCode()).isBetween(400, 404);
        assertThat(json(response).path("type").asString()).endsWith("/problem/" + broken.getLast());
        assertThat(json(place(broken.getFirst(), "Accept-Language", "zh"))
                        .path("detail")
                        .asString())
                .isNotEqualTo(json(response).path("detail").asString());
    }

    @Test
    void aPlacementIsPostedAsJsonOfBoundedSize() {
        for (String type : List.of("text/plain", "nonsense", "application/xml; charset=utf-8")) {
            assertThat(server.post("/api/placement", type, "{}").statusCode()).isEqualTo(415);
        }
        assertThat(place("{\"x\": \"" + "x".repeat(1 << 18) + "\"}").statusCode())
                .isEqualTo(413);
        HttpResponse<String> get = server.get("/api/placement");
        assertThat(get.statusCode()).isEqualTo(405);
        assertThat(header(get, "Allow")).isEqualTo("POST, OPTIONS");
        assertThat(header(server.send("OPTIONS", "/api/placement"), "Accept-Post"))
                .isEqualTo("application/json");
    }
}
