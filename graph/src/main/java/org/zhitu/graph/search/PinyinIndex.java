package org.zhitu.graph.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhitu.graph.query.Han;

/**
 * Finds Chinese names by how they sound: whole syllables ({@code zhuyili}) or initials ({@code zyl}), at their beginning
 * or, from a syllable on, inside. Other characters of a name stand for themselves.
 */
final class PinyinIndex {
    private final List<String> spellings = new ArrayList<>();
    private final List<String> initials = new ArrayList<>();
    private final int[] entries;
    private final long[] starts;
    private final long[] chinese;
    private final int[] bySpelling;
    private final int[] byInitials;
    private final Joined joinedSpellings;
    private final Joined joinedInitials;

    /**
     * Spells the first texts of a list.
     *
     * @param count how many texts to spell
     */
    PinyinIndex(List<String> texts, int count) {
        int[] owners = new int[16];
        long[] begun = new long[16];
        long[] han = new long[16];
        for (int text = 0; text < count; text++) {
            for (Spelling spelling : Spelling.of(texts.get(text))) {
                int at = spellings.size();
                if (at == owners.length) {
                    owners = Arrays.copyOf(owners, 2 * at);
                    begun = Arrays.copyOf(begun, 2 * at);
                    han = Arrays.copyOf(han, 2 * at);
                }
                owners[at] = text;
                begun[at] = spelling.starts();
                han[at] = chinese(texts.get(text));
                spellings.add(spelling.syllables());
                initials.add(spelling.initials());
            }
        }
        entries = Arrays.copyOf(owners, spellings.size());
        starts = Arrays.copyOf(begun, spellings.size());
        chinese = Arrays.copyOf(han, spellings.size());
        bySpelling = Entries.Ordering.of(spellings);
        byInitials = Entries.Ordering.of(initials);
        joinedSpellings = new Joined(spellings);
        joinedInitials = new Joined(initials);
    }

    /** Returns the Chinese characters among the first 64 of a text, as bits. */
    private static long chinese(String text) {
        long chinese = 0;
        for (int i = 0; i < Math.min(Long.SIZE, text.length()); i++) {
            chinese |= Han.is(text.charAt(i)) ? 1L << i : 0;
        }
        return chinese;
    }

    /** How well a spelling fits, the best first. */
    enum Fit {
        WHOLE(0),
        INITIALS(1),
        BEGINNING(2),
        INITIALS_BEGINNING(3),
        INSIDE(4),
        INITIALS_INSIDE(5);

        private final int rank;

        Fit(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }
    }

    /** Takes what was found: the text, how it fits, and which of its characters. */
    interface Found {
        void accept(int text, Fit fit, int from, int to);
    }

    /**
     * Finds texts by letters; a text may be found in several ways, but not by its Latin letters alone. Of a spelling the
     * first 64 letters count.
     */
    void find(String letters, Found taker) {
        int length = letters.length();
        if (length >= Long.SIZE) {
            return;
        }
        for (int spelling : Entries.Ordering.beginning(spellings, bySpelling, letters)) {
            boolean whole = spellings.get(spelling).length() == length;
            found(taker, spelling, whole ? Fit.WHOLE : Fit.BEGINNING, 0, characters(spelling, length));
        }
        for (int spelling : Entries.Ordering.beginning(initials, byInitials, letters)) {
            boolean whole = initials.get(spelling).length() == length;
            found(taker, spelling, whole ? Fit.INITIALS : Fit.INITIALS_BEGINNING, 0, length);
        }
        joinedSpellings.find(letters, (spelling, at) -> {
            if (at > 0 && at + length < Long.SIZE && (starts[spelling] >>> at & 1) == 1) {
                found(taker, spelling, Fit.INSIDE, characters(spelling, at), characters(spelling, at + length));
            }
        });
        joinedInitials.find(letters, (spelling, at) -> {
            if (at > 0) {
                found(taker, spelling, Fit.INITIALS_INSIDE, at, at + length);
            }
        });
    }

    private void found(Found taker, int spelling, Fit fit, int from, int to) {
        if ((chinese[spelling] >>> from & first(to - from)) != 0) {
            taker.accept(entries[spelling], fit, from, to);
        }
    }

    /** Returns how many characters of the text the first letters of its spelling stand for, the last one perhaps in part. */
    private int characters(int spelling, int letters) {
        return Long.bitCount(starts[spelling] & first(letters));
    }

    /** Returns so many low bits; all 64 where more are asked for. */
    private static long first(int bits) {
        return bits >= Long.SIZE ? -1 : (1L << bits) - 1;
    }

    /** Returns the usual spelling of a text; empty where a character has none. */
    static String spell(String text) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (Han.is(one)) {
                List<String> readings = Han.readings(one);
                if (readings.isEmpty()) {
                    return "";
                }
                letters.append(readings.getLast());
            } else {
                letters.append(one);
            }
        }
        return letters.toString();
    }

    /** Many texts in one, so that a scan for letters inside is one pass. */
    private static final class Joined {
        private final String all;
        private final int[] starts;

        Joined(List<String> texts) {
            StringBuilder joined = new StringBuilder();
            starts = new int[texts.size()];
            for (int i = 0; i < starts.length; i++) {
                starts[i] = joined.length();
                joined.append(texts.get(i)).append('\n');
            }
            all = joined.toString();
        }

        interface At {
            void accept(int text, int index);
        }

        void find(String letters, At at) {
            int text = 0;
            for (int found = all.indexOf(letters); found >= 0; found = all.indexOf(letters, found + 1)) {
                int place = Arrays.binarySearch(starts, text, starts.length, found);
                text = place < 0 ? -place - 2 : place;
                at.accept(text, found - starts[text]);
            }
        }
    }
}
