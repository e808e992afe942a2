package org.zhitu.graph.study;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How much time a learner has.
 *
 * @param minutesPerWeek from 1 to {@link #MAX_MINUTES}
 * @param start          the first day; weeks are counted in seven days from here
 * @param deadline       the last day on which there is time; not before the start
 */
public record Budget(int minutesPerWeek, LocalDate start, Optional<LocalDate> deadline) {
    /** The minutes of a week. */
    public static final int MAX_MINUTES = 7 * 24 * 60;

    public Budget {
        if (minutesPerWeek < 1 || minutesPerWeek > MAX_MINUTES) {
            throw new IllegalArgumentException("minutes per week not in 1.." + MAX_MINUTES + ": " + minutesPerWeek);
        }
        if (deadline.isPresent() && deadline.get().isBefore(start)) {
            throw new IllegalArgumentException("the deadline " + deadline.get() + " is before the start " + start);
        }
    }
}
