package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import org.zhitu.loader.document.Block;

/** A table whose columns are marked by runs of equals signs above and below. */
final class SimpleTable implements Construct {
    /** Where a column starts and ends, in columns of the font. */
    private record Column(int start, int end) {}

    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        if (!isBorder(lines, at, '=')) {
            return at;
        }
        int head = -1;
        int bottom = -1;
        for (int i = at + 1; i < lines.size() && bottom < 0; i++) {
            if (isBorder(lines, i, '=')) {
                if (head >= 0 || lines.isBlank(i + 1)) {
                    bottom = i;
                } else {
                    head = i;
                }
            }
        }
        if (bottom < 0) {
            return at;
        }
        TextGrid grid = new TextGrid(lines, at, bottom + 1);
        List<Block.Table.Row> rows = new ArrayList<>();
        if (head >= 0) {
            addRows(lines, grid, 1, head - at, true, parser, rows);
        }
        addRows(lines, grid, (head >= 0 ? head : at) - at + 1, bottom - at, false, parser, rows);
        into.add(new Block.Table(List.copyOf(rows), lines.span(at, bottom + 1)));
        return bottom + 1;
    }

    private static void addRows(
            Lines lines,
            TextGrid grid,
            int from,
            int to,
            boolean header,
            BlockParser parser,
            List<Block.Table.Row> into) {
        List<Column> columns = columns(grid.row(0));
        int start = from;
        for (int row = from; row <= to; row++) {
            boolean line = row < to && isRule(grid.row(row));
            boolean begins = row < to && !isBlank(grid, row, columns.getFirst());
            if ((row == to || line || begins) && row > start) {
                List<Column> cut = line ? columns(grid.row(row)) : columns;
                addRow(lines, grid, start, row, cut, header, parser, into);
                start = row;
            }
            if (line) {
                start = row + 1;
            }
        }
    }

    private static void addRow(
            Lines lines,
            TextGrid grid,
            int from,
            int to,
            List<Column> columns,
            boolean header,
            BlockParser parser,
            List<Block.Table.Row> into) {
        List<Block.Table.Cell> cells = new ArrayList<>();
        boolean empty = true;
        for (int i = 0; i < columns.size(); i++) {
            int left = columns.get(i).start();
            int right = i + 1 < columns.size() ? columns.get(i + 1).start() : Integer.MAX_VALUE;
            List<Line> inner = new ArrayList<>();
            for (int row = from; row < to; row++) {
                inner.add(grid.line(row, left, right));
            }
            Block.Table.Cell cell = TableCell.of(lines.with(inner), parser);
            empty = empty && cell.blocks().isEmpty();
            cells.add(cell);
        }
        if (!empty) {
            into.add(new Block.Table.Row(header, List.copyOf(cells)));
        }
    }

    private static boolean isBlank(TextGrid grid, int row, Column column) {
        for (int i = column.start(); i < column.end(); i++) {
            if (grid.at(row, i) != ' ') {
                return false;
            }
        }
        return true;
    }

    private static List<Column> columns(String border) {
        List<Column> columns = new ArrayList<>();
        int at = 0;
        while (at < border.length()) {
            int start = at;
            while (start < border.length() && border.charAt(start) == ' ') {
                start++;
            }
            int end = start;
            while (end < border.length() && border.charAt(end) != ' ') {
                end++;
            }
            if (end > start) {
                columns.add(new Column(start, end));
            }
            at = Math.max(end, at + 1);
        }
        return columns;
    }

    private static boolean isRule(String row) {
        String text = row.strip();
        return text.startsWith("-") && text.chars().allMatch(c -> c == '-' || c == ' ');
    }

    private static boolean isBorder(Lines lines, int at, char sign) {
        if (lines.isBlank(at) || lines.get(at).isIndented() || lines.first(at) != sign) {
            return false;
        }
        Line line = lines.get(at);
        boolean gap = false;
        for (int i = line.start(); i < line.end(); i++) {
            char c = lines.source().charAt(i);
            if (c != sign && c != ' ') {
                return false;
            }
            gap = gap || c == ' ';
        }
        return gap;
    }
}
