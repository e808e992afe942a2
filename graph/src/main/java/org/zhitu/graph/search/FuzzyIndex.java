package org.zhitu.graph.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhitu.graph.query.Han;
import org.zhitu.graph.query.Wording;

/**
 * Finds names by words that are nearly right: each Latin word of each name, and each whole Latin name written as one
 * word. Distance counts letters left out, put in, replaced, and neighbours swapped (Damerau 1964, each letter touched
 * once).
 */
final class FuzzyIndex {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 40;

    /** By length, so that a look-up scans only words that can be near. */
    private final Map<Integer, List<Word>> words = new TreeMap<>();

    /** A word with the letters it is made of, as bits, and the names that have it. */
    private record Word(String text, long letters, List<Integer> entries) {
        /** Says whether so many slips can turn one set of letters into the other: each takes away or adds one at most. */
        boolean mayBeNear(long others, int slips) {
            return Long.bitCount(letters & ~others) <= slips && Long.bitCount(others & ~letters) <= slips;
        }
    }

    private static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < text.length(); i++) {
            letters |= 1L << (text.charAt(i) & 63);
        }
        return letters;
    }

    FuzzyIndex(Entries entries) {
        Map<String, List<Integer>> found = new TreeMap<>();
        for (int entry = 0; entry < entries.names(); entry++) {
            Wording wording = Wording.of(entries.original(entry));
            List<String> parts = new ArrayList<>(wording.words());
            parts.add(wording.text());
            for (String part : parts) {
                if (isWord(part)) {
                    List<Integer> some = found.computeIfAbsent(part, word -> new ArrayList<>(1));
                    if (some.isEmpty() || some.getLast() != entry) {
                        some.add(entry);
                    }
                }
            }
        }
        found.forEach((text, some) -> words.computeIfAbsent(text.length(), length -> new ArrayList<>())
                .add(new Word(text, letters(text), some)));
    }

    private static boolean isWord(String text) {
        return text.length() >= SHORTEST - 1
                && text.length() <= LONGEST
                && text.chars().anyMatch(Character::isLetter)
                && text.chars().noneMatch(one -> Han.is((char) one));
    }

    /** Returns the names with a word near a text, with the distance; none where it is too short to be sure of anything. */
    Map<Integer, Integer> near(String text) {
        int allowed = allowed(text);
        Map<Integer, Integer> near = new HashMap<>();
        if (allowed == 0 || !isWord(text)) {
            return near;
        }
        long letters = letters(text);
        for (int length = text.length() - allowed; length <= text.length() + allowed; length++) {
            for (Word word : words.getOrDefault(length, List.of())) {
                if (!word.mayBeNear(letters, allowed)) {
                    continue;
                }
                int distance = EditDistance.of(text, word.text(), allowed);
                if (distance <= allowed) {
                    word.entries().forEach(entry -> near.merge(entry, distance, Math::min));
                }
            }
        }
        return near;
    }

    /** One slip in a word of four letters or five, two in a longer one. */
    private static int allowed(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return 0;
        }
        return text.length() < 6 ? 1 : 2;
    }
}
