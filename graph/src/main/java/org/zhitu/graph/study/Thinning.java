package org.zhitu.graph.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Chooses what to leave out of a path that is too long: helpful steps before required ones, least needed first; then the
 * goal that is farthest, with what only it needs, as long as another goal is left; then the step that the fewest others need,
 * of equal ones the longest, then the one that comes latest.
 */
final class Thinning {
    private final List<StudyPath.Step> steps;
    private final List<String> goals;
    private final Map<String, Integer> places = new HashMap<>();

    /** By step, the steps that it needs directly. */
    private final List<List<Integer>> before = new ArrayList<>();

    /** The steps, each after all that need it: the learner's own order may be another. */
    private final List<Integer> dependantsFirst;

    private final BitSet out = new BitSet();
    private final List<Timetable.LeaveOut> left = new ArrayList<>();

    /** Once no step is left that only helps. */
    private Optional<Shares> shares = Optional.empty();

    Thinning(StudyPath path) {
        steps = path.steps();
        for (int step = 0; step < steps.size(); step++) {
            places.put(steps.get(step).slug(), step);
            before.add(new ArrayList<>());
        }
        for (int step = 0; step < steps.size(); step++) {
            for (StudyPath.Because because : steps.get(step).because()) {
                Integer later = places.get(because.neededFor());
                if (later != null) {
                    before.get(later).add(step);
                }
            }
        }
        dependantsFirst = IntStream.range(0, steps.size())
                .boxed()
                .sorted(Comparator.comparing((Integer step) -> -steps.get(step).generation()))
                .toList();
        goals = new ArrayList<>(path.goal().stream().filter(places::containsKey).toList());
    }

    /** Returns what to leave out to save so many minutes, as far as that is possible. */
    List<Timetable.LeaveOut> until(int minutes) {
        int over = minutes;
        while (over > 0) {
            int saved = savesOptional();
            saved = saved > 0 ? saved : savesGoal();
            saved = saved > 0 ? saved : savesLeastNeeded();
            if (saved == 0) {
                return left;
            }
            over -= saved;
        }
        return left;
    }

    private int savesOptional() {
        return leaveLeastNeeded(Timetable.Why.OPTIONAL, true);
    }

    private int savesLeastNeeded() {
        return leaveLeastNeeded(Timetable.Why.LEAST_NEEDED, false);
    }

    private int leaveLeastNeeded(Timetable.Why why, boolean optional) {
        int[] neededBy = neededBy();
        return remaining()
                .filter(step -> steps.get(step).optional() == optional
                        && !goals.contains(steps.get(step).slug()))
                .min(Comparator.comparing((Integer step) -> neededBy[step])
                        .thenComparing(step -> -steps.get(step).minutes())
                        .thenComparing(step -> -step))
                .map(step -> leave(step, why, ""))
                .orElse(0);
    }

    /** Leaves out the goal that most minutes serve alone, the last of equal ones, with all that only it needs. */
    private int savesGoal() {
        Shares all = shares.orElseGet(
                () -> new Shares(goals.stream().map(this::needs).toList()));
        shares = Optional.of(all);
        int farthest = goals.size() > 1 ? all.farthest() : -1;
        if (farthest < 0) {
            return 0;
        }
        BitSet alone = all.leave(farthest);
        String goal = goals.remove(farthest);
        int saved = 0;
        while (!alone.isEmpty()) {
            int step = lastThatNothingNeeds(alone);
            alone.clear(step);
            saved += leave(step, Timetable.Why.FARTHEST_GOAL, goal);
        }
        return saved;
    }

    /**
     * What the remaining goals need, and which of it one of them needs alone. Costs once as much as the goals have needs; a goal
     * that goes takes nothing with it that another needs, so that the needs of the others stay as they are.
     */
    private final class Shares {
        private final List<BitSet> needs;

        /** By step, how many goals need it. */
        private final int[] count = new int[steps.size()];

        Shares(List<BitSet> needs) {
            this.needs = new ArrayList<>(needs);
            needs.forEach(some -> some.stream().forEach(step -> count[step]++));
        }

        /** Returns the place of the goal that most minutes serve alone, the last of equal ones; -1 if there is none. */
        int farthest() {
            int farthest = -1;
            int most = 1;
            for (int goal = 0; goal < needs.size(); goal++) {
                int minutes = alone(goal).map(step -> steps.get(step).minutes()).sum();
                if (minutes >= most) {
                    farthest = goal;
                    most = minutes;
                }
            }
            return farthest;
        }

        /** Takes a goal out, and returns what only it needed. */
        BitSet leave(int goal) {
            BitSet own = new BitSet();
            alone(goal).forEach(own::set);
            needs.remove(goal).stream().forEach(step -> count[step]--);
            return own;
        }

        private IntStream alone(int goal) {
            return needs.get(goal).stream().filter(step -> count[step] == 1);
        }
    }

    /** Returns the last of some steps that no other of them needs; there is one, since nothing needs itself. */
    private int lastThatNothingNeeds(BitSet some) {
        BitSet needed = new BitSet();
        some.stream().forEach(later -> before.get(later).forEach(needed::set));
        int last = some.length() - 1;
        while (last > 0 && (needed.get(last) || !some.get(last))) {
            last--;
        }
        return last;
    }

    /** Returns all steps that a goal needs, itself among them, as far as they are not out. */
    private BitSet needs(String goal) {
        BitSet needs = new BitSet();
        List<Integer> open = new ArrayList<>(List.of(places.getOrDefault(goal, 0)));
        while (!open.isEmpty()) {
            int step = open.removeLast();
            if (!out.get(step) && !needs.get(step)) {
                needs.set(step);
                open.addAll(before.get(step));
            }
        }
        return needs;
    }

    private int leave(int step, Timetable.Why why, String goal) {
        out.set(step);
        StudyPath.Step gone = steps.get(step);
        List<String> breaks = gone.optional()
                ? List.of()
                : remaining()
                        .filter(later -> before.get(later).contains(step))
                        .map(later -> steps.get(later).slug())
                        .toList();
        left.add(new Timetable.LeaveOut(gone.slug(), gone.label(), gone.minutes(), why, goal, breaks));
        return gone.minutes();
    }

    private Stream<Integer> remaining() {
        return IntStream.range(0, steps.size()).filter(step -> !out.get(step)).boxed();
    }

    /** How many remaining steps need each step, directly or not, whatever their order. */
    private int[] neededBy() {
        BitSet[] above = new BitSet[steps.size()];
        for (int step = 0; step < above.length; step++) {
            above[step] = new BitSet();
        }
        for (int later : dependantsFirst) {
            if (!out.get(later)) {
                for (int step : before.get(later)) {
                    above[step].or(above[later]);
                    above[step].set(later);
                }
            }
        }
        return Stream.of(above).mapToInt(BitSet::cardinality).toArray();
    }
}
