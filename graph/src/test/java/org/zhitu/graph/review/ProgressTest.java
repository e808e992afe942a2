package org.zhitu.graph.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final ProgressEvent.State KNOWN = ProgressEvent.State.KNOWN;

    @Test
    void theLatestEventSaysHowAConceptStandsOnWhicheverDeviceItWas() {
        Progress phone = new Progress(List.of(mark("a1", 10, "词向量", KNOWN), mark("a2", 30, "bert", KNOWN)));
        Progress laptop = new Progress(List.of(
                mark("b1", 20, "词向量", ProgressEvent.State.LEARNING),
                mark("b2", 20, "bert", ProgressEvent.State.LATER)));
        Progress merged = phone.merge(laptop);
        assertThat(merged.states()).containsExactly(entry("bert", KNOWN), entry("词向量", ProgressEvent.State.LEARNING));
        assertThat(merged.known()).containsExactly("bert");
    }

    @Test
    void unmarkingIsAnEventToo() {
        Progress progress =
                new Progress(List.of(mark("a", 1, "bert", KNOWN), mark("b", 2, "bert", ProgressEvent.State.NONE)));
        assertThat(progress.states()).isEmpty();
        assertThat(progress.events()).hasSize(2);
    }

    @Test
    void reviewsOfACardAreInOrderAndNoneIsLostByMerging() {
        Progress one = new Progress(List.of(review("r3", 30, "q1", 3), review("r1", 10, "q1", 1)));
        Progress other = new Progress(List.of(review("r2", 20, "q1", 4), review("r4", 5, "q2", 2)));
        assertThat(one.merge(other).reviews().get("q1"))
                .extracting(review -> review.id() + " " + review.grade().number())
                .containsExactly("r1 1", "r2 4", "r3 3");
    }

    @Test
    void whatIsTakenBackCountsAsIfItHadNotHappenedAndNoTakingBackIsTakenBack() {
        Progress progress = new Progress(List.of(
                review("r1", 10, "q1", 1),
                review("r2", 20, "q1", 3),
                mark("m1", 10, "词向量", KNOWN),
                mark("m2", 20, "词向量", ProgressEvent.State.NONE),
                undo("u1", 5, "r1"),
                undo("u2", 30, "m2"),
                undo("u3", 40, "u2")));
        assertThat(progress.reviews().get("q1"))
                .extracting(ProgressEvent.Reviewed::id)
                .containsExactly("r2");
        assertThat(progress.known()).containsExactly("词向量");
        assertThat(progress.events()).hasSize(7);
    }

    private static ProgressEvent undo(String id, long second, String event) {
        return new ProgressEvent.Undone(id, Instant.ofEpochSecond(second), event);
    }

    @Test
    void mergingDoesNotMindOrderOrRepetition() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Progress one = random(random);
            Progress other = random(random);
            Progress third = random(random);
            assertThat(one.merge(other)).isEqualTo(other.merge(one));
            assertThat(one.merge(other).merge(third)).isEqualTo(one.merge(other.merge(third)));
            assertThat(one.merge(other).merge(other)).isEqualTo(one.merge(other));
            assertThat(one.merge(Progress.none())).isEqualTo(one);
            List<ProgressEvent> shuffled = new ArrayList<>(one.events());
            Collections.shuffle(shuffled, random);
            assertThat(new Progress(shuffled)).isEqualTo(one);
        }
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> mark("", 1, "bert", KNOWN)).hasMessageContaining("id");
        assertThatThrownBy(() -> mark("a", 1, "长".repeat(201), KNOWN)).hasMessageContaining("concept");
        assertThatThrownBy(() -> ProgressEvent.Grade.of(5)).hasMessageContaining("5");
    }

    private static Progress random(Random random) {
        List<ProgressEvent> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String id = "e" + random.nextInt(20);
            long at = random.nextInt(8);
            events.add(
                    random.nextBoolean()
                            ? review(id, at, "q" + random.nextInt(3), 1 + random.nextInt(4))
                            : mark(
                                    id,
                                    at,
                                    "概念" + random.nextInt(3),
                                    List.of(ProgressEvent.State.values()).get(random.nextInt(4))));
        }
        return new Progress(events);
    }

    private static ProgressEvent mark(String id, long second, String concept, ProgressEvent.State state) {
        return new ProgressEvent.Marked(id, Instant.ofEpochSecond(second), concept, state);
    }

    private static ProgressEvent review(String id, long second, String question, int grade) {
        return new ProgressEvent.Reviewed(id, Instant.ofEpochSecond(second), question, ProgressEvent.Grade.of(grade));
    }
}
