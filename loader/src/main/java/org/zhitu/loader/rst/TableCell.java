package org.zhitu.loader.rst;

import java.util.List;
import org.zhitu.loader.document.Block;

/** A cell of a table from its lines. */
final class TableCell {
    private TableCell() {}

    static Block.Table.Cell of(Lines lines, BlockParser parser) {
        Lines inner = lines.trimmed();
        if (inner.size() == 0) {
            int start = lines.size() == 0 ? 0 : lines.get(0).start();
            return new Block.Table.Cell(List.of(), parser.source().span(start, start));
        }
        Lines flush = inner.dedented(0, inner.size());
        return new Block.Table.Cell(List.copyOf(parser.nested(flush)), flush.span(0, flush.size()));
    }
}
