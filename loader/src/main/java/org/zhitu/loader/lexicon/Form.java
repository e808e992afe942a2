package org.zhitu.loader.lexicon;

import java.util.List;
import java.util.Set;

/**
 * A way of writing that the lexicon knows.
 *
 * @param words        how many words it has where it has most, hyphens parting words
 * @param abbreviation whether it is written in capitals only
 * @param readings     what it can mean
 */
record Form(int words, boolean abbreviation, List<Reading> readings) {
    /**
     * One meaning.
     *
     * @param cues      keys of words that speak for it
     * @param isDefault whether it is meant when no cue decides; a label always is
     */
    record Reading(String slug, Mention.Basis basis, Set<String> cues, boolean isDefault) {}

    Form {
        readings = List.copyOf(readings);
    }

    /** Says whether the form has one meaning, whatever stands around it. */
    boolean isPlain() {
        return readings.size() == 1 && readings.getFirst().isDefault();
    }
}
