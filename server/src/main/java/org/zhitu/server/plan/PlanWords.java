package org.zhitu.server.plan;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SectionRef;
import org.zhitu.graph.study.Budget;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.study.Timetable;
import org.zhitu.ontology.Language;

/** The words of a plan in one language: the sentences that its files and its page share. */
public record PlanWords(Language language, ResourceBundle bundle) {
    private static final int HOUR = 60;
    private static final int PLACES = 2;

    /** Returns the words of a language. */
    public static PlanWords in(Language language) {
        return new PlanWords(
                language,
                ResourceBundle.getBundle(
                        "org.zhitu.server.plan.plan",
                        Locale.forLanguageTag(language.tag()),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** Returns a text with its arguments in place; numbers come as they are, without grouping. */
    String of(String key, Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
    }

    String list(List<String> some) {
        return String.join(of("comma"), some);
    }

    /** Returns minutes as hours, at most two digits after the point. */
    public String hours(int minutes) {
        return of("hours", number(minutes / (double) HOUR));
    }

    /** Returns minutes as minutes below an hour, else as hours. */
    public String duration(int minutes) {
        return minutes < HOUR ? of("minutes", minutes) : hours(minutes);
    }

    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }

    String goals(Plan plan) {
        return list(plan.goals().stream().map(ConceptRef::label).toList());
    }

    /** Returns what the plan is, how many steps, how long. */
    String heading(Plan plan) {
        StudyPath path = plan.path();
        return path.total() == 0
                ? of(plan.skipped().isEmpty() ? "nothing" : "nothing-but-left-out", goals(plan))
                : of(
                        path.total() == 1 ? "heading-one-step" : "heading",
                        goals(plan),
                        path.total(),
                        number(path.hours()));
    }

    /** Returns what is optional about a step, and what the notes lack. */
    String marks(StudyPath.Step step) {
        return (step.optional() ? " " + of("optional") : "") + (step.covered() ? "" : " " + of("not-covered"));
    }

    /** Returns why a step is there, with where that is said. */
    String because(StudyPath.Because because) {
        return of("because", because.neededForLabel()) + reason(because.reason()) + places(because.evidence());
    }

    private String reason(String reason) {
        return reason.isBlank() ? "" : of("colon") + reason;
    }

    private static String places(List<EvidenceRef> evidence) {
        String places = evidence.stream()
                .map(one -> one.note().isEmpty() ? one.method() : one.note() + ":" + one.line())
                .distinct()
                .limit(PLACES)
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? "" : "  [" + places + "]";
    }

    static String place(QuestionRef question) {
        return question.note() + ":" + question.line();
    }

    static String place(SectionRef section) {
        return section.note() + ":" + section.line();
    }

    /** Returns what to know about the whole: what is left out, broken, cut, not shown. */
    List<String> remarks(Plan plan) {
        StudyPath path = plan.path();
        List<String> remarks = new ArrayList<>();
        if (path.total() > path.steps().size()) {
            remarks.add(of("cut-short", path.steps().size(), path.total()));
        }
        if (!plan.skipped().isEmpty()) {
            remarks.add(of(
                    "left-out",
                    list(plan.skipped().stream().map(ConceptRef::label).toList())));
        }
        for (StudyPath.Warning warning : path.warnings()) {
            String key = switch (warning.breach()) {
                case SKIPPED -> "warning-skipped";
                case LATER -> "warning-later";
            };
            remarks.add(of(key, warning.step().label(), warning.prerequisite().label())
                    + reason(warning.reason())
                    + places(warning.evidence()));
        }
        for (StudyPath.Cut cut : path.cuts()) {
            remarks.add(of("cut", cut.from().label(), cut.to().label()));
        }
        return remarks;
    }

    String week(Timetable.Week week) {
        return of("week", week.number(), week.from(), week.to(), hours(week.minutes()))
                + (week.late() ? " " + of("late") : "");
    }

    String portion(Timetable.Portion portion) {
        return portion.label()
                + of("in-brackets", duration(portion.minutes()))
                + (portion.begins() ? "" : of("continued"));
    }

    /** Returns whether it fits, honestly. */
    public List<String> verdict(Plan.Schedule schedule) {
        Timetable timetable = schedule.timetable();
        List<String> lines = new ArrayList<>();
        if (timetable.fits()) {
            int weeks = timetable.weeks().size();
            lines.add(of(
                    weeks == 0 ? "fits-no-week" : weeks == 1 ? "fits-one-week" : "fits",
                    hours(schedule.budget().minutesPerWeek()),
                    weeks,
                    timetable.end()));
        } else {
            lines.add(of(
                    "does-not-fit",
                    hours(timetable.minutes()),
                    hours(timetable.available()),
                    schedule.budget().deadline().map(String::valueOf).orElse(""),
                    hours(timetable.over())));
            lines.add(
                    timetable.minutesPerWeek() <= Budget.MAX_MINUTES
                            ? of("would-do", hours(timetable.minutesPerWeek()))
                            : of("nothing-would-do"));
        }
        if (timetable.unplanned() > 0) {
            lines.add(of("unplanned", hours(timetable.unplanned()), Timetable.MAX_WEEKS));
        }
        return lines;
    }

    /** Returns a step to leave out, and why it goes before others. */
    public String leaveOut(Timetable.LeaveOut step, Plan plan) {
        String why = switch (step.why()) {
            case OPTIONAL -> of("leave-optional");
            case FARTHEST_GOAL -> of("leave-goal", plan.label(step.goal()));
            case LEAST_NEEDED -> of("leave-least-needed");
        };
        String breaks = step.breaks().isEmpty()
                ? ""
                : of(
                        "leave-breaks",
                        list(step.breaks().stream().map(plan::label).toList()));
        return step.label() + of("in-brackets", duration(step.minutes())) + of("colon") + why + breaks;
    }
}
