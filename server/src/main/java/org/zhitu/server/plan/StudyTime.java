package org.zhitu.server.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhitu.graph.study.Budget;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.server.problem.ProblemException;

/**
 * How much time a person says he has: so much a week, or until a day, or both.
 *
 * @param minutesPerWeek empty: as many as the deadline demands
 * @param deadline       the last day on which there is time; there where no minutes are given
 */
public record StudyTime(OptionalInt minutesPerWeek, LocalDate start, Optional<LocalDate> deadline) {
    /** The first and the last day that a plan may begin or have to end. */
    public static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);

    public static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    /** The hours of a week. */
    public static final int MAX_HOURS = 168;

    private static final int HOUR = 60;
    private static final int WEEK = 7;

    /** What the three wishes are called where the person gave them. */
    public enum Names {
        /** In an address. */
        PARAMETERS(""),
        /** On the command line. */
        OPTIONS("--");

        private final String prefix;

        Names(String prefix) {
            this.prefix = prefix;
        }

        String hours() {
            return prefix + "hours-per-week";
        }

        String start() {
            return prefix + "start";
        }

        String deadline() {
            return prefix + "deadline";
        }
    }

    /**
     * Reads the three wishes; blank ones are missing. Without hours and deadline there is no time to speak of, whatever the
     * start.
     *
     * @param hours    hours a week, at most two digits after the point
     * @param start    a day as {@code 2026-09-01}
     * @param deadline a day, not before the start
     * @param today    the start where none is given
     * @throws ProblemException if one of them cannot be understood, or the start is missing
     */
    public static Optional<StudyTime> parse(
            Names names, String hours, String start, String deadline, Optional<LocalDate> today) {
        OptionalInt minutes = hours.isBlank() ? OptionalInt.empty() : OptionalInt.of(minutes(names.hours(), hours));
        Optional<LocalDate> first = day(names.start(), start);
        Optional<LocalDate> last = day(names.deadline(), deadline);
        if (minutes.isEmpty() && last.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = first.or(() -> today)
                .orElseThrow(() ->
                        new ProblemException(400, "missing-parameter", names.start()).with("parameter", names.start()));
        if (last.isPresent() && last.get().isBefore(from)) {
            throw new ProblemException(400, "deadline-before-start", names.deadline(), last.get(), from)
                    .with("parameter", names.deadline());
        }
        return Optional.of(new StudyTime(minutes, from, last));
    }

    /**
     * Checks that a form of a plan has the time that it needs.
     *
     * @throws ProblemException if a calendar is wanted and there is no time
     */
    public static void check(PlanFormat format, Optional<StudyTime> time, Names names) {
        if (format == PlanFormat.ICS && time.isEmpty()) {
            throw new ProblemException(400, "calendar-needs-time", names.hours(), names.deadline())
                    .with("parameter", names.hours());
        }
    }

    private static int minutes(String name, String text) {
        String number = text.strip();
        if (number.matches("\\d{1,3}(\\.\\d{1,2})?")) {
            BigDecimal minutes = new BigDecimal(number).multiply(BigDecimal.valueOf(HOUR));
            int rounded = minutes.setScale(0, RoundingMode.HALF_UP).intValueExact();
            if (rounded >= 1 && rounded <= Budget.MAX_MINUTES) {
                return rounded;
            }
        }
        throw new ProblemException(400, "bad-hours", name, shortened(number), MAX_HOURS)
                .with("parameter", name)
                .with("maximum", MAX_HOURS);
    }

    private static Optional<LocalDate> day(String name, String text) {
        String day = text.strip();
        if (day.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (day.matches("\\d{4}-\\d{2}-\\d{2}")) {
                LocalDate date = LocalDate.parse(day);
                if (!date.isBefore(FIRST_DAY) && !date.isAfter(LAST_DAY)) {
                    return Optional.of(date);
                }
            }
        } catch (DateTimeException e) {
            throw badDate(name, day);
        }
        throw badDate(name, day);
    }

    private static ProblemException badDate(String name, String day) {
        return new ProblemException(400, "bad-date", name, shortened(day), FIRST_DAY, LAST_DAY).with("parameter", name);
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }

    /** Returns the time for a path: as said, else as much a week as the deadline demands, if a week has that much. */
    Budget budget(StudyPath path) {
        return new Budget(minutesPerWeek.orElseGet(() -> demanded(path)), start, deadline);
    }

    private int demanded(StudyPath path) {
        long minutes = path.steps().stream().mapToInt(StudyPath.Step::minutes).sum();
        long days = ChronoUnit.DAYS.between(start, deadline.orElse(start)) + 1;
        return Math.clamp(Math.ceilDiv(minutes * WEEK, days), 1, Budget.MAX_MINUTES);
    }
}
