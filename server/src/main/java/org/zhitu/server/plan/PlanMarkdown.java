package org.zhitu.server.plan;

import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SectionRef;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.study.Timetable;

/** A plan as Markdown, with a box to tick for each step and each part of a week. */
final class PlanMarkdown {
    private final PlanWords words;

    PlanMarkdown(PlanWords words) {
        this.words = words;
    }

    String write(Plan plan) {
        StringBuilder text =
                new StringBuilder("# ").append(plain(words.heading(plan))).append("\n\n");
        plan.path().steps().forEach(step -> step(text, step));
        for (String remark : words.remarks(plan)) {
            text.append("\n> ").append(plain(remark)).append('\n');
        }
        plan.schedule().ifPresent(schedule -> schedule(text, schedule, plan));
        return text.toString();
    }

    private void step(StringBuilder text, StudyPath.Step step) {
        text.append("- [ ] **")
                .append(plain(step.label()))
                .append("** (")
                .append(words.hours(step.minutes()))
                .append(")")
                .append(plain(words.marks(step)))
                .append('\n');
        for (StudyPath.Because because : step.because()) {
            text.append("  - ").append(plain(words.because(because))).append('\n');
        }
        for (SectionRef section : step.sections()) {
            placed(text, "§ " + section.title(), PlanWords.place(section));
        }
        for (QuestionRef question : step.questions()) {
            placed(text, "? " + question.text().strip(), PlanWords.place(question));
        }
        for (SourceRef source : step.sources()) {
            text.append("  - [")
                    .append(plain(source.title()))
                    .append("](<")
                    .append(source.url().replace("<", "%3C").replace(">", "%3E"))
                    .append(">)\n");
        }
    }

    private static void placed(StringBuilder text, String what, String where) {
        text.append("  - ").append(plain(what)).append(" `").append(where).append("`\n");
    }

    private void schedule(StringBuilder text, Plan.Schedule schedule, Plan plan) {
        text.append("\n## ").append(words.of("weeks")).append("\n\n");
        words.verdict(schedule).forEach(line -> text.append(plain(line)).append('\n'));
        Timetable timetable = schedule.timetable();
        for (Timetable.Week week : timetable.weeks()) {
            text.append("\n### ").append(plain(words.week(week))).append("\n\n");
            week.portions()
                    .forEach(portion -> text.append("- [ ] ")
                            .append(plain(words.portion(portion)))
                            .append('\n'));
        }
        if (!timetable.leaveOut().isEmpty()) {
            text.append("\n## ").append(plain(words.of("leave-out"))).append("\n\n");
            timetable
                    .leaveOut()
                    .forEach(step -> text.append("1. ")
                            .append(plain(words.leaveOut(step, plan)))
                            .append('\n'));
        }
    }

    /** Returns a text on one line with nothing in it that Markdown would take for its own. */
    private static String plain(String text) {
        return text.replaceAll("\\s*\\R\\s*", " ").replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
    }
}
