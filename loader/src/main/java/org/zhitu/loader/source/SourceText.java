package org.zhitu.loader.source;

import java.util.Arrays;

/**
 * A note's characters, with the lines they stand in. Lines end at {@code \n}, {@code \r\n} or {@code \r}; the text keeps
 * them as they are, so that every offset is one of the file's own characters. Immutable.
 */
public final class SourceText {
    private final String path;
    private final NoteFormat format;
    private final String text;
    private final int[] lineStarts;

    /**
     * @param path   the note's path below the folder it was loaded from, with forward slashes; its identity
     * @param format the syntax it is written in
     * @param text   its decoded characters, without a byte order mark
     */
    public SourceText(String path, NoteFormat format, String text) {
        this.path = path;
        this.format = format;
        this.text = text;
        this.lineStarts = lineStarts(text);
    }

    public String path() {
        return path;
    }

    public NoteFormat format() {
        return format;
    }

    public String text() {
        return text;
    }

    /** Returns how many lines there are; an empty text has one. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** Returns the line an offset lies in, counted from 1. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** Returns the offset at which a line starts; lines are counted from 1. */
    public int lineStart(int line) {
        return lineStarts[line - 1];
    }

    /** Returns a line without its line end; lines are counted from 1. */
    public String line(int line) {
        int start = lineStart(line);
        int end = line == lineStarts.length ? text.length() : lineStarts[line];
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Returns the span between two offsets, the end not included. */
    public SourceSpan span(int start, int end) {
        int line = lineAt(start);
        return new SourceSpan(start, end - start, line, start - lineStart(line) + 1);
    }

    /** Returns the characters of a span. */
    public String text(SourceSpan span) {
        return text.substring(span.offset(), span.end());
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
