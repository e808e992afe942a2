package org.zhitu.server.plan;

import java.util.List;
import java.util.Locale;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SectionRef;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.study.Timetable;

/** A plan as plain text, for a terminal. */
final class PlanText {
    private static final int SHOWN = 3;
    private static final String INDENT = "     ";

    private final PlanWords words;

    PlanText(PlanWords words) {
        this.words = words;
    }

    String write(Plan plan) {
        StringBuilder text = new StringBuilder(words.heading(plan)).append('\n');
        int number = 1;
        for (StudyPath.Step step : plan.path().steps()) {
            step(text, number++, step);
        }
        words.remarks(plan).forEach(remark -> text.append(remark).append('\n'));
        plan.schedule().ifPresent(schedule -> schedule(text, schedule, plan));
        return text.toString();
    }

    private void step(StringBuilder text, int number, StudyPath.Step step) {
        text.append(String.format(
                Locale.ROOT,
                "%3d. %s  (%s, %s)%s\n",
                number,
                step.label(),
                step.slug(),
                words.hours(step.minutes()),
                words.marks(step)));
        for (StudyPath.Because because : step.because()) {
            text.append(INDENT).append(words.because(because)).append('\n');
        }
        for (SectionRef section : first(step.sections())) {
            text.append(INDENT)
                    .append("§ ")
                    .append(section.title())
                    .append("  ")
                    .append(PlanWords.place(section))
                    .append('\n');
        }
        for (QuestionRef question : first(step.questions())) {
            text.append(INDENT)
                    .append("? ")
                    .append(question.text().strip())
                    .append("  ")
                    .append(PlanWords.place(question))
                    .append('\n');
        }
    }

    private static <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(all.size(), SHOWN));
    }

    private void schedule(StringBuilder text, Plan.Schedule schedule, Plan plan) {
        text.append('\n');
        words.verdict(schedule).forEach(line -> text.append(line).append('\n'));
        Timetable timetable = schedule.timetable();
        for (Timetable.Week week : timetable.weeks()) {
            text.append(words.week(week)).append('\n');
            week.portions()
                    .forEach(portion ->
                            text.append(INDENT).append(words.portion(portion)).append('\n'));
        }
        if (!timetable.leaveOut().isEmpty()) {
            text.append(words.of("leave-out")).append('\n');
            timetable
                    .leaveOut()
                    .forEach(step -> text.append(INDENT)
                            .append(words.leaveOut(step, plan))
                            .append('\n'));
        }
    }
}
