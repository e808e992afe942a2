package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.source.SourceSpan;

/** A table written as a list of lists. */
final class ListTable {
    private ListTable() {}

    static Block read(DirectiveText text, SourceSpan span, BlockParser parser) {
        int headers = CsvTable.headerRows(text);
        List<Block.Table.Row> rows = new ArrayList<>();
        for (Block block : parser.nested(text.content())) {
            if (block instanceof Block.ListBlock list) {
                for (Block.ListBlock.Item item : list.items()) {
                    rows.add(new Block.Table.Row(rows.size() < headers, cells(item)));
                }
            }
        }
        return new Block.Table(List.copyOf(rows), span);
    }

    private static List<Block.Table.Cell> cells(Block.ListBlock.Item item) {
        List<Block.Table.Cell> cells = new ArrayList<>();
        for (Block block : item.blocks()) {
            if (block instanceof Block.ListBlock inner) {
                inner.items().forEach(cell -> cells.add(new Block.Table.Cell(cell.blocks(), cell.span())));
            } else {
                cells.add(new Block.Table.Cell(List.of(block), block.span()));
            }
        }
        return List.copyOf(cells);
    }
}
