package org.zhitu.loader.extract;

import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;

/** Blocks as plain text: what a reader sees, one blank line between blocks. */
final class PlainText {
    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    static String of(List<Block> blocks) {
        PlainText plain = new PlainText();
        blocks.forEach(plain::add);
        return plain.text.toString().strip();
    }

    private void add(Block block) {
        switch (block) {
            case Block.Section s -> {
                paragraph(Inline.plainText(s.title()));
                s.blocks().forEach(this::add);
            }
            case Block.Paragraph p -> paragraph(Inline.plainText(p.content()));
            case Block.LineBlock l -> {
                l.lines().forEach(line -> line(Inline.plainText(line.content())));
                text.append('\n');
            }
            case Block.ListBlock l -> {
                l.items().forEach(item -> line(item.marker() + " " + of(item.blocks())));
                text.append('\n');
            }
            case Block.DefinitionList l ->
                l.items().forEach(item -> paragraph(Inline.plainText(item.term()) + "\n" + of(item.blocks())));
            case Block.FieldList f -> f.fields().forEach(field -> line(field.name() + ": " + of(field.blocks())));
            case Block.CodeBlock c -> paragraph(c.text());
            case Block.MathBlock m -> paragraph(m.tex());
            case Block.Table t -> {
                for (Block.Table.Row row : t.rows()) {
                    line(String.join(
                            " | ",
                            row.cells().stream().map(cell -> of(cell.blocks())).toList()));
                }
                text.append('\n');
            }
            case Block.Figure f -> f.caption().forEach(this::add);
            case Block.Quote q -> q.blocks().forEach(this::add);
            case Block.Transition t -> {}
            case Block.Comment c -> {}
            case Block.Footnote f -> f.blocks().forEach(this::add);
            case Block.Directive d -> d.blocks().forEach(this::add);
            case Block.HtmlBlock h -> paragraph(Inline.plainText(h.references()));
        }
    }

    private void line(String line) {
        if (!line.isBlank()) {
            text.append(line.strip()).append('\n');
        }
    }

    private void paragraph(String paragraph) {
        if (!paragraph.isBlank()) {
            text.append(paragraph.strip()).append("\n\n");
        }
    }
}
