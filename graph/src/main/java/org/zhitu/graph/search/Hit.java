package org.zhitu.graph.search;

import java.util.Optional;
import org.zhitu.ontology.ConceptKind;

/**
 * One thing found.
 *
 * @param type    what it is
 * @param id      the slug of a concept or the id of a question
 * @param label   the concept's label in the language asked for, or the question's text
 * @param matched the label, alias or text that matched
 * @param from    where in {@code matched} the match starts, in UTF-16 code units
 * @param to      where it ends
 * @param kind    what sort of thing the concept is; none for a question
 * @param via     how it matched
 */
public record Hit(
        Type type, String id, String label, String matched, int from, int to, Optional<ConceptKind> kind, Via via) {
    /** What can be found. */
    public enum Type {
        CONCEPT,
        QUESTION
    }

    /** How something was found. */
    public enum Via {
        /** The label or text in the language asked for has what was typed. */
        LABEL,
        /** Another name has it: an alias, an abbreviation, or the label in the other language. */
        NAME,
        /** What was typed has the name in it, such as a whole question. */
        MENTION,
        /** What was typed is how a Chinese name sounds. */
        PINYIN,
        /** What was typed is nearly a name. */
        SPELLING
    }
}
