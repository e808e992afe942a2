package org.zhitu.server.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhitu.graph.review.Progress;
import org.zhitu.graph.review.ProgressEvent;
import org.zhitu.ontology.Language;
import org.zhitu.server.problem.ProblemException;

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "id": "1", "type": "concept", "concept": "bert", "state": "known"                                  | events[0].at
            "at": "2026-09-01T08:00:00Z", "type": "concept", "concept": "bert", "state": "known"               | events[0].id
            "id": "1", "at": "2026-09-01T08:00:00Z", "concept": "bert", "state": "known"                       | events[0].type
            "id": " ", "at": "2026-09-01T08:00:00Z", "type": "concept", "concept": "bert", "state": "known"    | events[0]
            "id": "1", "at": "yesterday", "type": "concept", "concept": "bert", "state": "known"               | events[0].at
            "id": "1", "at": "2026-09-01T08:00:00Z", "type": "concept", "concept": "bert", "state": "gone"     | events[0].state
            "id": "1", "at": "2026-09-01T08:00:00Z", "type": "concept", "concept": 7, "state": "known"         | events[0].concept
            "id": "1", "at": "2026-09-01T08:00:00Z", "type": "review", "question": "aa11", "grade": 5          | events[0].grade
            "id": "1", "at": "2026-09-01T08:00:00Z", "type": "review", "question": "aa11", "grade": "3"        | events[0].grade
            """)
    void anEventThatBreaksTheFormIsToldWithItsPlace(String members, String place) {
        refuses("{\"format\": \"zhitu-progress\", \"version\": 1, \"events\": [{%s}]}".formatted(members), place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"format": "zhitu-progress", "version": 1, "events": [      | 1:
            null                                                        | format
            {"events": []}                                              | format
            {"format": "anki", "version": 1, "events": []}              | format
            {"format": "zhitu-progress", "version": 2, "events": []}    | version
            {"format": "zhitu-progress", "events": []}                  | version
            {"format": "zhitu-progress", "version": 1, "events": {}}    | events
            """)
    void anotherFileIsRefused(String text, String place) {
        refuses(text, place);
    }

    private static void refuses(String text, String place) {
        assertThatThrownBy(() -> ProgressFile.parse("进度.json", text))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.detail(Language.EN)).contains("进度.json", place);
                    assertThat(problem.detail(Language.ZH)).contains("进度.json", place);
                });
    }
}
