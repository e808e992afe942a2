package org.zhitu.graph.study;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The weeks that a path takes. A function of the path and the budget alone: no clock.
 *
 * <p>Steps keep their order; one that does not fit into what is left of a week goes on in the next. The week that holds the
 * deadline has as much time as its days up to the deadline are of seven, rounded down.
 *
 * @param weeks             from the first; at most {@link #MAX_WEEKS}
 * @param end               the last day of the last week, or the deadline where that week holds it; the start where there is nothing
 *                          to do
 * @param fits              whether all is done by the deadline; true without one
 * @param minutes           what the path takes
 * @param available         minutes up to the deadline; the path's own where there is none
 * @param over              minutes that the path is too long by; 0 where it fits
 * @param unplanned         minutes beyond {@link #MAX_WEEKS}; 0 almost always
 * @param minutesPerWeek    what would do to meet the deadline, rounded up; 0 without a deadline. May be more than a week has
 * @param leaveOut          what to leave out so that it fits, first what hurts least; empty where it fits. It may not be enough:
 *                          the last goal is never left out
 */
public record Timetable(
        List<Week> weeks,
        LocalDate end,
        boolean fits,
        int minutes,
        int available,
        int over,
        int unplanned,
        int minutesPerWeek,
        List<LeaveOut> leaveOut) {
    /** The most weeks of a timetable: ten years. */
    public static final int MAX_WEEKS = 520;

    private static final int WEEK = 7;

    public Timetable {
        weeks = List.copyOf(weeks);
        leaveOut = List.copyOf(leaveOut);
    }

    /**
     * One week.
     *
     * @param number   from 1
     * @param from     its first day
     * @param to       its last day, six days later
     * @param minutes  how much is planned
     * @param late     whether it begins after the deadline
     * @param portions what to do, in order
     */
    public record Week(int number, LocalDate from, LocalDate to, int minutes, boolean late, List<Portion> portions) {
        public Week {
            portions = List.copyOf(portions);
        }
    }

    /**
     * A step or a part of one.
     *
     * @param minutes  of this week
     * @param begins   whether the step begins in this week
     * @param finishes whether it is done in this week
     */
    public record Portion(String slug, String label, int minutes, boolean begins, boolean finishes) {}

    /**
     * A step to leave out.
     *
     * @param minutes saved
     * @param why     what makes it the next to go
     * @param goal    the slug of the goal that goes with it; empty unless {@code why} says so
     * @param breaks  slugs of the steps that stay and then lack a required prerequisite, in learning order
     */
    public record LeaveOut(String slug, String label, int minutes, Why why, String goal, List<String> breaks) {
        public LeaveOut {
            breaks = List.copyOf(breaks);
        }
    }

    /** Why a step goes, the first reason first. */
    public enum Why {
        /** It only helps. */
        OPTIONAL,
        /** Only the farthest goal needs it, and that goal goes. */
        FARTHEST_GOAL,
        /** Of the steps that are left, the fewest others need it. */
        LEAST_NEEDED
    }

    /** Returns the weeks of a path. */
    public static Timetable of(StudyPath path, Budget budget) {
        int minutes = path.steps().stream().mapToInt(StudyPath.Step::minutes).sum();
        int available =
                budget.deadline().map(deadline -> available(budget, deadline)).orElse(minutes);
        int over = Math.max(0, minutes - available);
        List<Week> weeks = weeks(path.steps(), budget);
        int planned = weeks.stream().mapToInt(Week::minutes).sum();
        return new Timetable(
                weeks,
                end(weeks, budget),
                over == 0,
                minutes,
                available,
                over,
                minutes - planned,
                budget.deadline()
                        .map(deadline -> needed(minutes, budget, deadline))
                        .orElse(0),
                over == 0 ? List.of() : new Thinning(path).until(over));
    }

    private static LocalDate end(List<Week> weeks, Budget budget) {
        if (weeks.isEmpty()) {
            return budget.start();
        }
        Week last = weeks.getLast();
        return budget.deadline()
                .filter(deadline -> !last.late() && deadline.isBefore(last.to()))
                .orElse(last.to());
    }

    private static long days(Budget budget, LocalDate deadline) {
        return ChronoUnit.DAYS.between(budget.start(), deadline) + 1;
    }

    private static int available(Budget budget, LocalDate deadline) {
        return (int) Math.min(Integer.MAX_VALUE, days(budget, deadline) * budget.minutesPerWeek() / WEEK);
    }

    private static int needed(int minutes, Budget budget, LocalDate deadline) {
        return (int) Math.ceilDiv((long) minutes * WEEK, days(budget, deadline));
    }

    private static List<Week> weeks(List<StudyPath.Step> steps, Budget budget) {
        List<Week> weeks = new ArrayList<>();
        List<Portion> portions = new ArrayList<>();
        int free = free(budget, 0);
        for (StudyPath.Step step : steps) {
            int left = step.minutes();
            while (left > 0 && weeks.size() < MAX_WEEKS) {
                int now = Math.min(left, free);
                if (now > 0) {
                    portions.add(new Portion(step.slug(), step.label(), now, left == step.minutes(), left == now));
                }
                left -= now;
                free -= now;
                if (free == 0) {
                    weeks.add(week(weeks.size(), budget, portions));
                    portions = new ArrayList<>();
                    free = free(budget, weeks.size());
                }
            }
        }
        if (!portions.isEmpty() && weeks.size() < MAX_WEEKS) {
            weeks.add(week(weeks.size(), budget, portions));
        }
        return weeks;
    }

    /** The minutes of a week: of the one that holds the deadline, those up to it. */
    private static int free(Budget budget, int week) {
        LocalDate from = budget.start().plusWeeks(week);
        return budget.deadline()
                .filter(deadline -> !deadline.isBefore(from) && deadline.isBefore(from.plusDays(WEEK - 1)))
                .map(deadline -> available(budget, deadline) - week * budget.minutesPerWeek())
                .orElse(budget.minutesPerWeek());
    }

    private static Week week(int number, Budget budget, List<Portion> portions) {
        LocalDate from = budget.start().plusWeeks(number);
        LocalDate to = from.plusDays(WEEK - 1);
        return new Week(
                number + 1,
                from,
                to,
                portions.stream().mapToInt(Portion::minutes).sum(),
                budget.deadline().map(deadline -> deadline.isBefore(from)).orElse(false),
                portions);
    }
}
