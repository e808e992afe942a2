package org.zhitu.graph.search;

/**
 * One thing found.
 *
 * @param type    what it is
 * @param id      the slug of a concept or the id of a question
 * @param label   the concept's label in the language asked for, or the question's text
 * @param matched the label, alias or text that matched
 * @param from    where in {@code matched} the match starts, in UTF-16 code units
 * @param to      where it ends
 */
public record Hit(Type type, String id, String label, String matched, int from, int to) {
    /** What can be found. */
    public enum Type {
        CONCEPT,
        QUESTION
    }
}
