package org.zhitu.graph.query;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * A text as search and look-up compare it: letters, digits, {@code +} and {@code #} only, in compatibility form (NFKC), case
 * folded, accents dropped, Chinese simplified. Remembers where each character came from and where words begin. Two ways
 * of writing one name, such as {@code Self-Attention} and {@code selfattention}, have equal texts.
 */
public final class Wording {
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFDInstance();

    private final String text;

    /** The starts of all characters, one more place, then the ends of all characters. */
    private final int[] origins;

    private final BitSet wordStarts;

    private Wording(String text, int[] origins, BitSet wordStarts) {
        this.text = text;
        this.origins = origins;
        this.wordStarts = wordStarts;
    }

    /** Returns the wording of a text. */
    public static Wording of(String original) {
        return new Maker(original).make();
    }

    /** Returns the characters that count, without any space. */
    public String text() {
        return text;
    }

    /** Says whether a word begins here: after a space or other sign, or where Chinese and other script meet. */
    public boolean isWordStart(int index) {
        return wordStarts.get(index);
    }

    /** Says whether a word ends just before this index. */
    public boolean isWordEnd(int index) {
        return index == text.length() || wordStarts.get(index);
    }

    /** Returns the beginnings of words among the first 64 characters, as bits. */
    public long wordStarts() {
        long[] bits = wordStarts.toLongArray();
        return bits.length == 0 ? 0 : bits[0];
    }

    /** Returns where in the original text a character stands, in UTF-16 code units. */
    public int origin(int index) {
        return origins[index];
    }

    /** Returns where in the original text what stands before this index ends. */
    public int originEnd(int index) {
        return origins[text.length() + index];
    }

    /** Returns the words, in order. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (isWordEnd(i)) {
                words.add(text.substring(from, i));
                from = i;
            }
        }
        return words;
    }

    /** Goes once through a text. */
    private static final class Maker {
        private final String original;
        private final StringBuilder text = new StringBuilder();
        private final BitSet wordStarts = new BitSet();
        private int[] starts = new int[16];
        private int[] ends = new int[16];
        private boolean apart = true;
        private boolean lastIsHan;

        Maker(String original) {
            this.original = original;
        }

        Wording make() {
            int at = 0;
            while (at < original.length()) {
                int end = clusterEnd(at);
                char first = original.charAt(at);
                if (end == at + 1 && first < 0x80) {
                    add(first >= 'A' && first <= 'Z' ? (char) (first + 32) : first, at, end);
                } else {
                    String folded = FOLD.normalize(original.substring(at, end));
                    folded = folded.chars().allMatch(one -> one < 0x80 || Han.is((char) one))
                            ? folded
                            : DECOMPOSE.normalize(folded);
                    for (int i = 0; i < folded.length(); i++) {
                        add(folded.charAt(i), at, end);
                    }
                }
                at = end;
            }
            int length = text.length();
            int[] origins = Arrays.copyOf(starts, 2 * length + 1);
            System.arraycopy(ends, 0, origins, length + 1, length);
            return new Wording(text.toString(), origins, wordStarts);
        }

        /** A character with the marks that follow it. */
        private int clusterEnd(int at) {
            int end = at + Character.charCount(original.codePointAt(at));
            while (end < original.length() && Character.getType(original.charAt(end)) == Character.NON_SPACING_MARK) {
                end++;
            }
            return end;
        }

        private void add(char folded, int start, int end) {
            int type = Character.getType(folded);
            if (type == Character.NON_SPACING_MARK) {
                return;
            }
            if (!Character.isLetterOrDigit(folded)
                    && !Character.isSurrogate(folded)
                    && folded != '+'
                    && folded != '#') {
                apart = true;
                return;
            }
            boolean han = Han.is(folded);
            if (apart || han != lastIsHan) {
                wordStarts.set(text.length());
            }
            apart = false;
            lastIsHan = han;
            if (text.length() == starts.length) {
                starts = Arrays.copyOf(starts, 2 * starts.length);
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            starts[text.length()] = start;
            ends[text.length()] = end;
            text.append(han ? Han.simplified(folded) : folded);
        }
    }
}
