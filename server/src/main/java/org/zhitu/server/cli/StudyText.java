package org.zhitu.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.graph.study.NextSteps;
import org.zhitu.graph.study.StudyPath;

/** Study paths in words, as Markdown and as a Mermaid diagram. */
final class StudyText {
    private static final int QUESTIONS_SHOWN = 3;

    private final Messages messages;

    StudyText(Messages messages) {
        this.messages = messages;
    }

    String text(StudyPath path) {
        StringBuilder text = new StringBuilder(heading(path)).append('\n');
        int number = 1;
        for (StudyPath.Step step : path.steps()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%3d. %s  (%s, %s)%s\n",
                    number++,
                    step.label(),
                    step.slug(),
                    hours(step.hours()),
                    marks(step)));
            for (StudyPath.Because because : step.because()) {
                text.append("     ").append(because(because)).append('\n');
            }
            for (QuestionRef question :
                    step.questions().stream().limit(QUESTIONS_SHOWN).toList()) {
                text.append("     ? ")
                        .append(question.text().strip())
                        .append("  ")
                        .append(place(question))
                        .append('\n');
            }
        }
        return text.append(cuts(path)).toString();
    }

    String markdown(StudyPath path) {
        StringBuilder text = new StringBuilder("# ").append(heading(path)).append("\n\n");
        for (StudyPath.Step step : path.steps()) {
            text.append("- [ ] **")
                    .append(plain(step.label()))
                    .append("** (")
                    .append(hours(step.hours()))
                    .append(")")
                    .append(marks(step))
                    .append('\n');
            for (StudyPath.Because because : step.because()) {
                text.append("  - ").append(plain(because(because))).append('\n');
            }
            for (QuestionRef question : step.questions()) {
                text.append("  - ? ")
                        .append(plain(question.text().strip()))
                        .append(" `")
                        .append(place(question))
                        .append("`\n");
            }
            for (SourceRef source : step.sources()) {
                text.append("  - [")
                        .append(plain(source.title()))
                        .append("](<")
                        .append(source.url())
                        .append(">)\n");
            }
        }
        return text.append(cuts(path)).toString();
    }

    /** Returns a diagram whose arrows go from what is learned first to what needs it. */
    String mermaid(StudyPath path) {
        List<String> nodes = new ArrayList<>();
        List<String> edges = new ArrayList<>();
        for (StudyPath.Step step : path.steps()) {
            String label = step.label().replace("\"", "#quot;");
            nodes.add("    " + id(step.slug()) + "[\"" + label + "<br/>" + hours(step.hours()) + "\"]");
            for (StudyPath.Because because : step.because()) {
                edges.add("    " + id(step.slug()) + " --> " + id(because.neededFor()));
            }
        }
        for (String goal : path.goal()) {
            edges.add("    class " + id(goal) + " goal");
        }
        return "flowchart LR\n" + String.join("\n", nodes) + "\n" + String.join("\n", edges)
                + "\n    classDef goal stroke-width:3px\n";
    }

    String text(NextSteps next) {
        StringBuilder text = new StringBuilder(
                        next.steps().isEmpty() ? messages.of("next-nothing") : messages.of("next-heading"))
                .append('\n');
        int number = 1;
        for (NextSteps.Step step : next.steps()) {
            ConceptRef concept = step.concept();
            text.append(String.format(
                            Locale.ROOT,
                            "%3d. %s  (%s, %s) ",
                            number++,
                            concept.label(),
                            concept.slug(),
                            minutes(step.minutes())))
                    .append(messages.of("next-unlocks", step.unlocks()))
                    .append('\n');
            if (!step.because().isEmpty()) {
                text.append("     ")
                        .append(messages.of(
                                "next-builds-on",
                                String.join(
                                        messages.of("comma"),
                                        step.because().stream()
                                                .map(ConceptRef::label)
                                                .toList())))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private String heading(StudyPath path) {
        List<String> goals = path.goal().stream()
                .map(goal -> path.steps().stream()
                        .filter(step -> step.slug().equals(goal))
                        .map(StudyPath.Step::label)
                        .findFirst()
                        .orElse(goal))
                .toList();
        return messages.of(
                "path-heading",
                String.join(messages.of("comma"), goals),
                path.steps().size(),
                number(path.hours()));
    }

    private String because(StudyPath.Because because) {
        String where = because.evidence().stream()
                .map(StudyText::place)
                .distinct()
                .limit(2)
                .reduce((a, b) -> a + ", " + b)
                .map(places -> "  [" + places + "]")
                .orElse("");
        String reason = because.reason().isBlank() ? "" : messages.of("colon") + because.reason();
        return messages.of("needed-for", because.neededForLabel()) + reason + where;
    }

    private String marks(StudyPath.Step step) {
        return (step.optional() ? " " + messages.of("optional") : "")
                + (step.covered() ? "" : " " + messages.of("not-covered"));
    }

    private String cuts(StudyPath path) {
        StringBuilder text = new StringBuilder();
        for (StudyPath.Cut cut : path.cuts()) {
            text.append(messages.of("cut", cut.from().label(), cut.to().label()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String place(EvidenceRef evidence) {
        return evidence.note().isEmpty() ? evidence.method() : evidence.note() + ":" + evidence.line();
    }

    private static String place(QuestionRef question) {
        return question.note() + ":" + question.line();
    }

    private String hours(double hours) {
        return messages.of("hours", number(hours));
    }

    private String minutes(int minutes) {
        return messages.of("minutes", minutes);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceFirst("\\.?0+$", "");
    }

    private static String id(String slug) {
        return "c_" + slug.replace('-', '_');
    }

    private static String plain(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>])", "\\\\$1");
    }
}
