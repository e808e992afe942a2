package org.zhitu.graph.search;

import java.util.ArrayList;
import java.util.Arrays;
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

    /** Stands for a name that has no word near enough. */
    static final byte FAR = Byte.MAX_VALUE;

    private final int names;

    /** By length, so that a look-up scans only words that can be near. */
    private final Map<Integer, Words> words = new TreeMap<>();

    /** Words of one length, each with the letters it is made of, as bits, and the names that have it. */
    private static final class Words {
        private final String[] texts;
        private final long[] letters;
        private final int[][] entries;

        Words(List<String> words, Map<String, List<Integer>> found) {
            texts = words.toArray(String[]::new);
            letters = words.stream().mapToLong(FuzzyIndex::letters).toArray();
            entries = words.stream()
                    .map(word -> found.getOrDefault(word, List.of()).stream()
                            .mapToInt(Integer::intValue)
                            .toArray())
                    .toArray(int[][]::new);
        }

        /** Lowers the distances of the names that have a word near a text. */
        void lower(byte[] distances, String text, int allowed) {
            long wanted = FuzzyIndex.letters(text);
            for (int word = 0; word < texts.length; word++) {
                int distance = mayBeNear(word, wanted, allowed) ? EditDistance.of(text, texts[word], allowed) : FAR;
                if (distance <= allowed) {
                    for (int entry : entries[word]) {
                        distances[entry] = (byte) Math.min(distances[entry], distance);
                    }
                }
            }
        }

        /** Says whether so many slips can turn one set of letters into the other: each takes away or adds one at most. */
        private boolean mayBeNear(int word, long others, int slips) {
            return Long.bitCount(letters[word] & ~others) <= slips && Long.bitCount(others & ~letters[word]) <= slips;
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
        names = entries.names();
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
        Map<Integer, List<String>> byLength = new TreeMap<>();
        found.keySet()
                .forEach(text -> byLength.computeIfAbsent(text.length(), length -> new ArrayList<>())
                        .add(text));
        byLength.forEach((length, texts) -> words.put(length, new Words(texts, found)));
    }

    private static boolean isWord(String text) {
        return text.length() >= SHORTEST - 1
                && text.length() <= LONGEST
                && text.chars().anyMatch(Character::isLetter)
                && text.chars().noneMatch(one -> Han.is((char) one));
    }

    /**
     * Returns for each name how near its nearest word is to a text, {@link #FAR} where that is too far; all of them where
     * the text is too short to be sure of anything.
     */
    byte[] near(String text) {
        byte[] near = new byte[names];
        Arrays.fill(near, FAR);
        int allowed = allowed(text);
        if (allowed == 0 || !isWord(text)) {
            return near;
        }
        for (int length = text.length() - allowed; length <= text.length() + allowed; length++) {
            Words some = words.get(length);
            if (some != null) {
                some.lower(near, text, allowed);
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
