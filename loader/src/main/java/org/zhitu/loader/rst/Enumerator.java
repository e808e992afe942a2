package org.zhitu.loader.rst;

import java.util.Locale;
import java.util.Optional;

/**
 * The number of a list item, such as {@code 3.}, {@code (b)}, {@code iv)} or {@code #.}.
 *
 * @param sequence what it counts with
 * @param style    0 for {@code 1.}, 1 for {@code 1)}, 2 for {@code (1)}
 * @param ordinal  its value, 0 for {@code #}
 * @param length   its length with brackets and full stop
 */
record Enumerator(Sequence sequence, int style, int ordinal, int length) {
    private static final int LONGEST = 12;
    private static final String ROMAN_DIGITS = "ivxlcdm";
    private static final int[] ROMAN_VALUES = {1, 5, 10, 50, 100, 500, 1000};
    private static final int MOST_ROMAN = 4999;

    /** What a list is counted with. */
    enum Sequence {
        AUTO,
        ARABIC,
        LOWER_ALPHA,
        UPPER_ALPHA,
        LOWER_ROMAN,
        UPPER_ROMAN
    }

    /** Returns the enumerator at the start of a line, read as the first of a list. */
    static Optional<Enumerator> first(String text, Line line) {
        int from = line.start();
        boolean open = text.charAt(from) == '(';
        int start = open ? from + 1 : from;
        int end = start;
        int limit = Math.min(line.end(), start + LONGEST);
        while (end < limit && (isAlphanumeric(text.charAt(end)) || (end == start && text.charAt(end) == '#'))) {
            end++;
            if (text.charAt(end - 1) == '#') {
                break;
            }
        }
        if (end == start || end >= line.end()) {
            return Optional.empty();
        }
        char close = text.charAt(end);
        boolean closed = close == ')' || (close == '.' && !open);
        boolean bounded = end + 1 == line.end() || (end + 1 < line.end() && isSpace(text.charAt(end + 1)));
        if (!closed || !bounded) {
            return Optional.empty();
        }
        int style = open ? 2 : close == ')' ? 1 : 0;
        return of(text.substring(start, end), style, end + 1 - from);
    }

    /** Says whether the other one may follow this one in a list. */
    boolean precedes(Enumerator other) {
        if (style != other.style) {
            return false;
        }
        if (other.sequence == Sequence.AUTO) {
            return true;
        }
        return sequence == other.sequence && ordinal + 1 == other.ordinal;
    }

    /** Returns this one counted with a sequence, where it can be read so. */
    Enumerator as(Sequence wanted, String written) {
        int value = value(wanted, written);
        return value > 0 ? new Enumerator(wanted, style, value, length) : this;
    }

    private static Optional<Enumerator> of(String written, int style, int length) {
        if (written.equals("#")) {
            return Optional.of(new Enumerator(Sequence.AUTO, style, 0, length));
        }
        if (written.equals("i")) {
            return Optional.of(new Enumerator(Sequence.LOWER_ROMAN, style, 1, length));
        }
        if (written.equals("I")) {
            return Optional.of(new Enumerator(Sequence.UPPER_ROMAN, style, 1, length));
        }
        for (Sequence sequence : Sequence.values()) {
            int value = value(sequence, written);
            if (value > 0) {
                return Optional.of(new Enumerator(sequence, style, value, length));
            }
        }
        return isZero(written) ? Optional.of(new Enumerator(Sequence.ARABIC, style, 0, length)) : Optional.empty();
    }

    /** Returns the value of a number of a sequence; 0 where it is none. */
    static int value(Sequence sequence, String written) {
        return switch (sequence) {
            case AUTO -> 0;
            case ARABIC ->
                written.length() <= 9 && written.chars().allMatch(c -> c >= '0' && c <= '9')
                        ? Integer.parseInt(written)
                        : 0;
            case LOWER_ALPHA ->
                written.length() == 1 && written.charAt(0) >= 'a' && written.charAt(0) <= 'z'
                        ? written.charAt(0) - 'a' + 1
                        : 0;
            case UPPER_ALPHA ->
                written.length() == 1 && written.charAt(0) >= 'A' && written.charAt(0) <= 'Z'
                        ? written.charAt(0) - 'A' + 1
                        : 0;
            case LOWER_ROMAN -> written.equals(written.toLowerCase(Locale.ROOT)) ? roman(written) : 0;
            case UPPER_ROMAN ->
                written.equals(written.toUpperCase(Locale.ROOT)) ? roman(written.toLowerCase(Locale.ROOT)) : 0;
        };
    }

    private static boolean isZero(String written) {
        return written.chars().allMatch(c -> c == '0');
    }

    /** Returns the value of a Roman number that is spelled as usual; 0 where it is none. */
    private static int roman(String written) {
        int value = 0;
        int largest = 0;
        for (int i = written.length() - 1; i >= 0; i--) {
            int digit = ROMAN_DIGITS.indexOf(written.charAt(i));
            if (digit < 0) {
                return 0;
            }
            int worth = ROMAN_VALUES[digit];
            value += worth < largest ? -worth : worth;
            largest = Math.max(largest, worth);
        }
        return value > 0 && value <= MOST_ROMAN && toRoman(value).equals(written) ? value : 0;
    }

    private static String toRoman(int value) {
        StringBuilder roman = new StringBuilder();
        int left = value;
        int[] worths = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
        String[] digits = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
        for (int i = 0; i < worths.length; i++) {
            while (left >= worths[i]) {
                roman.append(digits[i]);
                left -= worths[i];
            }
        }
        return roman.toString();
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
