package org.zhitu.ontology;

import java.util.List;

/**
 * A way of writing that means different concepts in different contexts, such as 剪枝 or TF.
 *
 * @param text     the form as written
 * @param readings what it can mean; one reading with cues and no default makes a form that counts only in context
 */
public record AmbiguousForm(String text, List<Reading> readings) {

    /**
     * One meaning of an ambiguous form.
     *
     * @param slug      the concept meant
     * @param cues      words whose presence nearby speaks for this reading
     * @param isDefault whether it is meant when no cue decides
     */
    public record Reading(String slug, List<String> cues, boolean isDefault) {
        public Reading {
            cues = List.copyOf(cues);
        }
    }

    public AmbiguousForm {
        if (text.isBlank()) {
            throw new IllegalArgumentException("an ambiguous form needs a text");
        }
        readings = List.copyOf(readings);
    }
}
