package org.zhitu.loader.rst;

import org.zhitu.loader.document.Block;

/** An item of a list: a marker, and blocks that stand right of it. */
final class ListItem {
    private ListItem() {}

    /** Says whether white space or the end of the line follows a marker. */
    static boolean endsAfterMarker(Lines lines, int at, int marker) {
        Line line = lines.get(at);
        int after = line.start() + marker;
        return after == line.end()
                || (after < line.end() && isSpace(lines.source().charAt(after)));
    }

    /** Returns the index after the item's last line. */
    static int end(Lines lines, int at, int marker) {
        Line first = lines.get(at).after(lines.source(), marker);
        int width = first.isBlank() ? 1 : first.column() - lines.get(at).column();
        return Math.max(at + 1, lines.endOfIndented(at + 1, width));
    }

    static Block.ListBlock.Item read(Lines lines, int at, int end, int marker, BlockParser parser) {
        return new Block.ListBlock.Item(
                lines.text(at).substring(0, marker), parser.nested(body(lines, at, end, marker)), lines.span(at, end));
    }

    static Lines body(Lines lines, int at, int end, int marker) {
        Line first = lines.get(at).after(lines.source(), marker);
        return first.isBlank()
                ? lines.under(first, at + 1, end)
                : lines.under(first, at + 1, end, first.column() - lines.get(at).column());
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t';
    }
}
