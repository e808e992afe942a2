package org.zhitu.loader.lexicon;

import java.util.Set;

/**
 * What stands around a text, as far as it helps to tell readings apart: cue words that {@link Lexicon#cues} found.
 *
 * @param headings   cues in the headings above the text
 * @param neighbours cues in the passages before and after it
 */
public record Surroundings(Set<String> headings, Set<String> neighbours) {
    /** Nothing is known about the surroundings. */
    public static final Surroundings NONE = new Surroundings(Set.of(), Set.of());

    public Surroundings {
        headings = Set.copyOf(headings);
        neighbours = Set.copyOf(neighbours);
    }
}
