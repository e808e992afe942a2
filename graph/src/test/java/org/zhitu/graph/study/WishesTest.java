package org.zhitu.graph.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.SmallWorld;
import org.zhitu.ontology.Language;

/** What a learner may wish of a plan: several goals, skipping, an order of his own. */
class WishesTest {
    private static final StudyPlanner PLANNER =
            SmallWorld.knowledge(SmallWorld.store()).planner();

    @Test
    void severalGoalsShareTheirSteps() {
        StudyPath path = PLANNER.path(PlanRequest.to(List.of("word2vec", "self-attention"), Language.EN));
        assertThat(slugs(path)).containsExactly("softmax", "word2vec", "attention-mechanism", "self-attention");
        assertThat(path.steps().getFirst().because())
                .extracting(StudyPath.Because::neededFor)
                .containsExactly("word2vec", "attention-mechanism");
        assertThat(path.total()).isEqualTo(4);
    }

    @Test
    void aSkippedStepTakesWithItWhatOnlyItNeededAndIsWarnedOfWithItsReason() {
        StudyPath path =
                PLANNER.path(PlanRequest.to(List.of("bert"), Language.ZH).skipping(List.of("multi-head-attention")));
        assertThat(slugs(path)).containsExactly("word-embedding", "transformer", "language-model", "bert");
        assertThat(path.skipped()).containsExactly("multi-head-attention");
        assertThat(path.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.breach()).isEqualTo(StudyPath.Breach.SKIPPED);
            assertThat(warning.step().slug()).isEqualTo("transformer");
            assertThat(warning.prerequisite().label()).isEqualTo("多头注意力");
            assertThat(warning.reason()).isEqualTo("它的层以此为核心。");
            assertThat(warning.evidence())
                    .singleElement()
                    .satisfies(one -> assertThat(one.method()).isEqualTo("curated"));
        });
    }

    @Test
    void whatIsSkippedIsNotTakenAsKnown() {
        StudyPath path = PLANNER.path(
                PlanRequest.to(List.of("bert", "softmax"), Language.ZH).skipping(List.of("multi-head-attention")));
        assertThat(slugs(path)).contains("softmax");
        assertThat(PLANNER.path(PlanRequest.to(List.of("softmax"), Language.ZH)
                                .knowing(List.of("bert"))
                                .skipping(List.of("softmax")))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aStepMayBePutFirstWhateverItNeedsAndNothingIsBlocked() {
        StudyPath path = PLANNER.path(
                PlanRequest.to(List.of("self-attention"), Language.ZH).ordered(List.of("self-attention", "没有")));
        assertThat(slugs(path)).containsExactly("self-attention", "softmax", "attention-mechanism");
        assertThat(path.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.breach()).isEqualTo(StudyPath.Breach.LATER);
            assertThat(warning.prerequisite().slug()).isEqualTo("attention-mechanism");
            assertThat(warning.reason()).isEqualTo("它是序列对自身的注意力。");
        });
    }

    @Test
    void aStepNamesItsAreaAndTheSectionsThatTeachIt() {
        StudyPath path = PLANNER.path(List.of("bert"), Set.of(), Language.ZH);
        assertThat(path.steps())
                .filteredOn(step -> step.slug().equals("self-attention"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.area().label()).isEqualTo("神经网络");
                    assertThat(step.sections())
                            .extracting(section -> section.note() + "#" + section.fragment() + ":" + section.line())
                            .containsExactly("nlp.rst#self-attention:11");
                });
        assertThat(path.steps())
                .filteredOn(step -> step.slug().equals("bert"))
                .singleElement()
                .satisfies(step -> assertThat(step.sections())
                        .extracting(section -> section.title() + ":" + section.line())
                        .containsExactly("自然语言处理:1"));
    }

    @Test
    void whatIsNextCanBeRankedByTimeAndByTheWayToAGoal() {
        NextSteps byTime = PLANNER.next(List.of(), List.of("bert"), NextSteps.Rank.TIME, 3, Language.ZH);
        assertThat(byTime.steps())
                .extracting(step -> step.concept().slug() + " " + step.minutes())
                .containsExactly("softmax 20", "language-model 45", "entropy 45");
        NextSteps byGoal = PLANNER.next(List.of(), List.of("bert"), NextSteps.Rank.GOAL, 20, Language.ZH);
        assertThat(byGoal.steps())
                .extracting(step -> step.concept().slug() + " " + step.toGoal())
                .startsWith("language-model 1", "word-embedding 2", "softmax 5")
                .contains("entropy -1");
        assertThat(byGoal.total()).isEqualTo(byGoal.steps().size());
    }

    @Test
    void whatIsNextSaysHowManyConceptsItOpensAtOnce() {
        NextSteps next = PLANNER.next(List.of(), List.of(), NextSteps.Rank.UNLOCKS, 1, Language.ZH);
        assertThat(next.steps()).singleElement().satisfies(step -> {
            assertThat(step.concept().slug()).isEqualTo("softmax");
            assertThat(step.unlocks()).isEqualTo(6);
            assertThat(step.opens()).isEqualTo(2);
        });
    }

    @Test
    void whatAConceptUnlocksSaysWhatElseIsMissing() {
        Unlocks unlocks = PLANNER.unlocks("softmax", List.of(), 10, Language.ZH);
        assertThat(unlocks.total()).isEqualTo(6);
        assertThat(unlocks.levels())
                .extracting(level -> level.level() + ": "
                        + level.concepts().stream()
                                .map(item -> item.concept().label()
                                        + item.also().stream()
                                                .map(one -> one.label())
                                                .toList())
                                .toList())
                .containsExactly(
                        "1: [注意力机制[], word2vec[]]",
                        "2: [自注意力[注意力机制]]",
                        "3: [多头注意力[自注意力]]",
                        "4: [Transformer[多头注意力, 词向量]]",
                        "5: [BERT[语言模型, Transformer]]");
    }

    private static List<String> slugs(StudyPath path) {
        return path.steps().stream().map(StudyPath.Step::slug).toList();
    }
}
