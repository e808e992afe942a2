package org.zhitu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.study.Timetable;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Language;

/** Calendars, read back by a reader that knows the standard and not the writer. */
class PlanCalendarTest {
    private static StrictCalendar.Calendar read(Plan plan) {
        return StrictCalendar.read(Plans.write(plan, PlanFormat.ICS).getBytes(StandardCharsets.UTF_8));
    }

    private static String outline(StrictCalendar.Calendar calendar) {
        return calendar.events().stream()
                .map(event -> event.from() + " " + event.to() + " " + event.summary() + "\n")
                .collect(Collectors.joining());
    }

    @Test
    void eachPortionOfAWeekStandsOnItsDays() {
        assertThat(outline(read(Plans.weekly(120, Language.EN)))).isEqualTo("""
                2026-09-07 2026-09-08 Softmax (30 min)
                2026-09-08 2026-09-12 Self-Attention (1 h)
                2026-09-12 2026-09-13 Transformer (30 min)
                2026-09-14 2026-09-17 Transformer, part 2 (1 h)
                2026-09-17 2026-09-20 BERT (1 h)
                2026-09-20 2026-09-20 Goal: BERT
                """);
    }

    @Test
    void aChineseCalendarSaysWhyAndWhere() {
        StrictCalendar.Calendar calendar = read(Plans.weekly(240, Language.ZH));
        assertThat(calendar.properties().get("NAME"))
                .extracting(StrictCalendar.Property::value)
                .isEqualTo("通向BERT 模型的学习路线");
        assertThat(calendar.events().get(1).summary()).isEqualTo("自注意力（1 小时）");
        assertThat(calendar.events().get(1).description()).isEqualTo("""
                为了学习Transformer 模型：各层由它构成。  [curated]
                ? 1. 自注意力为什么要除以根号 d？  small.rst:7
                On attention  https://example.org/attention""");
        assertThat(calendar.events().getLast().description()).contains("每周 4 小时，一周即可");
    }

    @Test
    void anEventKeepsItsNameWhenThePlanChanges() {
        List<String> slow = read(Plans.weekly(120, Language.ZH)).events().stream()
                .map(StrictCalendar.Event::uid)
                .toList();
        List<String> fast = read(Plans.weekly(240, Language.EN)).events().stream()
                .map(StrictCalendar.Event::uid)
                .toList();
        assertThat(slow).containsAll(fast);
        assertThat(fast).hasSize(5).allMatch(uid -> uid.endsWith("@zhitu"));
    }

    @Test
    void equalPlansAreEqualBytes() {
        assertThat(Plans.write(Plans.weekly(45, Language.ZH), PlanFormat.ICS))
                .isEqualTo(Plans.write(Plans.weekly(45, Language.ZH), PlanFormat.ICS));
        assertThat(read(Plans.weekly(45, Language.ZH)).events())
                .allMatch(event -> event.stamp().equals("20260907T000000Z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 59, 60, 100, 10_080})
    void anyPaceGivesEventsWithinTheirWeeks(int minutes) {
        Plan plan = Plans.weekly(minutes, Language.ZH);
        StrictCalendar.Calendar calendar = read(plan);
        Timetable timetable = plan.schedule().orElseThrow().timetable();
        int portions = timetable.weeks().stream()
                .mapToInt(week -> week.portions().size())
                .sum();
        assertThat(calendar.events()).hasSize(portions + 1);
        int at = 0;
        for (Timetable.Week week : timetable.weeks()) {
            for (Timetable.Portion portion : week.portions()) {
                StrictCalendar.Event event = calendar.events().get(at++);
                assertThat(event.uid()).startsWith(portion.slug());
                assertThat(event.from()).isBetween(week.from(), week.to());
                assertThat(event.to()).isBetween(event.from(), week.to());
            }
        }
    }

    @Test
    void aPlanWithNothingLeftIsACalendarStill() {
        Plan plan = Plan.of(
                Plans.KNOWLEDGE,
                PlanRequest.to(List.of("bert"), Language.ZH).knowing(List.of("bert")),
                Optional.of(new StudyTime(OptionalInt.of(60), LocalDate.of(2026, 9, 7), Optional.empty())));
        assertThat(outline(read(plan))).isEqualTo("2026-09-07 2026-09-07 目标：BERT 模型\n");
    }

    @Test
    void whateverStandsInANoteSurvives() {
        String nasty =
                "；;,\\n\\\\ 引号\" 冒号: 制表\t换行\r\n第二行\u2028第三行 𠮷野家 👩‍👩‍👧 " + "很长的一句话，没有空格，".repeat(40) + "\u0007完";
        ConceptRef concept = new ConceptRef("x-y", nasty, ConceptKind.METHOD, true);
        StudyPath.Step step = new StudyPath.Step(
                "x-y",
                nasty,
                concept,
                60,
                1,
                0,
                false,
                true,
                List.of(new StudyPath.Because("z", "z", nasty, List.of(new EvidenceRef("笔记/é.md", 3, "rule", 1, "")))),
                List.of(),
                List.of(new QuestionRef("q", nasty, true, "笔记/é.md", 3)),
                List.of(new SourceRef("https://example.org/a,b;c", nasty, "page", "n.md", 1)));
        StudyPath path =
                new StudyPath(List.of("x-y"), List.of(), List.of(), 1, 1, 0, 0, List.of(step), List.of(), List.of());
        StudyTime time = new StudyTime(OptionalInt.of(60), LocalDate.of(2026, 9, 7), Optional.empty());
        Plan plan = new Plan(
                PlanRequest.to(List.of("x-y"), Language.ZH),
                Optional.of(time),
                path,
                List.of(concept),
                List.of(),
                List.of(),
                Optional.of(new Plan.Schedule(time.budget(path), Timetable.of(path, time.budget(path)))));
        String clean = nasty.replace("\r\n", "\n").replace('\u2028', '\n').replace('\u0007', ' ');
        StrictCalendar.Event event = read(plan).events().getFirst();
        assertThat(event.summary()).isEqualTo(clean + "（1 小时）");
        assertThat(event.description()).contains(clean, "https://example.org/a,b;c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nCALSCALE:GREGORIAN\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\r\nNAME:a,b\r\nEND:VCALENDAR\r\n",
                "BEGIN:VCALENDAR\r\nno colon\r\nEND:VCALENDAR\r\n"
            })
    void theReaderIsStrict(String text) {
        assertThatThrownBy(() -> StrictCalendar.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> StrictCalendar.read(
                        ("BEGIN:VCALENDAR\r\nNAME:" + "x".repeat(71) + "\r\n").getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("76 octets");
    }
}
