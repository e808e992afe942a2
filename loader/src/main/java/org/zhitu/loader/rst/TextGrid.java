package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines as a grid of columns of a fixed-width font, each column with its place in the note. */
final class TextGrid {
    /** Fills the second column of a wide character. */
    private static final char FILLER = '\0';

    private final String source;
    private final List<String> rows = new ArrayList<>();
    private final List<int[]> offsets = new ArrayList<>();

    TextGrid(Lines lines, int from, int to) {
        this.source = lines.source();
        for (int i = from; i < to; i++) {
            add(lines.get(i));
        }
    }

    int height() {
        return rows.size();
    }

    int width(int row) {
        return rows.get(row).length();
    }

    /** Returns the character at a place; a space beyond the end of a line. */
    char at(int row, int column) {
        String line = rows.get(row);
        return column < line.length() ? line.charAt(column) : ' ';
    }

    String row(int row) {
        return rows.get(row);
    }

    /** Returns the part of a row between two columns as a line. */
    Line line(int row, int from, int to) {
        int[] places = offsets.get(row);
        int last = places.length - 1;
        int start = places[Math.min(from, last)];
        return Line.of(source, start, Math.max(start, places[Math.min(to, last)]));
    }

    private void add(Line line) {
        StringBuilder row = new StringBuilder();
        int[] places = new int[2 * (line.end() - line.start()) + line.indent() + 1];
        int column = 0;
        for (int i = 0; i < line.indent(); i++) {
            places[column++] = line.start();
            row.append(' ');
        }
        for (int i = line.start(); i < line.end(); ) {
            int c = source.codePointAt(i);
            int width = DisplayWidth.of(c);
            if (width > 0) {
                places[column++] = i;
                row.append(c < 0x10000 ? (char) c : '\ufffd');
            }
            if (width == 2) {
                places[column++] = i;
                row.append(FILLER);
            }
            i += Character.charCount(c);
        }
        places[column] = line.end();
        rows.add(row.toString());
        offsets.add(Arrays.copyOf(places, column + 1));
    }
}
