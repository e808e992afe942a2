package org.zhitu.loader.markdown;

import java.util.BitSet;

/**
 * The lines at which a displayed formula opens: those that start with {@code $$} or <code>\[</code>, where the mark that
 * closes it ends a line, the same or one of the next, and no heading or fence comes between.
 */
final class FormulaLines {
    private static final int MOST_LINES = 200;

    private final BitSet opening = new BitSet();

    static FormulaLines of(String[] lines) {
        FormulaLines found = new FormulaLines();
        int next = 0;
        while (next < lines.length) {
            String line = bare(lines[next]);
            int end = line.startsWith("$$")
                    ? end(lines, next, line, "$$")
                    : line.startsWith("\\[") ? end(lines, next, line, "\\]") : -1;
            if (end >= 0) {
                found.opening.set(next);
                next = end + 1;
            } else {
                next++;
            }
        }
        return found;
    }

    boolean opens(int line) {
        return opening.get(line);
    }

    private static int end(String[] lines, int from, String first, String close) {
        int at = first.indexOf(close, 2);
        if (at >= 0) {
            return at == first.length() - 2 && at > 2 ? from : -1;
        }
        for (int i = from + 1; i < lines.length && i < from + MOST_LINES; i++) {
            String line = bare(lines[i]);
            if (line.contains(close)) {
                return line.indexOf(close) == line.length() - 2 ? i : -1;
            }
            if (line.startsWith("#") || line.startsWith("```")) {
                return -1;
            }
        }
        return -1;
    }

    /** Returns a line without the marks of the quotes that it stands in, and without white space around it. */
    private static String bare(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == '>' || Character.isWhitespace(line.charAt(at)))) {
            at++;
        }
        return line.substring(at).stripTrailing();
    }
}
