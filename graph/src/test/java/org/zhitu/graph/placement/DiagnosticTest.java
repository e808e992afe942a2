package org.zhitu.graph.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.TheScheme;
import org.zhitu.graph.study.Course;

class DiagnosticTest {
    private static final int LEARNERS = 24;

    /** A goal of the scheme with about a hundred concepts. */
    private static final Course COURSE =
            TheScheme.knowledge().planner().course(List.of("direct-preference-optimization"));

    private static final Course CHAIN = new Course(List.of(
            concept("向量"), concept("注意力", 0), concept("自注意力", 1), concept("Transformer", 2), concept("BERT", 3)));

    @Test
    void learnersWithALevelInEachAreaAreFoundWithinADozenQuestions() {
        assertFound("levels", DiagnosticTest::byLevels);
    }

    @Test
    void learnersWhoHaveReachedAFewGoalsAreFoundWithinADozenQuestions() {
        assertFound("goals reached", DiagnosticTest::byGoals);
    }

    private interface Population {
        Set<String> knownBy(Random random);
    }

    private static void assertFound(String name, Population population) {
        Random random = new Random(11);
        double found = 0;
        double right = 0;
        double placed = 0;
        int questions = 0;
        for (int learner = 0; learner < LEARNERS; learner++) {
            Set<String> knows = population.knownBy(random);
            Placement placement = examine(COURSE, knows, random);
            Set<String> frontier = frontier(COURSE, knows);
            Set<String> both = new HashSet<>(frontier);
            both.retainAll(placement.frontier());
            found += frontier.isEmpty() ? 1 : both.size() / (double) frontier.size();
            right += placement.frontier().isEmpty()
                    ? 1
                    : both.size() / (double) placement.frontier().size();
            Set<String> wrong = new HashSet<>(knows);
            wrong.removeAll(placement.known());
            Set<String> tooMuch = new HashSet<>(placement.known());
            tooMuch.removeAll(knows);
            placed += 1
                    - (wrong.size() + tooMuch.size())
                            / (double) COURSE.concepts().size();
            questions = Math.max(questions, placement.asked());
        }
        System.out.printf(
                "diagnostic, %d concepts, %d learners by %s, at most %d questions, 5 %% slips and guesses: "
                        + "%.1f %% of the frontier found, %.1f %% of what was said to be frontier right, %.1f %% of all concepts%n",
                COURSE.concepts().size(),
                LEARNERS,
                name,
                questions,
                100 * found / LEARNERS,
                100 * right / LEARNERS,
                100 * placed / LEARNERS);
        assertThat(questions).isLessThanOrEqualTo(12);
        assertThat(found / LEARNERS).isGreaterThanOrEqualTo(0.9);
        assertThat(right / LEARNERS).isGreaterThanOrEqualTo(0.9);
    }

    /** A learner has a level, and one near it in each area; what stands higher he hardly knows. */
    private static Set<String> byLevels(Random random) {
        double general = random.nextDouble();
        Map<String, Double> levels = new HashMap<>();
        double highest = 1;
        double[] heights = new double[COURSE.concepts().size()];
        for (int place = 0; place < heights.length; place++) {
            heights[place] = Math.log(Reach.down(COURSE, place).cardinality());
            highest = Math.max(highest, heights[place]);
        }
        Set<String> knows = new HashSet<>();
        for (int place = 0; place < heights.length; place++) {
            Course.Concept concept = COURSE.concepts().get(place);
            double level = levels.computeIfAbsent(concept.area(), area -> general + 0.12 * random.nextGaussian());
            boolean ready = concept.before().stream()
                    .allMatch(before ->
                            knows.contains(COURSE.concepts().get(before).slug()));
            double chance = 1 / (1 + Math.exp(25 * (heights[place] / highest - level)));
            if (random.nextDouble() < chance && ready) {
                knows.add(concept.slug());
            }
        }
        return knows;
    }

    /** A learner has reached up to four concepts anywhere, with all that they require, and nothing else. */
    private static Set<String> byGoals(Random random) {
        Set<String> knows = new HashSet<>();
        int goals = random.nextInt(5);
        for (int goal = 0; goal < goals; goal++) {
            Reach.down(COURSE, random.nextInt(COURSE.concepts().size())).stream()
                    .forEach(place -> knows.add(COURSE.concepts().get(place).slug()));
        }
        return knows;
    }

    private static Placement examine(Course course, Set<String> knows, Random random) {
        Diagnostic diagnostic = new Diagnostic(course, Diagnostic.Options.DEFAULT);
        List<List<Reply>> answers = new ArrayList<>();
        Placement placement = diagnostic.place(answers, List.of());
        while (placement.next().isPresent()) {
            List<Reply> replies = new ArrayList<>();
            for (String slug : placement.next().get().concepts()) {
                boolean slips = random.nextDouble() < 0.05;
                replies.add(new Reply(slug, knows.contains(slug) != slips));
            }
            answers.add(replies);
            placement = diagnostic.place(answers, List.of());
        }
        return placement;
    }

    private static Set<String> frontier(Course course, Set<String> knows) {
        Set<String> frontier = new HashSet<>();
        for (Course.Concept concept : course.concepts()) {
            if (!knows.contains(concept.slug())
                    && concept.before().stream()
                            .allMatch(before ->
                                    knows.contains(course.concepts().get(before).slug()))) {
                frontier.add(concept.slug());
            }
        }
        return frontier;
    }

    @Test
    void aReplyReachesDownAndUp() {
        Placement knows = place(List.of(List.of(new Reply("自注意力", true))), List.of());
        assertThat(knows.known()).contains("向量", "注意力", "自注意力");
        assertThat(probability(knows, "向量")).isGreaterThan(0.9);
        Placement does = place(List.of(List.of(new Reply("自注意力", false))), List.of());
        assertThat(does.known()).doesNotContain("自注意力", "Transformer", "BERT");
        assertThat(probability(does, "BERT")).isLessThan(0.1);
    }

    @Test
    void whatIsBelievedKnownAlwaysHasAllItRequires() {
        Placement placement = place(
                List.of(List.of(new Reply("BERT", true)), List.of(new Reply("向量", false), new Reply("注意力", true))),
                List.of());
        for (Course.Concept concept : CHAIN.concepts()) {
            if (placement.known().contains(concept.slug())) {
                assertThat(placement.known())
                        .containsAll(concept.before().stream()
                                .map(before -> CHAIN.concepts().get(before).slug())
                                .toList());
            }
        }
    }

    @Test
    void whatTheLearnerSetsRightOverrulesEveryReply() {
        List<List<Reply>> answers = List.of(List.of(new Reply("BERT", false), new Reply("Transformer", false)));
        Placement placement = place(answers, List.of(new Reply("Transformer", true)));
        assertThat(placement.known()).contains("向量", "注意力", "自注意力", "Transformer");
        assertThat(placement.beliefs())
                .filteredOn(belief -> belief.slug().equals("向量"))
                .extracting(Placement.Belief::ground, Placement.Belief::probability)
                .containsExactly(tuple(Placement.Ground.OVERRULED, 1.0));
        Placement taken = place(answers, List.of(new Reply("Transformer", true), new Reply("自注意力", false)));
        assertThat(taken.known()).containsExactly("向量", "注意力");
        assertThat(taken.frontier()).containsExactly("自注意力");
        assertThat(taken.next()).isEmpty();
    }

    @Test
    void equalInputGivesAnEqualPlacementAndAnotherSeedMayAskOtherwise() {
        List<List<Reply>> answers = List.of(List.of(new Reply("bert", true), new Reply("没有", true)));
        Diagnostic diagnostic = new Diagnostic(COURSE, Diagnostic.Options.DEFAULT);
        assertThat(diagnostic.place(answers, List.of()))
                .isEqualTo(new Diagnostic(COURSE, Diagnostic.Options.DEFAULT).place(answers, List.of()));
    }

    @Test
    void aQuestionThatTheLearnerIsNotSureAboutTellsNothingAndCounts() {
        Placement before = place(List.of(), List.of());
        Placement after = place(List.of(List.of()), List.of());
        assertThat(after.asked()).isEqualTo(1);
        assertThat(after.certainty()).isBetween(before.certainty() - 0.1, before.certainty() + 0.1);
    }

    @Test
    void whoIsNeverSureIsNeverAskedTheSameTwiceAndTheQuestionsEnd() {
        for (Course course : List.of(CHAIN, COURSE)) {
            Diagnostic diagnostic = new Diagnostic(course, Diagnostic.Options.DEFAULT);
            List<List<Reply>> answers = new ArrayList<>();
            List<String> asked = new ArrayList<>();
            Optional<Placement.Question> next =
                    diagnostic.place(answers, List.of()).next();
            while (next.isPresent()) {
                asked.addAll(next.orElseThrow().concepts());
                answers.add(List.of());
                next = diagnostic.place(answers, List.of()).next();
            }
            assertThat(asked).isNotEmpty().doesNotHaveDuplicates();
            assertThat(answers.size()).isLessThanOrEqualTo(12);
        }
    }

    @Test
    void whatWasLeftOutOfAnAnswerIsNotAskedAgain() {
        Diagnostic diagnostic = new Diagnostic(COURSE, Diagnostic.Options.DEFAULT);
        List<String> first =
                diagnostic.place(List.of(), List.of()).next().orElseThrow().concepts();
        List<List<Reply>> answers = List.of(List.of(new Reply(first.get(0), true)));
        assertThat(diagnostic.place(answers, List.of()).next().orElseThrow().concepts())
                .doesNotContainAnyElementsOf(first.subList(1, first.size()));
    }

    @Test
    void whatTheLearnerSaysHeIsNotSureOfIsNotAskedAgainWhateverIsOverruledMeanwhile() {
        Diagnostic diagnostic = new Diagnostic(COURSE, Diagnostic.Options.DEFAULT);
        List<List<Reply>> answers = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        Random random = new Random(5);
        Optional<Placement.Question> next = diagnostic.place(answers, List.of()).next();
        while (next.isPresent()) {
            asked.addAll(next.orElseThrow().concepts());
            answers.add(next.orElseThrow().concepts().stream()
                    .map(slug -> new Reply(slug, Reply.Answer.NOT_SURE))
                    .toList());
            Course.Concept any =
                    COURSE.concepts().get(random.nextInt(COURSE.concepts().size()));
            next = diagnostic
                    .place(answers, List.of(new Reply(any.slug(), random.nextBoolean())))
                    .next();
        }
        assertThat(asked).hasSizeGreaterThan(6).doesNotHaveDuplicates();
        Placement placement = diagnostic.place(answers, List.of(new Reply(asked.getFirst(), Reply.Answer.NOT_SURE)));
        assertThat(placement.beliefs())
                .extracting(Placement.Belief::ground)
                .as("who is not sure sets nothing right")
                .containsOnly(Placement.Ground.INFERRED);
    }

    @Test
    void theFirstQuestionTellsMostAndNoQuestionFollowsTheLast() {
        Placement first = place(List.of(), List.of());
        assertThat(first.next()).hasValueSatisfying(question -> {
            assertThat(question.concepts()).doesNotHaveDuplicates();
            assertThat(question.information()).isBetween(1.0, 5.0);
        });
        Diagnostic one = new Diagnostic(CHAIN, new Diagnostic.Options(1, 1, 0.05, 0.05, 1));
        assertThat(one.place(List.of(List.of(new Reply("向量", true))), List.of()).next())
                .isEmpty();
        assertThatThrownBy(() -> new Diagnostic.Options(12, 5, 0.5, 0.05, 1)).hasMessageContaining("0.5");
    }

    private static Placement place(List<List<Reply>> answers, List<Reply> overruled) {
        return new Diagnostic(CHAIN, Diagnostic.Options.DEFAULT).place(answers, overruled);
    }

    private static double probability(Placement placement, String slug) {
        return placement.beliefs().stream()
                .filter(belief -> belief.slug().equals(slug))
                .mapToDouble(Placement.Belief::probability)
                .sum();
    }

    private static Course.Concept concept(String slug, Integer... before) {
        return new Course.Concept(slug, "深度学习", 30, List.of(before));
    }
}
