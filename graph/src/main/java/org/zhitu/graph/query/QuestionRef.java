package org.zhitu.graph.query;

/**
 * A question by name.
 *
 * @param id       its local id
 * @param text     as the note has it
 * @param answered whether the note answers it
 * @param note     the path of the note
 * @param line     the line it stands in
 */
public record QuestionRef(String id, String text, boolean answered, String note, int line) {}
