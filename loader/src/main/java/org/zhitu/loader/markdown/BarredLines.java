package org.zhitu.loader.markdown;

import java.util.ArrayList;
import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/** Lines between vertical bars that a reader sees as a table, though the line of dashes is missing. */
final class BarredLines {
    private static final int LEAST_BARS = 3;
    private static final int LONGEST = 20_000;

    private BarredLines() {}

    /** Says whether a paragraph is nothing but such lines, two or more. */
    static boolean is(String paragraph) {
        if (paragraph.isEmpty() || paragraph.charAt(0) != '|' || paragraph.length() > LONGEST) {
            return false;
        }
        List<String> lines = paragraph.lines().map(String::strip).toList();
        return lines.size() > 1
                && lines.stream()
                        .allMatch(line -> line.startsWith("|")
                                && line.endsWith("|")
                                && line.chars().filter(c -> c == '|').count() >= LEAST_BARS);
    }

    static Block table(String paragraph, SourceSpan span, InlineConverter inlines) {
        SourceText source = inlines.source();
        List<Block.Table.Row> rows = new ArrayList<>();
        for (int line = span.line(); line <= source.lineAt(span.offset() + paragraph.length() - 1); line++) {
            int from = source.text().indexOf('|', Math.max(span.offset(), source.lineStart(line)));
            int to = Math.min(
                    span.end(),
                    source.lineStart(line) + source.line(line).stripTrailing().length());
            rows.add(new Block.Table.Row(false, cells(from + 1, to, inlines)));
        }
        return new Block.Table(List.copyOf(rows), span);
    }

    private static List<Block.Table.Cell> cells(int from, int to, InlineConverter inlines) {
        String text = inlines.source().text();
        List<Block.Table.Cell> cells = new ArrayList<>();
        int start = from;
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '|') {
                cells.add(cell(start, i, inlines));
                start = i + 1;
            }
        }
        return List.copyOf(cells);
    }

    private static Block.Table.Cell cell(int from, int to, InlineConverter inlines) {
        String text = inlines.source().text();
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        SourceSpan span = inlines.source().span(start, end);
        List<Inline> content = start == end ? List.of() : inlines.parsed(text.substring(start, end), start);
        return new Block.Table.Cell(content.isEmpty() ? List.of() : List.of(new Block.Paragraph(content, span)), span);
    }
}
