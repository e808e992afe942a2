package org.zhitu.loader.extract;

import java.util.List;
import java.util.Map;

/**
 * A note as it stood before, so that what stays in it keeps its identity.
 *
 * @param questions in the order of the text
 * @param sections  in the order of the text
 * @param taken     identities that questions of other notes have by their authors' will, with the paths of these notes
 */
public record PreviousNote(
        List<PreviousQuestion> questions, List<PreviousSection> sections, Map<String, String> taken) {
    /** No note. */
    public static final PreviousNote NONE = new PreviousNote(List.of(), List.of(), Map.of());

    public PreviousNote {
        questions = List.copyOf(questions);
        sections = List.copyOf(sections);
        taken = Map.copyOf(taken);
    }

    /** Says whether nothing stood in it that could keep its identity. */
    public boolean isEmpty() {
        return questions.isEmpty() && sections.isEmpty();
    }

    /** Returns the same note where other notes hold some identities. */
    public PreviousNote withTaken(Map<String, String> others) {
        return new PreviousNote(questions, sections, others);
    }
}
