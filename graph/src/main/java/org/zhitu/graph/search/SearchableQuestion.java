package org.zhitu.graph.search;

/**
 * A question to be found by its text.
 *
 * @param id   its local id
 * @param text as the note has it
 */
public record SearchableQuestion(String id, String text) {}
