package org.zhitu.graph.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitu.graph.SmallWorld;
import org.zhitu.ontology.Language;

class StudyPlannerTest {
    private static final StudyPlanner PLANNER =
            SmallWorld.knowledge(SmallWorld.store()).planner();

    private static final int GRAPHS = 60;

    @Test
    void aPathListsWhatTheGoalRequiresInAnOrderThatCanBeLearned() {
        assertThat(arrows(PLANNER.path(List.of("bert"), Set.of(), Language.ZH)))
                .isEqualTo("归一化指数函数 → 注意力机制 → 自注意力 → 多头注意力 → 词向量 → Transformer → 语言模型 → BERT");
    }

    @Test
    void knowingAConceptDropsWhatOnlyItNeeded() {
        assertThat(arrows(PLANNER.path(List.of("bert"), Set.of("self-attention"), Language.EN)))
                .isEqualTo("Multi-Head Attention → Word Embedding → Transformer → Language Model → BERT");
        assertThat(arrows(PLANNER.path(List.of("bert"), Set.of("bert"), Language.EN)))
                .isEmpty();
        assertThat(arrows(PLANNER.path(List.of("softmax"), Set.of("bert"), Language.EN)))
                .isEmpty();
    }

    @Test
    void aStepSaysWhatNeedsItAndWhereThatComesFrom() {
        StudyPath path = PLANNER.path(List.of("bert"), Set.of(), Language.ZH);
        StudyPath.Step step = step(path, "attention-mechanism");
        assertThat(step.because()).singleElement().satisfies(because -> {
            assertThat(because.neededFor()).isEqualTo("self-attention");
            assertThat(because.neededForLabel()).isEqualTo("自注意力");
            assertThat(because.reason()).isEqualTo("它是序列对自身的注意力。");
            assertThat(because.evidence())
                    .singleElement()
                    .satisfies(evidence -> assertThat(evidence.method()).isEqualTo("curated"));
        });
        assertThat(step(path, "bert").because()).isEmpty();
        assertThat(step(path, "self-attention").covered()).isTrue();
        assertThat(step(path, "word-embedding").covered()).isFalse();
        assertThat(step(path, "self-attention").questions())
                .extracting(question -> question.id())
                .containsExactly("q1");
        assertThat(step(path, "self-attention").sources())
                .extracting(source -> source.note() + ":" + source.line())
                .containsExactly("en/lm.md:14", "nlp.rst:40");
    }

    @Test
    void timeIsCountedInMinutesAndHours() {
        StudyPath path = PLANNER.path(List.of("attention-mechanism"), Set.of(), Language.ZH);
        assertThat(path.steps()).extracting(StudyPath.Step::minutes).containsExactly(20, 90);
        assertThat(path.steps()).extracting(StudyPath.Step::hours).containsExactly(0.33, 1.5);
        assertThat(path.hours()).isEqualTo(1.75);
        assertThat(PLANNER.path(List.of("entropy"), Set.of(), Language.ZH).steps())
                .extracting(StudyPath.Step::minutes)
                .containsExactly(StudyPlanner.DEFAULT_MINUTES);
    }

    @Test
    void helpfulPrerequisitesAreThereOnlyWhenAskedForAndSayThatTheyAreOptional() {
        StudyPath path =
                PLANNER.path(List.of("attention-mechanism"), Set.of(), StudyPlanner.Extent.HELPFUL, Language.EN);
        assertThat(path.steps())
                .extracting(step -> step.slug() + (step.optional() ? "?" : ""))
                .containsExactly("neural-network?", "recurrent-neural-network?", "softmax", "attention-mechanism");
        assertThat(step(path, "recurrent-neural-network").because())
                .extracting(StudyPath.Because::reason)
                .containsExactly("It was made to help recurrent translators.");
    }

    @Test
    void generationsCountTheLongestChainOfStepsBefore() {
        assertThat(PLANNER.path(List.of("bert"), Set.of(), Language.EN).steps())
                .extracting(StudyPath.Step::generation)
                .containsExactly(0, 1, 2, 3, 0, 4, 0, 5);
    }

    @Test
    void aGoalThatIsNotThereIsRefusedAndAnUnknownKnownConceptIsLeftOut() {
        assertThatThrownBy(() -> PLANNER.path(List.of("没有"), Set.of(), Language.ZH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("没有");
        assertThat(PLANNER.path(List.of("softmax"), Set.of("gone"), Language.ZH).steps())
                .hasSize(1);
    }

    @Test
    void aCycleIsCutWhereItIsLeastSure() {
        StudyPlanner planner = SmallWorld.knowledge("""
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        PREFIX c: <https://w3id.org/zhitu/id/concept/>
                        PREFIX zt: <https://w3id.org/zhitu/ontology#>
                        c:a a skos:Concept ; skos:prefLabel "甲"@zh .
                        c:b a skos:Concept ; skos:prefLabel "乙"@zh .
                        c:c a skos:Concept ; skos:prefLabel "丙"@zh .
                        c:a zt:prerequisite c:b {| zt:strength zt:required ; zt:confidence 0.9 |} .
                        c:b zt:prerequisite c:c {| zt:strength zt:required ; zt:confidence 0.5 |} .
                        c:c zt:prerequisite c:a {| zt:strength zt:required ; zt:confidence 0.6 |} .
                        c:b zt:prerequisite c:a {| zt:strength zt:helpful ; zt:confidence 1 |} .
                        """).planner();
        StudyPath path = planner.path(List.of("a"), Set.of(), Language.ZH);
        assertThat(arrows(path)).isEqualTo("乙 → 甲");
        assertThat(path.cuts())
                .extracting(cut -> cut.from().label() + "-" + cut.to().label())
                .containsExactly("乙-甲", "乙-丙");
        assertThat(arrows(planner.path(List.of("c"), Set.of(), Language.ZH))).isEqualTo("乙 → 甲 → 丙");
    }

    @Test
    void everyPathIsTheSmallestSetInAnOrderThatCanBeLearned() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomPlans plans = RandomPlans.acyclic(seed, 10);
            Random random = new Random(seed);
            BitSet goals = plans.random(random, 0.2);
            BitSet known = plans.random(random, 0.2);
            StudyPath path =
                    plans.knowledge().planner().path(RandomPlans.slugs(goals), RandomPlans.slugs(known), Language.ZH);
            List<String> order = path.steps().stream().map(StudyPath.Step::slug).toList();
            assertThat(new HashSet<>(order))
                    .as("seed %d", seed)
                    .isEqualTo(new HashSet<>(smallest(plans, goals, known)));
            assertThat(order).as("seed %d", seed).doesNotHaveDuplicates();
            assertLearnable(plans.required(), order, seed);
            assertLearnable(plans.helpful(), order, seed);
        }
    }

    @Test
    void aPathWithHelpfulStepsCanBeLearnedToo() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomPlans plans = RandomPlans.acyclic(seed, 10);
            BitSet goals = plans.random(new Random(seed), 0.2);
            StudyPath path = plans.knowledge()
                    .planner()
                    .path(RandomPlans.slugs(goals), Set.of(), StudyPlanner.Extent.HELPFUL, Language.ZH);
            List<String> order = path.steps().stream().map(StudyPath.Step::slug).toList();
            assertLearnable(plans.required(), order, seed);
            assertLearnable(plans.helpful(), order, seed);
            assertThat(path.steps().stream()
                            .filter(step -> !step.optional())
                            .map(StudyPath.Step::slug)
                            .collect(Collectors.toSet()))
                    .isEqualTo(new HashSet<>(RandomPlans.slugs(plans.closed(goals))));
        }
    }

    /** Of all sets that hold the goals and, with each member, what it requires or have that known: the smallest. */
    private static List<String> smallest(RandomPlans plans, BitSet goals, BitSet known) {
        BitSet mastered = plans.closed(known);
        BitSet wanted = (BitSet) goals.clone();
        wanted.andNot(mastered);
        BitSet best = null;
        for (long bits = 0; bits < 1L << plans.size(); bits++) {
            BitSet steps = BitSet.valueOf(new long[] {bits});
            BitSet missing = (BitSet) wanted.clone();
            missing.andNot(steps);
            boolean sound = missing.isEmpty()
                    && !steps.intersects(mastered)
                    && plans.required().stream()
                            .allMatch(edge -> !steps.get(edge[0]) || steps.get(edge[1]) || mastered.get(edge[1]));
            if (sound && (best == null || steps.cardinality() < best.cardinality())) {
                best = steps;
            }
        }
        assertThat(best).isNotNull();
        return best == null ? List.of() : RandomPlans.slugs(best);
    }

    private static void assertLearnable(List<int[]> edges, List<String> order, long seed) {
        for (int[] edge : edges) {
            int later = order.indexOf(RandomPlans.slug(edge[0]));
            int earlier = order.indexOf(RandomPlans.slug(edge[1]));
            assertThat(later < 0 || earlier < later).as("seed %d", seed).isTrue();
        }
    }

    @Test
    void whatIsNextEqualsWhatTryingEveryConceptFinds() {
        for (long seed = 0; seed < GRAPHS; seed++) {
            RandomPlans plans = RandomPlans.acyclic(seed, 12);
            BitSet known = plans.random(new Random(seed), 0.3);
            NextSteps next = plans.knowledge().planner().next(RandomPlans.slugs(known), 100, Language.ZH);
            assertThat(next.steps().stream().map(step -> step.concept().slug()).toList())
                    .as("seed %d", seed)
                    .isEqualTo(ready(plans, known, next));
        }
    }

    private static List<String> ready(RandomPlans plans, BitSet known, NextSteps next) {
        Map<String, Integer> minutes = new HashMap<>();
        next.steps().forEach(step -> minutes.put(step.concept().slug(), step.minutes()));
        BitSet mastered = plans.closed(known);
        List<Integer> ready = new ArrayList<>();
        for (int concept = 0; concept < plans.size(); concept++) {
            int candidate = concept;
            if (!mastered.get(concept)
                    && plans.required().stream().allMatch(edge -> edge[0] != candidate || mastered.get(edge[1]))) {
                ready.add(concept);
            }
        }
        ready.sort(Comparator.comparing((Integer concept) -> -dependants(plans, concept))
                .thenComparing(concept -> minutes.getOrDefault(RandomPlans.slug(concept), 0))
                .thenComparing(concept -> concept));
        return ready.stream().map(RandomPlans::slug).toList();
    }

    private static int dependants(RandomPlans plans, int concept) {
        int count = 0;
        for (int other = 0; other < plans.size(); other++) {
            BitSet one = new BitSet();
            one.set(other);
            count += other != concept && plans.closed(one).get(concept) ? 1 : 0;
        }
        return count;
    }

    @Test
    void whatIsNextSaysWhatItBuildsOnAndWhatItUnlocks() {
        NextSteps next = PLANNER.next(Set.of("softmax", "neural-network"), 3, Language.ZH);
        assertThat(next.steps())
                .extracting(step -> step.concept().label() + " " + step.unlocks() + " "
                        + step.because().stream().map(one -> one.label()).toList())
                .containsExactly("注意力机制 4 [归一化指数函数]", "词向量 2 []", "熵 1 []");
    }

    /** The promise of {@link LearningOrder}: related steps stay together better than in Kahn's order. */
    @ParameterizedTest
    @ValueSource(ints = {12, 30, 60})
    void fewerStepsFollowOneThatTheyDoNotBuildOnThanInKahnsOrder(int size) {
        int ours = 0;
        int kahns = 0;
        for (long seed = 0; seed < 15; seed++) {
            RandomPlans plans = RandomPlans.acyclic(seed, size);
            BitSet all = new BitSet();
            all.set(0, size);
            List<String> order =
                    plans.knowledge().planner().path(RandomPlans.slugs(all), Set.of(), Language.ZH).steps().stream()
                            .map(StudyPath.Step::slug)
                            .toList();
            ours += switches(plans, order);
            kahns += switches(plans, kahn(plans));
        }
        assertThat(ours).isLessThan(kahns);
    }

    private static int switches(RandomPlans plans, List<String> order) {
        Set<String> edges = new HashSet<>();
        plans.required().forEach(edge -> edges.add(RandomPlans.slug(edge[1]) + " " + RandomPlans.slug(edge[0])));
        plans.helpful().forEach(edge -> edges.add(RandomPlans.slug(edge[1]) + " " + RandomPlans.slug(edge[0])));
        int switches = 0;
        for (int i = 1; i < order.size(); i++) {
            switches += edges.contains(order.get(i - 1) + " " + order.get(i)) ? 0 : 1;
        }
        return switches;
    }

    /** First in, first out, ties by slug. */
    private static List<String> kahn(RandomPlans plans) {
        List<int[]> edges = new ArrayList<>(plans.required());
        edges.addAll(plans.helpful());
        int[] open = new int[plans.size()];
        edges.forEach(edge -> open[edge[0]]++);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            if (open[i] == 0) {
                order.add(i);
            }
        }
        for (int done = 0; done < order.size(); done++) {
            int earlier = order.get(done);
            edges.stream()
                    .filter(edge -> edge[1] == earlier)
                    .mapToInt(edge -> edge[0])
                    .sorted()
                    .forEach(later -> {
                        if (--open[later] == 0) {
                            order.add(later);
                        }
                    });
        }
        return order.stream().map(RandomPlans::slug).toList();
    }

    private static StudyPath.Step step(StudyPath path, String slug) {
        return path.steps().stream()
                .filter(step -> step.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private static String arrows(StudyPath path) {
        return path.steps().stream().map(StudyPath.Step::label).collect(Collectors.joining(" → "));
    }
}
