package org.zhitu.graph.review;

import java.time.Instant;
import java.util.Comparator;

/** Something that a learner did, once, on one device. Never changed afterwards. */
public sealed interface ProgressEvent {
    /** The order of events: by time, then by id, so that every device puts the same events into the same order. */
    Comparator<ProgressEvent> ORDER = Comparator.comparing(ProgressEvent::at).thenComparing(ProgressEvent::id);

    /** Returns the id: unique over all devices, 1 to {@link Progress#MAX_TEXT} characters. */
    String id();

    /** Returns when it happened, by the clock of the device. */
    Instant at();

    /**
     * The learner said how a concept stands.
     *
     * @param concept the slug
     */
    record Marked(String id, Instant at, String concept, State state) implements ProgressEvent {
        public Marked {
            Progress.check("id", id);
            Progress.check("concept", concept);
        }
    }

    /**
     * The learner answered a card.
     *
     * @param question the id of the question, which survives rewording and moving
     */
    record Reviewed(String id, Instant at, String question, Grade grade) implements ProgressEvent {
        public Reviewed {
            Progress.check("id", id);
            Progress.check("question", question);
        }
    }

    /**
     * The learner took something back: an event is as if it had not happened. Nothing takes this event back.
     *
     * @param event the id of the event, which may come later or never
     */
    record Undone(String id, Instant at, String event) implements ProgressEvent {
        public Undone {
            Progress.check("id", id);
            Progress.check("event", event);
        }
    }

    /** How a concept stands with a learner. */
    enum State {
        KNOWN,
        LEARNING,
        LATER,
        /** As if it had never been marked. */
        NONE
    }

    /** How a card went: the four grades of FSRS, numbered from 1. */
    enum Grade {
        AGAIN(1),
        HARD(2),
        GOOD(3),
        EASY(4);

        private final int number;

        Grade(int number) {
            this.number = number;
        }

        /** Returns the number that files and ts-fsrs use, from 1. */
        public int number() {
            return number;
        }

        /**
         * Returns the grade with a number.
         *
         * @throws IllegalArgumentException if it is not in 1..4
         */
        public static Grade of(int number) {
            for (Grade grade : values()) {
                if (grade.number == number) {
                    return grade;
                }
            }
            throw new IllegalArgumentException("grade not in 1..4: " + number);
        }
    }
}
