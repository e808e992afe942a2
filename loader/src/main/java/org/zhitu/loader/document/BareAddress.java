package org.zhitu.loader.document;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A web address written into running text without any markup. It begins at its scheme, whatever stands before it, and
 * ends where a reader would end it: at white space, at Chinese text, at full-width punctuation, before the full stop or
 * comma of the sentence, before a bracket that it did not open.
 *
 * @param start where it starts in the text
 * @param end   where it ends, not included
 */
public record BareAddress(int start, int end) {
    private static final int LONGEST_SCHEME = 6;
    private static final int LONGEST_MAILBOX = 64;
    private static final Set<String> SCHEMES =
            Set.of("http", "https", "ftp", "ftps", "sftp", "git", "svn", "ssh", "irc");

    /** Path segments and parameters after which Chinese words belong to the address, as in an encyclopedia's. */
    private static final Set<String> BEFORE_WORDS = Set.of("/wiki/", "/item/", "/tag/", "?q=", "&q=", "?wd=", "&wd=");

    private static final int LONGEST_BEFORE_WORDS = 6;

    /**
     * Returns the address around a colon.
     *
     * @param colon where a colon stands
     * @param from  where the address may start at the earliest
     */
    public static Optional<BareAddress> around(String text, int colon, int from) {
        if (!text.startsWith("://", colon)) {
            return Optional.empty();
        }
        int start = startOfScheme(text, colon, from);
        if (!SCHEMES.contains(text.substring(start, colon).toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        int end = end(text, colon + 3);
        boolean named = end > colon + 3 && Character.isLetterOrDigit(text.charAt(colon + 3));
        return named ? Optional.of(new BareAddress(start, end)) : Optional.empty();
    }

    /** Returns where the letters before a colon start; those of a web scheme count alone, also right behind a word. */
    private static int startOfScheme(String text, int colon, int from) {
        int start = colon;
        while (start > from && colon - start <= LONGEST_SCHEME && isAsciiLetter(text.charAt(start - 1))) {
            start--;
        }
        boolean glued = start > from && isAsciiLetterOrDigit(text.charAt(start - 1));
        String letters = text.substring(start, colon).toLowerCase(Locale.ROOT);
        if (letters.endsWith("https")) {
            return colon - "https".length();
        }
        if (letters.endsWith("http")) {
            return colon - "http".length();
        }
        return glued ? colon : start;
    }

    /**
     * Returns the mail address around an at sign, {@code mailto:} included where it is written.
     *
     * @param at   where an at sign stands
     * @param from where the address may start at the earliest
     */
    public static Optional<BareAddress> mailAround(String text, int at, int from) {
        int start = at;
        while (start > from && at - start <= LONGEST_MAILBOX && isMailbox(text.charAt(start - 1))) {
            start--;
        }
        while (start < at && !isAsciiLetterOrDigit(text.charAt(start))) {
            start++;
        }
        int end = at + 1;
        int dot = -1;
        while (end < text.length() && (isAsciiLetterOrDigit(text.charAt(end)) || ".-".indexOf(text.charAt(end)) >= 0)) {
            if (text.charAt(end) == '.') {
                dot = end;
            }
            end++;
        }
        while (end > at + 1 && ".-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
            dot = text.lastIndexOf('.', end - 1);
        }
        if (start == at || dot <= at + 1 || dot >= end - 2 || at - start > LONGEST_MAILBOX) {
            return Optional.empty();
        }
        String scheme = "mailto:";
        if (start - scheme.length() >= from && text.startsWith(scheme, start - scheme.length())) {
            start -= scheme.length();
        }
        return Optional.of(new BareAddress(start, end));
    }

    /** Returns the address as written. */
    public String in(String text) {
        return text.substring(start, end);
    }

    private static int end(String text, int from) {
        int end = from;
        boolean words = false;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (c < 0x80
                    ? !isPrintableOfAddress(c)
                    : !(isForeignLetter(c) || (words && Character.isLetterOrDigit(c)))) {
                break;
            }
            end++;
            words = words || endsBeforeWords(text, from, end);
        }
        return withoutPunctuation(text, from, end);
    }

    private static boolean endsBeforeWords(String text, int from, int end) {
        char last = text.charAt(end - 1);
        if (last != '/' && last != '=') {
            return false;
        }
        for (String before : BEFORE_WORDS) {
            if (before.length() <= LONGEST_BEFORE_WORDS
                    && end - before.length() >= from
                    && text.startsWith(before, end - before.length())) {
                return true;
            }
        }
        return false;
    }

    private static int withoutPunctuation(String text, int from, int to) {
        int end = to;
        int open = 0;
        int square = 0;
        for (int i = from; i < to; i++) {
            switch (text.charAt(i)) {
                case '(' -> open++;
                case ')' -> open--;
                case '[' -> square++;
                case ']' -> square--;
                default -> {}
            }
        }
        while (end > from) {
            char last = text.charAt(end - 1);
            if (last == ')' && open < 0) {
                open++;
            } else if (last == ']' && square < 0) {
                square++;
            } else if (last == '(') {
                open--;
            } else if (last == '[') {
                square--;
            } else if (".,;:!?'*_~".indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return end;
    }

    private static boolean isPrintableOfAddress(char c) {
        return c > ' ' && c < 0x7f && "<>\"`\\^{}|".indexOf(c) < 0;
    }

    /** Says whether it is a letter of a script that is written with spaces, such as in {@code /wiki/Zürich}. */
    private static boolean isForeignLetter(char c) {
        return c < 0x2e80 && Character.isLetterOrDigit(c);
    }

    private static boolean isMailbox(char c) {
        return isAsciiLetterOrDigit(c) || ".+-_%".indexOf(c) >= 0;
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return isAsciiLetter(c) || (c >= '0' && c <= '9');
    }
}
