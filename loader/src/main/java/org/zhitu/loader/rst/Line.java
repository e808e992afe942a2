package org.zhitu.loader.rst;

/**
 * A line of a block, the block's own indentation taken off. White space at its end is not part of it.
 *
 * @param start  the offset of its first character that is no white space
 * @param end    the offset after its last one
 * @param column the column of the start in the note, counted from 0, a tab reaching to the next multiple of 8
 * @param indent columns of white space before the start, within the block
 */
record Line(int start, int end, int column, int indent) {
    private static final int TAB = 8;

    boolean isBlank() {
        return start == end;
    }

    /** Says whether there is text that stands further right than the block. */
    boolean isIndented() {
        return indent > 0 && start < end;
    }

    Line dedented(int columns) {
        return isBlank() ? this : new Line(start, end, column, Math.max(0, indent - columns));
    }

    /** Returns what is left of the line after its first characters and the white space that follows them. */
    Line after(String text, int length) {
        int at = start + length;
        int reached = column + length;
        while (at < end && isSpace(text.charAt(at))) {
            reached = text.charAt(at) == '\t' ? nextTab(reached) : reached + 1;
            at++;
        }
        return new Line(at, end, reached, 0);
    }

    /** Returns the line that the characters between two offsets make, line ends left out. */
    static Line of(String text, int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int at = from;
        int column = 0;
        while (at < end && isSpace(text.charAt(at))) {
            column = text.charAt(at) == '\t' ? nextTab(column) : column + 1;
            at++;
        }
        return new Line(at, end, column, at < end ? column : 0);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\u000b';
    }

    private static int nextTab(int column) {
        return column + TAB - column % TAB;
    }
}
