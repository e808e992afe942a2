package org.zhitu.server.cli;

import java.util.Locale;
import java.util.function.Function;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.NoteGaps;
import org.zhitu.graph.study.Gaps;
import org.zhitu.graph.study.NextSteps;
import org.zhitu.server.json.Json;

/** What is next and what is missing, in words. */
final class StudyText {
    private static final int SHOWN = 10;

    private final Messages messages;

    StudyText(Messages messages) {
        this.messages = messages;
    }

    String text(NextSteps next) {
        StringBuilder text = new StringBuilder(
                        next.steps().isEmpty()
                                ? messages.of("next-nothing")
                                : messages.of("next-heading-" + Json.name(next.rank())))
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

    String text(Gaps gaps) {
        StringBuilder text = new StringBuilder();
        block(
                text,
                "gaps-uncovered",
                gaps.uncovered(),
                gap -> line(gap.concept()) + messages.of("gaps-needed-by", gap.neededBy()));
        block(
                text,
                "gaps-bottlenecks",
                gaps.bottlenecks(),
                gap -> line(gap.concept())
                        + messages.of("gaps-needed-by", gap.neededBy())
                        + (gap.covered() ? "" : " " + messages.of("not-covered")));
        block(
                text,
                "gaps-unanswered",
                gaps.unanswered(),
                question -> question.text().strip() + "  " + question.note() + ":" + question.line());
        block(text, "gaps-stubs", gaps.stubs(), StudyText::line);
        block(text, "gaps-one-source", gaps.oneSource(), StudyText::line);
        block(text, "gaps-islands", gaps.islands(), StudyText::line);
        return text.toString();
    }

    private <T> void block(StringBuilder text, String heading, NoteGaps.Found<T> found, Function<T, String> line) {
        text.append(messages.of(heading, found.total())).append('\n');
        found.items().stream()
                .limit(SHOWN)
                .forEach(item -> text.append("     ").append(line.apply(item)).append('\n'));
        if (found.total() > Math.min(found.items().size(), SHOWN)) {
            text.append("     ")
                    .append(messages.of(
                            "gaps-more", found.total() - Math.min(found.items().size(), SHOWN)))
                    .append('\n');
        }
    }

    private static String line(ConceptRef concept) {
        return concept.label() + " (" + concept.slug() + ")";
    }

    private String minutes(int minutes) {
        return messages.of("minutes", minutes);
    }
}
