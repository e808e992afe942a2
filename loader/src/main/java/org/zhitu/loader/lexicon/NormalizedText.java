package org.zhitu.loader.lexicon;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text as the lexicon compares it, with the way back to the text as written: compatibility forms unified (NFKD without
 * marks), case folded, hyphens, underscores, apostrophes and blanks left out, so that {@code N-Gram}, {@code n gram} and
 * {@code ngram} are one. Blanks between two Chinese characters stay, and so does whatever keeps parts of a sentence apart.
 */
public final class NormalizedText {
    /** Stands where words are next to each other but do not belong together. */
    private static final char BREAK = '\u001f';

    private static final String DROPPED = "'\u2019\u2018\u02bc\u200b\u200c\u200d\ufeff\u00ad\ufe0f";
    private static final String HYPHENS = "-_\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d";

    /** What a character is to a comparison. */
    private enum Kind {
        DROPPED,
        HYPHEN,
        BLANK,
        COMPARED
    }

    /** What was left out before a character. */
    enum Gap {
        NONE,
        HYPHEN,
        BLANK
    }

    private final String original;
    private char[] chars;
    private int[] starts;
    private int[] ends;
    private Gap[] gaps;
    private int length;

    private NormalizedText(String original) {
        this.original = original;
        int capacity = original.length() + 8;
        this.chars = new char[capacity];
        this.starts = new int[capacity];
        this.ends = new int[capacity];
        this.gaps = new Gap[capacity];
    }

    /** Returns a text as the lexicon compares it. */
    public static NormalizedText of(String original) {
        NormalizedText normalized = new NormalizedText(original);
        normalized.fill();
        return normalized;
    }

    /** Returns the key under which the lexicon keeps a name. */
    static String key(String name) {
        return of(name.strip()).text();
    }

    /** Returns the text as written. */
    String original() {
        return original;
    }

    String text() {
        return new String(chars, 0, length);
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    Gap gapBefore(int index) {
        return gaps[index];
    }

    /** Returns where, in the text as written, a character of this one starts. */
    int start(int index) {
        return starts[index];
    }

    /** Returns the offset, in the text as written, after the last character that this one stands for. */
    int end(int index) {
        return ends[index];
    }

    /** Says whether a letter or digit of a script that writes words apart. */
    static boolean isWordCharacter(char c) {
        return c < 0x80
                ? (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
                : (Character.isLetterOrDigit(c) && !isIdeographic(c));
    }

    /** Says whether a character of a script that does not write words apart. */
    static boolean isIdeographic(char c) {
        if (c < 0x2e80) {
            return false;
        }
        return c <= 0x2fdf
                || (c >= 0x3005 && c <= 0x3007)
                || (c >= 0x3040 && c <= 0x30ff)
                || (c >= 0x3400 && c <= 0x9fff)
                || (c >= 0xac00 && c <= 0xd7af)
                || (c >= 0xf900 && c <= 0xfaff)
                || (Character.isSurrogate(c) && isIdeographicSurrogate(c));
    }

    /** Says whether a word could begin or end between the character before and this one. */
    boolean isBoundary(int index) {
        if (index <= 0 || index >= length || gaps[index] != Gap.NONE) {
            return true;
        }
        return !isWordCharacter(chars[index - 1]) || !isWordCharacter(chars[index]);
    }

    /** Says whether the letters between two offsets are written in lower case. */
    boolean isLowerCase(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isUpperCase(original.charAt(starts[i]))) {
                return false;
            }
        }
        return true;
    }

    /** Says whether a word of a script that writes words apart stands right before or after, in the same sentence. */
    boolean isAmongWords(int from, int to) {
        return (from > 0 && isWordCharacter(chars[from - 1])) || (to < length && isWordCharacter(chars[to]));
    }

    private static boolean isIdeographicSurrogate(char c) {
        return (c >= 0xd840 && c <= 0xd87f) || Character.isLowSurrogate(c);
    }

    private void fill() {
        int blanks = 0;
        int hyphens = 0;
        int lineEnds = 0;
        boolean blankLast = false;
        boolean blankFirst = false;
        for (int i = 0; i < original.length(); ) {
            int codePoint = original.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            switch (kind(codePoint)) {
                case DROPPED -> {}
                case HYPHEN -> {
                    hyphens++;
                    blankFirst |= blankLast;
                    blankLast = false;
                }
                case BLANK -> {
                    lineEnds += codePoint == '\n' ? 1 : 0;
                    blanks++;
                    blankLast = true;
                }
                case COMPARED -> {
                    boolean apart = hyphens > 1 || lineEnds > 1 || (hyphens > 0 && blankFirst && blankLast);
                    Gap gap = hyphens > 0 ? Gap.HYPHEN : blanks > 0 ? Gap.BLANK : Gap.NONE;
                    appendCharacter(codePoint, i, next, gap, apart);
                    blanks = 0;
                    hyphens = 0;
                    lineEnds = 0;
                    blankLast = false;
                    blankFirst = false;
                }
            }
            i = next;
        }
    }

    private static Kind kind(int codePoint) {
        boolean common = (codePoint >= 'a' && codePoint <= 'z')
                || (codePoint >= 'A' && codePoint <= 'Z')
                || (codePoint >= 0x4e00 && codePoint <= 0x9fff);
        if (common) {
            return Kind.COMPARED;
        }
        if (codePoint == ' ' || Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
            return Kind.BLANK;
        }
        if (codePoint <= 0xffff && DROPPED.indexOf((char) codePoint) >= 0) {
            return Kind.DROPPED;
        }
        return codePoint <= 0xffff && HYPHENS.indexOf((char) codePoint) >= 0 ? Kind.HYPHEN : Kind.COMPARED;
    }

    private void appendCharacter(int codePoint, int from, int to, Gap gap, boolean apart) {
        if (codePoint < 0x80) {
            appendFolded(
                    (char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint), from, to, gap, apart);
            return;
        }
        if (codePoint >= 0x4e00 && codePoint <= 0x9fff) {
            appendFolded((char) codePoint, from, to, gap, apart);
            return;
        }
        String folded = fold(codePoint);
        for (int k = 0; k < folded.length(); k++) {
            char c = folded.charAt(k);
            if (HYPHENS.indexOf(c) < 0 && !Character.isWhitespace(c)) {
                appendFolded(c, from, to, k == 0 ? gap : Gap.NONE, apart);
            }
        }
    }

    private void appendFolded(char c, int from, int to, Gap gap, boolean apart) {
        if (length > 0 && gap != Gap.NONE) {
            boolean betweenIdeographs = gap == Gap.BLANK && isIdeographic(chars[length - 1]) && isIdeographic(c);
            if (apart || betweenIdeographs) {
                append(apart ? BREAK : ' ', from, from, Gap.NONE);
            }
        }
        append(c, from, to, gap);
    }

    private static String fold(int codePoint) {
        String decomposed = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
        StringBuilder kept = new StringBuilder();
        decomposed.toLowerCase(Locale.ROOT).codePoints().filter(c -> !isMark(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private void append(char c, int start, int end, Gap gap) {
        if (length == chars.length) {
            int capacity = length * 2;
            chars = Arrays.copyOf(chars, capacity);
            starts = Arrays.copyOf(starts, capacity);
            ends = Arrays.copyOf(ends, capacity);
            gaps = Arrays.copyOf(gaps, capacity);
        }
        chars[length] = c;
        starts[length] = start;
        ends[length] = end;
        gaps[length] = gap;
        length++;
    }
}
