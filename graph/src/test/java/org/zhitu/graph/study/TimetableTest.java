package org.zhitu.graph.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.zhitu.graph.SmallWorld;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Language;

class TimetableTest {
    private static final StudyPlanner PLANNER =
            SmallWorld.knowledge(SmallWorld.store()).planner();
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void weeksAreDatedAndALongStepGoesOnInTheNext() {
        StudyPath path = PLANNER.path(PlanRequest.to(List.of("self-attention"), Language.ZH));
        Timetable timetable = Timetable.of(path, new Budget(60, MONDAY, Optional.empty()));
        assertThat(text(timetable)).isEqualTo("""
                1 2026-03-02..2026-03-08: 归一化指数函数 20 | 注意力机制 40…
                2 2026-03-09..2026-03-15: …注意力机制 50 | 自注意力 10…
                3 2026-03-16..2026-03-22: …自注意力 50
                """);
        assertThat(timetable.fits()).isTrue();
        assertThat(timetable.end()).isEqualTo(LocalDate.of(2026, 3, 22));
        assertThat(timetable.minutes()).isEqualTo(170);
    }

    @Test
    void aDeadlineThatCannotBeMetIsSaidAndWhatWouldDo() {
        StudyPath path = PLANNER.path(PlanRequest.to(List.of("self-attention"), Language.ZH));
        Timetable timetable = Timetable.of(path, new Budget(70, MONDAY, Optional.of(MONDAY.plusDays(9))));
        assertThat(text(timetable)).isEqualTo("""
                1 2026-03-02..2026-03-08: 归一化指数函数 20 | 注意力机制 50…
                2 2026-03-09..2026-03-15: …注意力机制 30…
                3 2026-03-16..2026-03-22: …注意力机制 10 | 自注意力 60 !
                """);
        assertThat(timetable.fits()).isFalse();
        assertThat(timetable.end()).isEqualTo(LocalDate.of(2026, 3, 22));
        assertThat(timetable.available()).isEqualTo(100);
        assertThat(timetable.over()).isEqualTo(70);
        assertThat(timetable.minutesPerWeek()).isEqualTo(119);
        assertThat(Timetable.of(path, new Budget(119, MONDAY, Optional.of(MONDAY.plusDays(9))))
                        .fits())
                .isTrue();
        assertThat(Timetable.of(path, new Budget(118, MONDAY, Optional.of(MONDAY.plusDays(9))))
                        .fits())
                .isFalse();
    }

    @Test
    void whatFitsEndsOnTheDeadlineAtTheLatest() {
        StudyPath path = PLANNER.path(PlanRequest.to(List.of("self-attention"), Language.ZH));
        LocalDate deadline = MONDAY.plusDays(9);
        assertThat(Timetable.of(path, new Budget(119, MONDAY, Optional.of(deadline)))
                        .end())
                .isEqualTo(deadline);
        assertThat(Timetable.of(path, new Budget(600, MONDAY, Optional.of(deadline)))
                        .end())
                .as("done in the first week")
                .isEqualTo(MONDAY.plusDays(6));
    }

    @Test
    @Timeout(30)
    void evenWhereEveryConceptIsAGoalItIsSoonSaidWhatToLeaveOut() {
        ConceptRef area = new ConceptRef("x", "x", ConceptKind.FOUNDATION, true);
        List<String> goals =
                IntStream.range(0, 900).mapToObj(number -> "c" + number).toList();
        List<StudyPath.Step> steps = new ArrayList<>();
        for (int step = 0; step < goals.size(); step++) {
            List<StudyPath.Because> because = IntStream.of(step + 1, step + 7, 2 * step + 1)
                    .filter(later -> later < goals.size())
                    .mapToObj(later -> new StudyPath.Because(goals.get(later), goals.get(later), "", List.of()))
                    .toList();
            String slug = goals.get(step);
            steps.add(new StudyPath.Step(
                    slug, slug, area, 30, 0.5, step, false, true, because, List.of(), List.of(), List.of()));
        }
        StudyPath path =
                new StudyPath(goals, List.of(), List.of(), 450, steps.size(), 0, 0, steps, List.of(), List.of());
        Timetable timetable = Timetable.of(path, new Budget(60, MONDAY, Optional.of(MONDAY.plusDays(6))));
        assertThat(timetable.leaveOut().stream()
                        .mapToInt(Timetable.LeaveOut::minutes)
                        .sum())
                .isGreaterThanOrEqualTo(timetable.over());
    }

    @Test
    void helpfulStepsGoBeforeTheFarthestGoalAndThatBeforeWhatTheLastGoalRequires() {
        StudyPath path = PLANNER.path(PlanRequest.to(List.of("attention-mechanism", "bert"), Language.EN)
                .within(StudyPlanner.Extent.HELPFUL));
        List<Timetable.LeaveOut> leaveOut = Timetable.of(path, new Budget(30, MONDAY, Optional.of(MONDAY.plusDays(6))))
                .leaveOut();
        assertThat(leaveOut)
                .extracting(one -> one.why() + " " + one.slug() + " " + one.breaks())
                .containsExactly(
                        "OPTIONAL recurrent-neural-network []",
                        "OPTIONAL neural-network []",
                        "FARTHEST_GOAL bert []",
                        "FARTHEST_GOAL language-model []",
                        "FARTHEST_GOAL transformer []",
                        "FARTHEST_GOAL word-embedding []",
                        "FARTHEST_GOAL multi-head-attention []",
                        "FARTHEST_GOAL self-attention []",
                        "LEAST_NEEDED softmax [attention-mechanism]");
        assertThat(leaveOut)
                .filteredOn(one -> one.why() == Timetable.Why.FARTHEST_GOAL)
                .allSatisfy(one -> assertThat(one.goal()).isEqualTo("bert"));
    }

    @Test
    void noMoreIsLeftOutThanHasToBe() {
        StudyPath path = PLANNER.path(
                PlanRequest.to(List.of("attention-mechanism"), Language.EN).within(StudyPlanner.Extent.HELPFUL));
        assertThat(Timetable.of(path, new Budget(300, MONDAY, Optional.of(MONDAY.plusDays(6))))
                        .leaveOut())
                .extracting(Timetable.LeaveOut::slug)
                .hasSize(1);
    }

    @Test
    void anEmptyPathTakesNoWeekAndATinyBudgetEndsAfterTenYears() {
        StudyPath nothing =
                PLANNER.path(PlanRequest.to(List.of("softmax"), Language.ZH).knowing(List.of("softmax")));
        assertThat(Timetable.of(nothing, new Budget(60, MONDAY, Optional.empty()))
                        .weeks())
                .isEmpty();
        StudyPath path = PLANNER.path(PlanRequest.to(List.of("bert"), Language.ZH));
        Timetable slow = Timetable.of(path, new Budget(1, MONDAY, Optional.empty()));
        assertThat(slow.weeks()).hasSize(Timetable.MAX_WEEKS);
        assertThat(slow.unplanned()).isEqualTo(slow.minutes() - Timetable.MAX_WEEKS);
    }

    @Test
    void aBudgetThatMakesNoSenseIsRefused() {
        assertThatThrownBy(() -> new Budget(0, MONDAY, Optional.empty())).hasMessageContaining("0");
        assertThatThrownBy(() -> new Budget(60, MONDAY, Optional.of(MONDAY.minusDays(1))))
                .hasMessageContaining("2026-03-01");
    }

    private static String text(Timetable timetable) {
        StringBuilder text = new StringBuilder();
        for (Timetable.Week week : timetable.weeks()) {
            text.append(week.number())
                    .append(' ')
                    .append(week.from())
                    .append("..")
                    .append(week.to())
                    .append(": ");
            text.append(week.portions().stream()
                    .map(portion -> (portion.begins() ? "" : "…") + portion.label() + " " + portion.minutes()
                            + (portion.finishes() ? "" : "…"))
                    .collect(Collectors.joining(" | ")));
            text.append(week.late() ? " !\n" : "\n");
        }
        return text.toString();
    }
}
