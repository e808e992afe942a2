package org.zhitu.loader.rst;

import java.util.Arrays;
import java.util.List;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/** The lines of a block, from which its indentation has been taken. Immutable. */
final class Lines {
    private final SourceText source;
    private final Line[] lines;

    private Lines(SourceText source, Line[] lines) {
        this.source = source;
        this.lines = lines;
    }

    static Lines of(SourceText source) {
        Line[] lines = new Line[source.lineCount()];
        String text = source.text();
        for (int i = 0; i < lines.length; i++) {
            int end = i + 1 < lines.length ? source.lineStart(i + 2) : text.length();
            lines[i] = Line.of(text, source.lineStart(i + 1), end);
        }
        return new Lines(source, lines);
    }

    static Lines of(SourceText source, Line... lines) {
        return new Lines(source, lines);
    }

    int size() {
        return lines.length;
    }

    boolean isEmpty() {
        return Arrays.stream(lines).allMatch(Line::isBlank);
    }

    Line get(int index) {
        return lines[index];
    }

    /** Returns a line's characters without its indentation. */
    String text(int index) {
        Line line = lines[index];
        return source.text().substring(line.start(), line.end());
    }

    /** Returns a character of a line that is not blank. */
    char first(int index) {
        return source.text().charAt(lines[index].start());
    }

    String source() {
        return source.text();
    }

    boolean isBlank(int index) {
        return index >= lines.length || lines[index].isBlank();
    }

    /** Returns the index after the lines that are blank or indented by so many columns; blank ones at the end left out. */
    int endOfIndented(int from, int columns) {
        int end = from;
        for (int i = from; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                if (lines[i].indent() < columns) {
                    break;
                }
                end = i + 1;
            }
        }
        return end;
    }

    /** Returns the index of the first line that is blank, or indented where that ends the text, or the end. */
    int endOfText(int from) {
        int i = from;
        while (i < lines.length && !lines[i].isBlank() && lines[i].indent() == 0) {
            i++;
        }
        return i;
    }

    /** Returns the index of the next blank line, or the end. */
    int endOfUnbroken(int from) {
        int i = from;
        while (i < lines.length && !lines[i].isBlank()) {
            i++;
        }
        return i;
    }

    Lines with(List<Line> others) {
        return new Lines(source, others.toArray(Line[]::new));
    }

    Lines followedBy(Lines others) {
        Line[] all = Arrays.copyOf(lines, lines.length + others.lines.length);
        System.arraycopy(others.lines, 0, all, lines.length, others.lines.length);
        return new Lines(source, all);
    }

    Lines slice(int from, int to) {
        return new Lines(source, Arrays.copyOfRange(lines, from, to));
    }

    Lines dedented(int from, int to, int columns) {
        Line[] inner = new Line[to - from];
        for (int i = from; i < to; i++) {
            inner[i - from] = lines[i].dedented(columns);
        }
        return new Lines(source, inner);
    }

    /** Returns lines without the indentation that all of them share. */
    Lines dedented(int from, int to) {
        return dedented(from, to, leastIndent(from, to));
    }

    /** Returns the rest of a line, then lines without the indentation that those share. */
    Lines under(Line first, int from, int to) {
        return joined(first, dedented(from, to));
    }

    /** Returns the rest of a line, then lines without so many columns. */
    Lines under(Line first, int from, int to, int columns) {
        return joined(first, dedented(from, to, columns));
    }

    /** Returns the lines without the blank ones at either end. */
    Lines trimmed() {
        int from = 0;
        int to = lines.length;
        while (from < to && lines[from].isBlank()) {
            from++;
        }
        while (to > from && lines[to - 1].isBlank()) {
            to--;
        }
        return from == 0 && to == lines.length ? this : slice(from, to);
    }

    SourceSpan span(int from, int to) {
        return source.span(lines[from].start(), Math.max(lines[from].start(), lines[to - 1].end()));
    }

    /** Returns the lines as they stand, indented within the block. */
    String verbatim(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from) {
                text.append('\n');
            }
            if (!lines[i].isBlank()) {
                text.append(" ".repeat(lines[i].indent())).append(source.text(), lines[i].start(), lines[i].end());
            }
        }
        return text.toString();
    }

    private int leastIndent(int from, int to) {
        int least = Integer.MAX_VALUE;
        for (int i = from; i < to; i++) {
            if (!lines[i].isBlank()) {
                least = Math.min(least, lines[i].indent());
            }
        }
        return least == Integer.MAX_VALUE ? 0 : least;
    }

    private Lines joined(Line first, Lines rest) {
        Line[] all = new Line[rest.size() + 1];
        all[0] = first;
        System.arraycopy(rest.lines, 0, all, 1, rest.size());
        return new Lines(source, all);
    }
}
