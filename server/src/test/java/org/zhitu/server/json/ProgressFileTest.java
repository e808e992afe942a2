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
                {"version": 1, "events": [
                  {"id": "b", "at": "2026-09-02T08:00:00Z", "concept": "bert", "state": "none"},
                  {"id": "a", "at": "2026-09-01T08:00:00Z", "concept": "bert", "state": "known"},
                  {"id": "c", "at": "2026-09-01T08:00:00.5Z", "concept": "自注意力", "state": "known"},
                  {"id": "d", "at": "2026-09-03T08:00:00Z", "question": "aa11", "grade": 3, "milliseconds": 4000},
                  {"id": "e", "at": "2026-09-03T08:00:00Z", "badge": "of a later version"}]}
                """);
        assertThat(progress.known()).containsExactly("自注意力");
        assertThat(progress.reviews().get("aa11"))
                .extracting(ProgressEvent.Reviewed::grade)
                .containsExactly(ProgressEvent.Grade.GOOD);
        assertThat(progress.events()).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {"events": [                                                                                  | 1:
            []                                                                                            | events
            null                                                                                          | events
            {"events": {}}                                                                                | events
            {"events": [{"at": "2026-09-01T08:00:00Z", "concept": "bert", "state": "known"}]}             | events[0].id
            {"events": [{"id": "1", "concept": "bert", "state": "known"}]}                                | events[0].at
            {"events": [{"id": "1", "at": "yesterday", "concept": "bert", "state": "known"}]}             | events[0].at
            {"events": [{"id": "1", "at": "2026-09-01T08:00:00Z", "concept": "bert", "state": "gone"}]}   | events[0].state
            {"events": [{"id": "1", "at": "2026-09-01T08:00:00Z", "concept": 7, "state": "known"}]}       | events[0].concept
            {"events": [{"id": "1", "at": "2026-09-01T08:00:00Z", "question": "aa11", "grade": 5}]}       | events[0]
            {"events": [{"id": " ", "at": "2026-09-01T08:00:00Z", "question": "aa11", "grade": 2}]}       | events[0]
            """)
    void whatBreaksTheFormIsToldWithItsPlace(String text, String place) {
        assertThatThrownBy(() -> ProgressFile.parse("进度.json", text))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.detail(Language.EN)).contains("进度.json", place);
                    assertThat(problem.detail(Language.ZH)).contains("进度.json", place);
                });
    }
}
