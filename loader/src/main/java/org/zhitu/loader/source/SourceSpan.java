package org.zhitu.loader.source;

/**
 * A stretch of a note's text.
 *
 * @param offset where it starts, counted from 0 in UTF-16 code units of the decoded text
 * @param length its length in UTF-16 code units
 * @param line   the line it starts in, counted from 1, as editors do
 * @param column where in that line it starts, counted from 1 in UTF-16 code units
 */
public record SourceSpan(int offset, int length, int line, int column) {
    public SourceSpan {
        if (offset < 0 || length < 0 || line < 1 || column < 1) {
            throw new IllegalArgumentException("no span: " + offset + "+" + length + " at " + line + ":" + column);
        }
    }

    /** Returns the offset after the last character. */
    public int end() {
        return offset + length;
    }
}
