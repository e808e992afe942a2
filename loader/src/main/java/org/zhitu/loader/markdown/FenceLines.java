package org.zhitu.loader.markdown;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Where fenced code stands, and where a fence that is never closed ends for a reader: before the next heading that
 * follows a blank line, or before the next fence that names a language; else with the note, as CommonMark has it.
 */
final class FenceLines {
    private static final int SHORTEST = 3;

    private final String[] lines;
    private final BitSet inside = new BitSet();
    private final Map<Integer, Integer> ends = new HashMap<>();

    private FenceLines(String[] lines) {
        this.lines = lines;
    }

    static FenceLines of(String[] lines) {
        FenceLines fences = new FenceLines(lines);
        int at = 0;
        while (at < lines.length) {
            int length = marks(lines[at]);
            at = length == 0 || !opens(lines[at], length) ? at + 1 : fences.after(at, length);
        }
        return fences;
    }

    /** Says whether a line belongs to code, its fences included. */
    boolean isCode(int line) {
        return inside.get(line);
    }

    /** Returns the first line after code whose fence is not closed but ends before the note does; -1 for other lines. */
    int end(int line) {
        return ends.getOrDefault(line, -1);
    }

    /** Returns the length of the fence that a line starts with; 0 for none. */
    static int marks(String line) {
        int start = start(line);
        if (start == line.length() || (line.charAt(start) != '`' && line.charAt(start) != '~')) {
            return 0;
        }
        int end = start;
        while (end < line.length() && line.charAt(end) == line.charAt(start)) {
            end++;
        }
        return end - start >= SHORTEST ? end - start : 0;
    }

    private int after(int open, int length) {
        char sign = lines[open].charAt(start(lines[open]));
        boolean named = !info(lines[open], length).isEmpty();
        int heading = -1;
        for (int i = open + 1; i < lines.length; i++) {
            int other = marks(lines[i]);
            boolean same = other > 0 && lines[i].charAt(start(lines[i])) == sign;
            if (same && other >= length && info(lines[i], other).isEmpty()) {
                return done(open, i + 1);
            }
            if (same && other == length && (named || heading >= 0) && opens(lines[i], other)) {
                return broken(open, heading >= 0 ? heading : i);
            }
            if (heading < 0 && lines[i - 1].isBlank() && isHeading(lines[i])) {
                heading = i;
            }
        }
        return heading >= 0 ? broken(open, heading) : done(open, lines.length);
    }

    private int broken(int open, int end) {
        ends.put(open, end);
        return done(open, end);
    }

    private int done(int open, int end) {
        inside.set(open, end);
        return end;
    }

    private static boolean opens(String line, int length) {
        int start = start(line);
        return line.charAt(start) != '`' || line.indexOf('`', start + length) < 0;
    }

    private static String info(String line, int length) {
        return line.substring(start(line) + length).strip();
    }

    /** Says whether a line is a heading and hardly a comment of a program. */
    private static boolean isHeading(String line) {
        int marks = 0;
        while (marks < line.length() && line.charAt(marks) == '#') {
            marks++;
        }
        boolean spaced = marks > 0 && marks <= 6 && marks < line.length() && line.charAt(marks) == ' ';
        return spaced && (marks > 1 || line.codePoints().anyMatch(Character::isIdeographic));
    }

    private static int start(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t' || line.charAt(at) == '>')) {
            at++;
        }
        return at;
    }
}
