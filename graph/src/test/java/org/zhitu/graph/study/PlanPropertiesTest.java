package org.zhitu.graph.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhitu.ontology.Language;

/** What holds of every plan, tried on random graphs of up to twelve concepts, with and without cycles. */
class PlanPropertiesTest {
    private static final int GRAPHS = 60;

    @Test
    void onTwelveConceptsNoSmallerSetOfStepsWouldDo() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomPlans plans = RandomPlans.acyclic(seed, 12);
            Random random = new Random(seed);
            BitSet goals = plans.random(random, 0.2);
            BitSet known = plans.closed(plans.random(random, 0.2));
            List<String> order = slugs(
                    plans.knowledge().planner().path(RandomPlans.slugs(goals), RandomPlans.slugs(known), Language.ZH));
            BitSet wanted = (BitSet) goals.clone();
            wanted.andNot(known);
            int smallest = Integer.MAX_VALUE;
            for (long bits = 0; bits < 1L << plans.size(); bits++) {
                BitSet steps = BitSet.valueOf(new long[] {bits});
                BitSet missing = (BitSet) wanted.clone();
                missing.andNot(steps);
                if (missing.isEmpty() && steps.cardinality() < smallest && isSound(plans, steps, known)) {
                    smallest = steps.cardinality();
                }
            }
            assertThat(order).as("seed %d", seed).hasSize(smallest);
            assertThat(order).as("seed %d", seed).containsAll(RandomPlans.slugs(wanted));
        }
    }

    private static boolean isSound(RandomPlans plans, BitSet steps, BitSet known) {
        return !steps.intersects(known)
                && plans.required().stream()
                        .allMatch(edge -> !steps.get(edge[0]) || steps.get(edge[1]) || known.get(edge[1]));
    }

    @Test
    void inAGraphWithCyclesEveryPathKeepsAllEdgesButTheCuts() {
        int cut = 0;
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomPlans plans = RandomPlans.cyclic(seed, 10);
            BitSet all = new BitSet();
            all.set(0, plans.size());
            StudyPath path = plans.knowledge().planner().path(RandomPlans.slugs(all), List.of(), Language.ZH);
            Set<String> cuts = path.cuts().stream()
                    .map(one -> one.from().slug() + " " + one.to().slug())
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> order = slugs(path);
            assertThat(order).hasSize(plans.size());
            assertThat(path.warnings()).isEmpty();
            Stream.concat(plans.required().stream(), plans.helpful().stream()).forEach(edge -> {
                String later = RandomPlans.slug(edge[0]);
                String earlier = RandomPlans.slug(edge[1]);
                if (!cuts.contains(later + " " + earlier)) {
                    assertThat(order.indexOf(earlier)).isLessThan(order.indexOf(later));
                }
            });
            cut += cuts.size();
        }
        assertThat(cut).isPositive();
    }

    @Test
    void aCutEdgeIsTheWeakestOfACycleThatTheKeptEdgesWouldCloseWithIt() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomPlans plans = RandomPlans.cyclic(seed, 8);
            BitSet all = new BitSet();
            all.set(0, plans.size());
            StudyPath path = plans.knowledge().planner().path(RandomPlans.slugs(all), List.of(), Language.ZH);
            Set<String> cuts = path.cuts().stream()
                    .map(one -> one.from().slug() + " " + one.to().slug())
                    .collect(Collectors.toSet());
            for (StudyPath.Cut cut : path.cuts()) {
                assertThat(cut.evidence()).hasSize(1);
                int from = Integer.parseInt(cut.from().slug().substring(1));
                int to = Integer.parseInt(cut.to().slug().substring(1));
                List<int[]> stronger = new ArrayList<>();
                for (int[] edge : plans.required()) {
                    if (!cut.required() || RandomPlans.confidence(edge, plans.size()) >= cut.confidence() - 1e-6) {
                        stronger.add(edge);
                    }
                }
                for (int[] edge : cut.required() ? List.<int[]>of() : plans.helpful()) {
                    if (RandomPlans.confidence(edge, plans.size()) >= cut.confidence() - 1e-6) {
                        stronger.add(edge);
                    }
                }
                stronger.removeIf(edge -> cuts.contains(RandomPlans.slug(edge[0]) + " " + RandomPlans.slug(edge[1])));
                assertThat(reaches(stronger, to, from))
                        .as("seed %d, %s", seed, cut)
                        .isTrue();
            }
        }
    }

    private static boolean reaches(List<int[]> edges, int from, int to) {
        Set<Integer> seen = new HashSet<>(Set.of(from));
        boolean grown = true;
        while (grown) {
            grown = edges.stream().filter(edge -> seen.contains(edge[0])).anyMatch(edge -> seen.add(edge[1]));
        }
        return seen.contains(to);
    }

    @Test
    void anyOrderIsTakenAndEveryBrokenPrerequisiteIsWarnedOf() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomPlans plans = RandomPlans.acyclic(seed, 10);
            Random random = new Random(seed);
            List<String> goals = RandomPlans.slugs(plans.random(random, 0.4));
            StudyPlanner planner = plans.knowledge().planner();
            List<String> wished = new ArrayList<>(slugs(planner.path(goals, List.of(), Language.ZH)));
            Collections.shuffle(wished, random);
            StudyPath path = planner.path(PlanRequest.to(goals, Language.ZH).ordered(wished));
            assertThat(slugs(path)).isEqualTo(wished);
            Set<String> broken = new TreeSet<>();
            for (int[] edge : plans.required()) {
                int later = wished.indexOf(RandomPlans.slug(edge[0]));
                int earlier = wished.indexOf(RandomPlans.slug(edge[1]));
                if (later >= 0 && earlier > later) {
                    broken.add(RandomPlans.slug(edge[0]) + " " + RandomPlans.slug(edge[1]));
                }
            }
            assertThat(path.warnings())
                    .allSatisfy(warning -> assertThat(warning.breach()).isEqualTo(StudyPath.Breach.LATER))
                    .extracting(warning ->
                            warning.step().slug() + " " + warning.prerequisite().slug())
                    .containsExactlyInAnyOrderElementsOf(broken);
        }
    }

    @Test
    void whatIsLeftOutFirstIsWhatTheFewestOthersNeedWhateverOrderTheLearnerWishes() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomPlans plans = RandomPlans.acyclic(seed, 10);
            Random random = new Random(seed);
            String goal = RandomPlans.slug(random.nextInt(10));
            StudyPlanner planner = plans.knowledge().planner();
            List<String> wished = new ArrayList<>(slugs(planner.path(List.of(goal), List.of(), Language.ZH)));
            Collections.shuffle(wished, random);
            StudyPath path =
                    planner.path(PlanRequest.to(List.of(goal), Language.ZH).ordered(wished));
            LocalDate monday = LocalDate.of(2026, 3, 2);
            List<Timetable.LeaveOut> leaveOut = Timetable.of(path, new Budget(1, monday, Optional.of(monday)))
                    .leaveOut();
            Set<String> left = new TreeSet<>(wished);
            assertThat(leaveOut).as("seed %d", seed).hasSize(wished.size() - 1);
            for (Timetable.LeaveOut one : leaveOut) {
                int fewest = left.stream()
                        .filter(slug -> !slug.equals(goal))
                        .mapToInt(slug -> above(plans, left, slug).size())
                        .min()
                        .orElseThrow();
                assertThat(above(plans, left, one.slug()))
                        .as("seed %d %s", seed, one)
                        .hasSize(fewest);
                left.remove(one.slug());
                assertThat(one.breaks())
                        .containsExactlyInAnyOrderElementsOf(left.stream()
                                .filter(later -> requires(plans, later, one.slug()))
                                .toList());
            }
        }
    }

    /** Of some steps those that require one, directly or not: by trying until nothing changes. */
    private static Set<String> above(RandomPlans plans, Set<String> steps, String slug) {
        Set<String> above = new TreeSet<>();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (String later : steps) {
                if (requires(plans, later, slug) || above.stream().anyMatch(one -> requires(plans, later, one))) {
                    grown |= above.add(later);
                }
            }
        }
        return above;
    }

    private static boolean requires(RandomPlans plans, String later, String earlier) {
        return plans.required().stream()
                .anyMatch(edge -> RandomPlans.slug(edge[0]).equals(later)
                        && RandomPlans.slug(edge[1]).equals(earlier));
    }

    @Test
    void thePlainOrderToCompareWithTakesAlwaysTheFirstThatIsReady() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomPlans plans = RandomPlans.acyclic(seed, 9);
            StudyPath path = plans.knowledge().planner().path(List.of(RandomPlans.slug(4)), List.of(), Language.ZH);
            TreeSet<String> open = new TreeSet<>(slugs(path));
            int switches = 0;
            String last = "";
            while (!open.isEmpty()) {
                String next = open.stream()
                        .filter(slug ->
                                open.stream().noneMatch(one -> requires(plans, slug, one) || helps(plans, slug, one)))
                        .findFirst()
                        .orElseThrow();
                switches += last.isEmpty() || requires(plans, next, last) || helps(plans, next, last) ? 0 : 1;
                open.remove(next);
                last = next;
            }
            assertThat(path.plainSwitches()).as("seed %d", seed).isEqualTo(switches);
            assertThat(path.switches()).isLessThanOrEqualTo(path.plainSwitches());
        }
    }

    private static boolean helps(RandomPlans plans, String later, String earlier) {
        return plans.helpful().stream()
                .anyMatch(edge -> RandomPlans.slug(edge[0]).equals(later)
                        && RandomPlans.slug(edge[1]).equals(earlier));
    }

    @Test
    void whatAConceptUnlocksByLevelEqualsWhatTryingEveryConceptFinds() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomPlans plans = RandomPlans.acyclic(seed, 12);
            Unlocks unlocks = plans.knowledge().planner().unlocks(RandomPlans.slug(3), List.of(), 100, Language.ZH);
            List<Set<String>> levels = new ArrayList<>();
            Set<Integer> seen = new HashSet<>(Set.of(3));
            Set<Integer> level = Set.of(3);
            while (!level.isEmpty()) {
                Set<Integer> next = new TreeSet<>();
                for (int[] edge : plans.required()) {
                    if (level.contains(edge[1]) && !seen.contains(edge[0])) {
                        next.add(edge[0]);
                    }
                }
                seen.addAll(next);
                level = next;
                if (!next.isEmpty()) {
                    levels.add(next.stream().map(RandomPlans::slug).collect(Collectors.toSet()));
                }
            }
            assertThat(unlocks.total()).isEqualTo(seen.size() - 1);
            assertThat(unlocks.levels().stream()
                            .map(one -> one.concepts().stream()
                                    .map(item -> item.concept().slug())
                                    .collect(Collectors.toSet())))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(levels);
        }
    }

    private static List<String> slugs(StudyPath path) {
        return path.steps().stream().map(StudyPath.Step::slug).toList();
    }
}
