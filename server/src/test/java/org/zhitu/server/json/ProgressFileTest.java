package org.zhitu.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhitu.graph.review.Progress;
import org.zhitu.graph.review.ProgressEvent;
import org.zhitu.ontology.Language;
import org.zhitu.server.problem.ProblemException;
import tools.jackson.databind.JsonNode;

class ProgressFileTest {
    @Test
    void theLatestEventSaysHowAConceptStands() {
        Progress progress = ProgressFile.parse("进度.json", """
                {"format": "zhitu-progress", "version": 1, "device": "台式机", "events": [
                  {"id": "b", "at": "2026-09-02T08:00:00Z", "type": "concept", "concept": "bert", "state": "none"},
                  {"id": "a", "at": "2026-09-01T08:00:00Z", "type": "concept", "concept": "bert", "state": "known"},
                  {"id": "c", "at": "2026-09-01T08:00:00.5+08:00", "type": "concept", "concept": "自注意力", "state": "known"},
                  {"id": "d", "at": "2026-09-03T08:00:00Z", "type": "review", "question": "aa11", "grade": 3},
                  {"id": "e", "at": "2026-09-03T08:00:00Z", "type": "badge", "badge": "of a later version"}]}
                """);
        assertThat(progress.known()).containsExactly("自注意力");
        assertThat(progress.reviews().get("aa11"))
                .extracting(ProgressEvent.Reviewed::grade)
                .containsExactly(ProgressEvent.Grade.GOOD);
        assertThat(progress.events()).hasSize(4);
    }

    @Test
    void aLaterVersionIsToldApartFromABrokenFile() {
        String text = "{\"format\": \"zhitu-progress\", \"version\": 2, \"events\": []}";
        assertThatThrownBy(() -> ProgressFile.parse("进度.json", text))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.detail(Language.EN))
                            .contains("Update Zhitu")
                            .doesNotContain("xport");
                    assertThat(problem.detail(Language.ZH)).contains("更新知图").doesNotContain("导出");
                });
    }

    /** The same file that the browser's tests read: both sides agree. */
    @TestFactory
    Stream<DynamicTest> aFileIsReadAsTheBrowserReadsIt() throws IOException {
        JsonNode cases;
        try (InputStream in = ProgressFileTest.class.getResourceAsStream("progress-cases.json")) {
            cases = Json.mapper().readTree(Objects.requireNonNull(in, "progress-cases.json"));
        }
        return cases.valueStream()
                .map(one -> DynamicTest.dynamicTest(one.path("what").asString(), () -> check(one)));
    }

    private static void check(JsonNode one) {
        String text = one.path("text").asString();
        if (one.has("broken")) {
            refuses(text, one.path("broken").asString(), one.path("line").asInt(0));
            return;
        }
        Progress progress = ProgressFile.parse("进度.json", text);
        assertThat(progress.known()).containsExactlyElementsOf(strings(one.path("known")));
        assertThat(progress.reviews().values().stream()
                        .flatMap(List::stream)
                        .map(review -> review.question() + " " + review.grade().number()))
                .containsExactlyElementsOf(strings(one.path("reviews")));
    }

    private static List<String> strings(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** Where the line is 0, any will do. */
    private static void refuses(String text, String place, int line) {
        assertThatThrownBy(() -> ProgressFile.parse("进度.json", text))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.detail(Language.EN)).contains("进度.json", place);
                    assertThat(problem.detail(Language.ZH)).contains("进度.json", place);
                    if (line > 0) {
                        assertThat(problem.detail(Language.EN)).contains("line " + line);
                        assertThat(problem.detail(Language.ZH)).contains("第 " + line + " 行");
                    }
                });
    }
}
