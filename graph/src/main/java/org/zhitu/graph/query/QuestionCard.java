package org.zhitu.graph.query;

import java.util.List;

/**
 * All that is known of one question.
 *
 * @param id         its local id
 * @param iri        its IRI
 * @param text       as the note has it
 * @param answer     plain text; empty where the note has none
 * @param answerHtml safe HTML; empty where the note has none
 * @param noteTitle  the title of the note
 * @param section    the title of the section it stands in; possibly empty
 * @param about      the concepts it names
 * @param same       the same question as other notes ask it, by note and line, at most ten
 * @param related    other questions about the same concepts, nearest first, at most ten
 */
public record QuestionCard(
        String id,
        String iri,
        String text,
        boolean answered,
        String answer,
        String answerHtml,
        String note,
        String noteTitle,
        int line,
        String section,
        List<ConceptRef> about,
        List<QuestionRef> same,
        List<QuestionRef> related) {
    /** Returns the same with its answer in other HTML. */
    public QuestionCard withAnswerHtml(String html) {
        return new QuestionCard(
                id, iri, text, answered, answer, html, note, noteTitle, line, section, about, same, related);
    }
}
