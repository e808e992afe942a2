package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.NoteCard;
import org.zhitu.graph.query.QuestionCard;
import org.zhitu.ontology.Language;

/**
 * What a note's page shows: the note in its own order.
 *
 * @param parts the sections with the questions that stand in them; first, where there are any, the questions before them
 */
record NotePage(NoteCard card, List<Part> parts) {
    private static final int SHOWN_LINES = 8;

    /**
     * A section.
     *
     * @param title empty for what stands before the first section
     */
    record Part(String title, int line, List<ConceptRef> about, List<QuestionCard> questions) {}

    static Optional<NotePage> of(Knowledge knowledge, String path, Language language) {
        return knowledge
                .notes()
                .card(path, language)
                .map(card -> new NotePage(card, parts(card, questions(card, knowledge, language))));
    }

    private static Map<String, List<QuestionCard>> questions(NoteCard card, Knowledge knowledge, Language language) {
        Map<String, List<QuestionCard>> bySection = new LinkedHashMap<>();
        for (NoteCard.Asked asked : card.questions()) {
            knowledge
                    .questions()
                    .card(asked.question().id(), language)
                    .ifPresent(question -> bySection
                            .computeIfAbsent(asked.section(), section -> new ArrayList<>())
                            .add(question));
        }
        return bySection;
    }

    private static List<Part> parts(NoteCard card, Map<String, List<QuestionCard>> questions) {
        List<Part> parts = new ArrayList<>();
        if (questions.containsKey("")) {
            parts.add(new Part("", 1, List.of(), questions.getOrDefault("", List.of())));
        }
        for (NoteCard.Section section : card.sections()) {
            parts.add(new Part(
                    section.title(),
                    section.line(),
                    section.about(),
                    questions.getOrDefault(section.fragment(), List.of())));
        }
        return List.copyOf(parts);
    }

    /** Returns the concepts that the note treats. */
    public List<NoteCard.Named> topics() {
        return card.concepts().stream().filter(NoteCard.Named::topic).toList();
    }

    /** Returns the first lines that name a concept, as text. */
    public String lines(NoteCard.Named named) {
        String first =
                named.lines().stream().limit(SHOWN_LINES).map(String::valueOf).collect(Collectors.joining(", "));
        return named.lines().size() > SHOWN_LINES ? first + " …" : first;
    }
}
