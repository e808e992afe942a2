package org.zhitu.graph.search;

import java.util.ArrayList;
import java.util.List;
import org.zhitu.graph.query.Han;

/**
 * A text with Chinese in it as one would type its sound.
 *
 * @param syllables whole syllables, without spaces
 * @param initials  the first letter of each; one letter for each character of the text
 */
record Spelling(String syllables, String initials) {
    private static final int MAX_SPELLINGS = 4;
    private static final int MAX_LENGTH = 64;

    /** Returns the ways to spell a text; none where it has no Chinese or is longer than a name. */
    static List<Spelling> of(String text) {
        List<Spelling> spellings = new ArrayList<>(List.of(new Spelling("", "")));
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
                        longer.add(new Spelling(spelling.syllables + way, spelling.initials + way.charAt(0)));
                    }
                }
            }
            spellings = longer;
        }
        return chinese ? spellings : List.of();
    }

    /** Returns how many letters of a spelling each character of its text stands for. */
    static int[] lengths(String text, String syllables) {
        int[] lengths = new int[text.length()];
        int at = 0;
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = 1;
            for (String reading : Han.is(text.charAt(i)) ? Han.readings(text.charAt(i)) : List.<String>of()) {
                if (syllables.startsWith(reading, at)) {
                    lengths[i] = reading.length();
                }
            }
            at += lengths[i];
        }
        return lengths;
    }
}
