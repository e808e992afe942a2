package org.zhitu.loader.rst;

/** A name that needs no quoting: words of letters and digits, joined by single {@code - . _ : +}. */
final class ReferenceName {
    private static final int LONGEST = 200;

    private ReferenceName() {}

    /** Returns where the name that starts here ends, which is here where there is none. */
    static int end(String text, int from, int to) {
        int end = from;
        int limit = Math.min(to, from + LONGEST);
        while (end < limit) {
            char c = text.charAt(end);
            if (isWord(c)) {
                end++;
            } else if (end > from && isJoint(c) && end + 1 < limit && isWord(text.charAt(end + 1))) {
                end += 2;
            } else {
                break;
            }
        }
        return end;
    }

    /** Returns where the name that ends here starts, which is here where there is none. */
    static int start(String text, int from, int to) {
        int start = to;
        int limit = Math.max(from, to - LONGEST);
        while (start > limit) {
            char c = text.charAt(start - 1);
            if (isWord(c)) {
                start--;
            } else if (start < to && isJoint(c) && start - 1 > limit && isWord(text.charAt(start - 2))) {
                start -= 2;
            } else {
                break;
            }
        }
        return start;
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '.' || c == '_' || c == ':' || c == '+';
    }
}
