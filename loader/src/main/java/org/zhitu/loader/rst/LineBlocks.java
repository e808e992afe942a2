package org.zhitu.loader.rst;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;

/** Lines that start with a vertical bar; indented lines without one go on with the line before. */
final class LineBlocks implements Construct {
    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        List<Block.LineBlock.Line> read = new ArrayList<>();
        Deque<Integer> indents = new ArrayDeque<>();
        int next = at;
        while (next < lines.size()
                && !lines.get(next).isBlank()
                && !lines.get(next).isIndented()
                && lines.first(next) == '|'
                && ListItem.endsAfterMarker(lines, next, 1)) {
            int end = next + 1;
            while (end < lines.size() && lines.get(end).isIndented()) {
                end++;
            }
            Line first = lines.get(next).after(lines.source(), 1);
            int indent = first.column() - lines.get(next).column();
            Lines content = lines.under(first, next + 1, end, Integer.MAX_VALUE);
            List<Inline> inlines = first.isBlank() && end == next + 1
                    ? List.of()
                    : parser.inlines(content, first.isBlank() ? 1 : 0, content.size());
            read.add(new Block.LineBlock.Line(
                    inlines,
                    first.isBlank() ? Math.max(0, indents.size() - 1) : depth(indents, indent),
                    lines.span(next, end)));
            next = end;
        }
        if (read.isEmpty()) {
            return at;
        }
        into.add(new Block.LineBlock(List.copyOf(read), lines.span(at, next)));
        return next;
    }

    /** Returns how deep a line of this indentation stands under those before it. */
    private static int depth(Deque<Integer> indents, int indent) {
        while (indents.size() > 1 && indents.getLast() > indent) {
            indents.removeLast();
        }
        if (indents.isEmpty() || indents.getLast() < indent) {
            indents.addLast(indent);
        }
        return indents.size() - 1;
    }
}
