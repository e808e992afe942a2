package org.zhitu.loader.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Block;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table drawn with vertical bars. Goes by GitHub's rules, but loses nothing: a row keeps the cells that it has,
 * more or fewer than the heading, and a line of dashes with another number of columns still makes a table.
 *
 * @see <a href="https://github.github.com/gfm/#tables-extension-">GitHub's rules for tables</a>
 */
final class PipeTableParser extends AbstractBlockParser {
    /** The most cells of a row; what follows stays in the last one. */
    private static final int MOST_CELLS = 500;

    private final Grid table = new Grid();
    private final List<SourceLine> rows = new ArrayList<>();

    private PipeTableParser(SourceLine header, boolean uneven) {
        this.table.uneven = uneven;
        rows.add(header);
    }

    /** A table that knows whether its heading fits the line of dashes. */
    static final class Grid extends TableBlock {
        private boolean uneven;

        boolean isUneven() {
            return uneven;
        }
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int columns = state.getIndent() > 3 ? 0 : columns(line, state.getNextNonSpaceIndex());
            if (columns == 0 || columns > MOST_CELLS) {
                return BlockStart.none();
            }
            List<SourceLine> paragraph = matched.getParagraphLines().getLines();
            if (paragraph.isEmpty()) {
                return BlockStart.none();
            }
            SourceLine header = paragraph.getLast();
            int cells = cells(header).size();
            boolean bars = indexOf('|', header.getContent(), 0) >= 0;
            boolean even = cells == columns && (bars || indexOf('|', line, 0) >= 0);
            boolean uneven = cells > 1 && columns > 1 && bars;
            return even || uneven
                    ? BlockStart.of(new PipeTableParser(header, !even))
                            .atIndex(line.length())
                            .replaceParagraphLines(1)
                    : BlockStart.none();
        }

        /** Returns how many columns a line of dashes draws; 0 where it is none. */
        private static int columns(CharSequence line, int from) {
            int columns = 0;
            int dashes = 0;
            boolean ended = false;
            for (int i = from; i < line.length(); i++) {
                char c = line.charAt(i);
                switch (c) {
                    case '-' -> {
                        if (ended) {
                            return 0;
                        }
                        dashes++;
                    }
                    case ':' -> ended = dashes > 0;
                    case ' ', '\t' -> ended = ended || dashes > 0;
                    case '|' -> {
                        if (dashes == 0 && i > from) {
                            return 0;
                        }
                        columns += dashes > 0 ? 1 : 0;
                        dashes = 0;
                        ended = false;
                    }
                    default -> {
                        return 0;
                    }
                }
            }
            return columns + (dashes > 0 ? 1 : 0);
        }
    }

    @Override
    public Block getBlock() {
        return table;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        CharSequence line = state.getLine().getContent();
        int from = state.getNextNonSpaceIndex();
        boolean row = from < line.length()
                && "#>`~".indexOf(line.charAt(from)) < 0
                && indexOf('|', line, from) >= 0
                && line.length() - from > 1;
        return row ? BlockContinue.atIndex(state.getIndex()) : BlockContinue.none();
    }

    @Override
    public void addLine(SourceLine line) {
        boolean delimiter = rows.size() == 1 && line.getContent().isEmpty();
        if (!delimiter) {
            rows.add(line);
        }
    }

    @Override
    public void parseInlines(InlineParser inlines) {
        Node head = new TableHead();
        table.appendChild(head);
        head.appendChild(row(rows.getFirst(), true, inlines));
        Node body = new TableBody();
        for (SourceLine line : rows.subList(1, rows.size())) {
            body.appendChild(row(line, false, inlines));
        }
        if (body.getFirstChild() != null) {
            table.appendChild(body);
        }
    }

    private static Node row(SourceLine line, boolean header, InlineParser inlines) {
        TableRow row = new TableRow();
        if (line.getSourceSpan() != null) {
            row.addSourceSpan(line.getSourceSpan());
        }
        for (SourceLine content : cells(line)) {
            TableCell cell = new TableCell();
            cell.setHeader(header);
            SourceSpan span = content.getSourceSpan();
            if (span != null) {
                cell.addSourceSpan(span);
            }
            inlines.parse(SourceLines.of(content), cell);
            row.appendChild(cell);
        }
        return row;
    }

    /** Returns the cells of a row, without the white space around them. */
    private static List<SourceLine> cells(SourceLine line) {
        CharSequence text = line.getContent();
        List<SourceLine> cells = new ArrayList<>();
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int from = 0;
        while (from < end && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        if (from < end && text.charAt(from) == '|') {
            from++;
        }
        while (from < end) {
            int bar = cells.size() + 1 < MOST_CELLS ? bar(text, from, end) : end;
            cells.add(stripped(line, from, bar));
            from = bar + 1;
        }
        return cells;
    }

    /** Returns where the next bar stands that ends a cell, or the end. */
    private static int bar(CharSequence text, int from, int end) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '|') {
                return i;
            }
        }
        return end;
    }

    private static SourceLine stripped(SourceLine line, int from, int to) {
        CharSequence text = line.getContent();
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    private static int indexOf(char c, CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == c) {
                return i;
            }
        }
        return -1;
    }
}
