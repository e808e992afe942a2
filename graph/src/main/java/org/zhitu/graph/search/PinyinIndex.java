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
    private final List<String> texts;
    private final List<String> spellings = new ArrayList<>();
    private final List<String> initials = new ArrayList<>();
    private final int[] entries;
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
        this.texts = texts;
        int[] owners = new int[16];
        for (int text = 0; text < count; text++) {
            for (Spelling spelling : Spelling.of(texts.get(text))) {
                if (spellings.size() == owners.length) {
                    owners = Arrays.copyOf(owners, 2 * owners.length);
                }
                owners[spellings.size()] = text;
                spellings.add(spelling.syllables());
                initials.add(spelling.initials());
            }
        }
        entries = Arrays.copyOf(owners, spellings.size());
        bySpelling = Entries.Ordering.of(spellings);
        byInitials = Entries.Ordering.of(initials);
        joinedSpellings = new Joined(spellings);
        joinedInitials = new Joined(initials);
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

    /** Finds texts by letters; a text may be found in several ways, but not by its Latin letters alone. */
    void find(String letters, Found taker) {
        Found found = (text, fit, from, to) -> {
            if (texts.get(text).substring(from, to).chars().anyMatch(one -> Han.is((char) one))) {
                taker.accept(text, fit, from, to);
            }
        };
        for (int spelling : Entries.Ordering.beginning(spellings, bySpelling, letters)) {
            boolean whole = spellings.get(spelling).length() == letters.length();
            found.accept(
                    entries[spelling], whole ? Fit.WHOLE : Fit.BEGINNING, 0, characters(spelling, letters.length()));
        }
        for (int spelling : Entries.Ordering.beginning(initials, byInitials, letters)) {
            boolean whole = initials.get(spelling).length() == letters.length();
            found.accept(entries[spelling], whole ? Fit.INITIALS : Fit.INITIALS_BEGINNING, 0, letters.length());
        }
        joinedSpellings.find(letters, (spelling, at) -> {
            int from = characterAt(spelling, at);
            if (at > 0 && from >= 0) {
                found.accept(entries[spelling], Fit.INSIDE, from, characters(spelling, at + letters.length()));
            }
        });
        joinedInitials.find(letters, (spelling, at) -> {
            if (at > 0) {
                found.accept(entries[spelling], Fit.INITIALS_INSIDE, at, at + letters.length());
            }
        });
    }

    /** Returns how many characters of the text the first letters of its spelling stand for, the last one perhaps in part. */
    private int characters(int spelling, int letters) {
        int[] lengths = Spelling.lengths(texts.get(entries[spelling]), spellings.get(spelling));
        int sum = 0;
        int character = 0;
        while (character < lengths.length && sum < letters) {
            sum += lengths[character++];
        }
        return character;
    }

    /** Returns the character whose syllable begins at this letter, negative where none does. */
    private int characterAt(int spelling, int letter) {
        int[] lengths = Spelling.lengths(texts.get(entries[spelling]), spellings.get(spelling));
        int sum = 0;
        int character = 0;
        while (sum < letter) {
            sum += lengths[character++];
        }
        return sum == letter ? character : -1;
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
            for (int found = all.indexOf(letters); found >= 0; found = all.indexOf(letters, found + 1)) {
                int place = Arrays.binarySearch(starts, found);
                int text = place < 0 ? -place - 2 : place;
                at.accept(text, found - starts[text]);
            }
        }
    }
}
