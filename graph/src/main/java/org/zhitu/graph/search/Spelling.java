package org.zhitu.graph.search;

import java.util.ArrayList;
import java.util.List;
import org.zhitu.graph.query.Han;

/**
 * A text with Chinese in it as one would type its sound.
 *
 * @param syllables whole syllables, without spaces
 * @param initials  the first letter of each; one letter for each character of the text
 * @param starts    the letters of {@code syllables} with which a character of the text begins, as bits, of the first 64
 */
record Spelling(String syllables, String initials, long starts) {
    private static final int MAX_SPELLINGS = 4;
    private static final int MAX_LENGTH = 64;

    /** Returns the ways to spell a text; none where it has no Chinese or is longer than a name. */
    static List<Spelling> of(String text) {
        List<Spelling> spellings = new ArrayList<>(List.of(new Spelling("", "", 0)));
        boolean chinese = false;
        if (text.length() > MAX_LENGTH) {
            return List.of();
        }
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            List<String> readings = Han.is(one) ? Han.readings(one) : List.of();
            chinese |= !readings.isEmpty();
            List<String> ways = readings.isEmpty() ? List.of(String.valueOf(one)) : readings.reversed();
            List<Spelling> longer = new ArrayList<>();
            for (String way : ways) {
                for (Spelling spelling : spellings) {
                    if (longer.size() < MAX_SPELLINGS) {
                        longer.add(spelling.with(way));
                    }
                }
            }
            spellings = longer;
        }
        return chinese ? spellings : List.of();
    }

    private Spelling with(String way) {
        int letter = syllables.length();
        long start = letter < Long.SIZE ? 1L << letter : 0;
        return new Spelling(syllables + way, initials + way.charAt(0), starts | start);
    }
}
