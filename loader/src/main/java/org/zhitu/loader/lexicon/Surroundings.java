package org.zhitu.loader.lexicon;

import java.util.Collections;
import java.util.Set;

/**
 * What stands around a text, as far as it helps to tell readings apart: cue words that {@link Lexicon#cues} found.
 *
 * @param headings   cues in the headings above the text
 * @param neighbours cues in the passages before and after it
 * @param note       cues anywhere in the note
 */
public record Surroundings(Set<String> headings, Set<String> neighbours, Set<String> note) {
    /** Nothing is known about the surroundings. */
    public static final Surroundings NONE = new Surroundings(Set.of(), Set.of(), Set.of());

    public Surroundings {
        headings = Collections.unmodifiableSet(headings);
        neighbours = Collections.unmodifiableSet(neighbours);
        note = Collections.unmodifiableSet(note);
    }
}
