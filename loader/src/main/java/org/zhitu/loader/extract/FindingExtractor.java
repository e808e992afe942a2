package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.PlainText;
import org.zhitu.loader.lexicon.Mention;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.Finding.Severity;

/** Says what an author may want to mend: empty sections, to-dos, questions without an answer or asked twice, unclear names. */
final class FindingExtractor {
    private final Reading reading;
    private final String path;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param others what was found already, beside what the reader found
     */
    FindingExtractor(Reading reading, List<Finding> others) {
        this.reading = reading;
        this.path = reading.document().source().path();
        findings.addAll(reading.document().findings());
        findings.addAll(others);
    }

    /** Returns the findings by line, those of the reader included. */
    List<Finding> extract(List<Extraction.QuestionClaim> questions, Map<String, String> reworded) {
        sections();
        todos();
        questions(questions, reworded);
        ambiguousNames();
        findings.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::code));
        return List.copyOf(findings);
    }

    private void sections() {
        for (Block.Section section : reading.sections()) {
            boolean empty = section.blocks().stream()
                    .allMatch(block -> block instanceof Block.Comment || block instanceof Block.Transition);
            boolean asks = reading.passageOf(section).map(reading::asks).orElse(false);
            if (empty && !asks) {
                add(
                        Severity.WARN,
                        "section-empty",
                        section.titleSpan().line(),
                        reading.passageOf(section)
                                .map(passage -> Quote.of(passage.prose().text()))
                                .orElse(""));
            }
        }
    }

    private void todos() {
        for (Block.Directive todo : reading.todos()) {
            String text = todo.argument() + " " + PlainText.of(todo.blocks());
            add(Severity.INFO, "to-do", todo.span().line(), Quote.of(text.isBlank() ? todo.name() : text));
        }
        for (Passage passage : reading.passages()) {
            for (Prose.Range line : passage.prose().lines()) {
                String text = passage.prose().text().substring(line.start(), line.end());
                if (QuestionPhrase.isOpen(text)) {
                    add(
                            Severity.INFO,
                            "to-do",
                            passage.prose().span(line.start(), line.end()).line(),
                            Quote.of(text));
                }
            }
        }
    }

    private void questions(List<Extraction.QuestionClaim> questions, Map<String, String> reworded) {
        Map<String, Integer> lines = new HashMap<>();
        for (Extraction.QuestionClaim question : questions) {
            int line = question.evidence().span().line();
            if (!question.answered()) {
                add(
                        Severity.INFO,
                        "question-unanswered",
                        line,
                        question.evidence().quote());
            }
            Integer before = lines.putIfAbsent(LastingIdentity.key(question.bareText()), line);
            if (before != null) {
                add(
                        Severity.WARN,
                        "question-duplicate",
                        line,
                        question.evidence().quote(),
                        String.valueOf(before));
            }
            String earlier = reworded.get(question.id());
            if (earlier != null) {
                add(
                        Severity.INFO,
                        "question-reworded",
                        line,
                        question.evidence().quote(),
                        Quote.of(earlier));
            }
        }
    }

    private void ambiguousNames() {
        Map<String, Integer> reported = new HashMap<>();
        for (Passage passage : reading.passages()) {
            for (Mention mention : passage.mentions()) {
                int line = passage.prose().span(mention.start(), mention.end()).line();
                if (!mention.rivals().isEmpty()
                        && reported.putIfAbsent(mention.surface() + " " + mention.slug(), line) == null) {
                    add(
                            Severity.INFO,
                            "name-ambiguous",
                            line,
                            mention.surface(),
                            mention.slug(),
                            String.join(", ", mention.rivals()));
                }
            }
        }
    }

    private void add(Severity severity, String code, int line, String... arguments) {
        findings.add(new Finding(severity, code, path, line, List.of(arguments)));
    }
}
