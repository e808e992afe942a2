package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.source.Finding;

/** A table drawn with {@code + - |}, cells spanning rows and columns included. */
final class GridTable implements Construct {
    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        if (!isBorder(lines, at, '-')) {
            return at;
        }
        int end = at;
        for (int i = at; !lines.isBlank(i) && !lines.get(i).isIndented() && "+|".indexOf(lines.first(i)) >= 0; i++) {
            if (isBorder(lines, i, '-')) {
                end = i + 1;
            }
        }
        if (end < at + 3) {
            return at;
        }
        Optional<List<GridCells.Cell>> cells = new GridCells(new TextGrid(lines, at, end)).find();
        if (cells.isEmpty()) {
            parser.draft()
                    .find(
                            Finding.Severity.WARN,
                            "table-malformed",
                            lines.get(at).start());
            into.add(new Block.CodeBlock(Optional.empty(), lines.verbatim(at, end), lines.span(at, end)));
            return end;
        }
        into.add(new Block.Table(rows(lines, at, end, cells.get(), parser), lines.span(at, end)));
        return end;
    }

    private static List<Block.Table.Row> rows(
            Lines lines, int at, int end, List<GridCells.Cell> cells, BlockParser parser) {
        int headEnd = 0;
        for (int i = at; i < end; i++) {
            if (isBorder(lines, i, '=')) {
                headEnd = i - at;
            }
        }
        TextGrid grid = new TextGrid(lines, at, end);
        Map<Integer, List<Block.Table.Cell>> byTop = new TreeMap<>();
        for (GridCells.Cell cell : cells) {
            byTop.computeIfAbsent(cell.top(), top -> new ArrayList<>()).add(cell(lines, grid, cell, parser));
        }
        List<Block.Table.Row> rows = new ArrayList<>();
        for (Map.Entry<Integer, List<Block.Table.Cell>> row : byTop.entrySet()) {
            rows.add(new Block.Table.Row(row.getKey() < headEnd, List.copyOf(row.getValue())));
        }
        return List.copyOf(rows);
    }

    private static Block.Table.Cell cell(Lines lines, TextGrid grid, GridCells.Cell cell, BlockParser parser) {
        List<Line> inner = new ArrayList<>();
        for (int row = cell.top() + 1; row < cell.bottom(); row++) {
            inner.add(grid.line(row, cell.left() + 1, cell.right()));
        }
        return TableCell.of(lines.with(inner), parser);
    }

    private static boolean isBorder(Lines lines, int at, char line) {
        if (lines.isBlank(at) || lines.get(at).isIndented() || lines.first(at) != '+') {
            return false;
        }
        String text = lines.text(at);
        boolean closed = text.length() >= 4 && text.endsWith("+") && text.charAt(1) == line;
        return closed && text.chars().allMatch(c -> c == '+' || c == line);
    }
}
