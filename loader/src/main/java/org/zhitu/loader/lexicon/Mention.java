package org.zhitu.loader.lexicon;

import java.util.List;

/**
 * A concept's name found in a text.
 *
 * @param slug       the concept meant
 * @param start      where the name starts in the text, in UTF-16 code units
 * @param end        the offset after its last character
 * @param surface    the name as written
 * @param basis      why these words are taken for the concept
 * @param confidence how sure that is, in [0,1], 1 = certain
 * @param rivals     slugs of other concepts that the words may mean as well as this one; empty where the context decides
 */
public record Mention(
        String slug, int start, int end, String surface, Basis basis, double confidence, List<String> rivals) {

    /** Why words are taken for a concept. */
    public enum Basis {
        /** They are its preferred label. */
        PREFERRED_LABEL,
        /** They are another of its names. */
        OTHER_LABEL,
        /** They are a known misspelling. */
        HIDDEN_LABEL,
        /** They have several readings, and words nearby speak for this one. */
        CONTEXT,
        /** They have several readings, and nothing nearby decides; this is the usual one. */
        USUAL_READING
    }

    public Mention {
        rivals = List.copyOf(rivals);
    }

    /** Says whether the two stand in overlapping words. */
    boolean overlaps(Mention other) {
        return start < other.end && other.start < end;
    }
}
