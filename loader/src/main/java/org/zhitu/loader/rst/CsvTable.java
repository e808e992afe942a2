package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.SourceSpan;

/** A table written as comma-separated values. */
final class CsvTable {
    private final Lines lines;
    private final String text;
    private final char separator;
    private final BlockParser parser;
    private final List<Block.Table.Cell> cells = new ArrayList<>();
    private final List<Line> cell = new ArrayList<>();
    private boolean quoted;

    private CsvTable(Lines lines, char separator, BlockParser parser) {
        this.lines = lines;
        this.text = lines.source();
        this.separator = separator;
        this.parser = parser;
    }

    static Block read(DirectiveText text, SourceSpan span, BlockParser parser) {
        char separator = separator(text.options().getOrDefault("delim", ","));
        List<Block.Table.Row> rows = new ArrayList<>();
        String header = text.options().getOrDefault("header", "");
        if (!header.isEmpty()) {
            rows.add(new Block.Table.Row(true, header(header, separator, span)));
        }
        int headers = rows.size() + headerRows(text);
        new CsvTable(text.content(), separator, parser).addRows(headers, rows);
        return new Block.Table(List.copyOf(rows), span);
    }

    static int headerRows(DirectiveText text) {
        String number = text.options().getOrDefault("header-rows", "0");
        return number.length() < 4 ? Math.max(0, Enumerator.value(Enumerator.Sequence.ARABIC, number)) : 0;
    }

    private static char separator(String option) {
        return switch (option) {
            case "tab" -> '\t';
            case "space" -> ' ';
            default -> option.length() == 1 ? option.charAt(0) : ',';
        };
    }

    private static List<Block.Table.Cell> header(String header, char separator, SourceSpan span) {
        List<Block.Table.Cell> cells = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i <= header.length(); i++) {
            boolean ends = i == header.length() || (header.charAt(i) == separator && !quoted);
            if (ends) {
                String words = header.substring(from, i).strip().replace("\"", "");
                Block paragraph = new Block.Paragraph(List.of(new Inline.Text(words, span)), span);
                cells.add(new Block.Table.Cell(List.of(paragraph), span));
                from = i + 1;
            } else if (header.charAt(i) == '"') {
                quoted = !quoted;
            }
        }
        return List.copyOf(cells);
    }

    private void addRows(int headers, List<Block.Table.Row> into) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.isBlank(i) && !quoted) {
                continue;
            }
            addLine(lines.get(i));
            if (!quoted) {
                into.add(new Block.Table.Row(into.size() < headers, List.copyOf(cells)));
                cells.clear();
            }
        }
        if (!cells.isEmpty() || !cell.isEmpty()) {
            endCell();
            into.add(new Block.Table.Row(false, List.copyOf(cells)));
        }
    }

    private void addLine(Line line) {
        int from = line.start();
        for (int i = line.start(); i < line.end(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                if (!quoted && cell.isEmpty() && text.substring(from, i).isBlank()) {
                    quoted = true;
                    from = i + 1;
                } else if (quoted && i + 1 < line.end() && text.charAt(i + 1) == '"') {
                    i++;
                } else if (quoted) {
                    quoted = false;
                    cell.add(Line.of(text, from, i));
                    from = i + 1;
                }
            } else if (c == separator && !quoted) {
                addRest(from, i);
                endCell();
                from = i + 1;
            }
        }
        addRest(from, line.end());
        if (!quoted) {
            endCell();
        }
    }

    private void addRest(int from, int to) {
        if (quoted || !text.substring(from, to).isBlank()) {
            cell.add(Line.of(text, from, to));
        }
    }

    private void endCell() {
        cells.add(TableCell.of(lines.with(List.copyOf(cell)), parser));
        cell.clear();
    }
}
