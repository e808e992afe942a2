package org.zhitu.loader.document;

import java.util.List;

/** Writes blocks without their markup. */
public final class PlainText {
    private final StringBuilder text = new StringBuilder();

    private PlainText() {}

    /** Returns what a reader sees, a blank line between blocks, without blanks around it. */
    public static String of(List<Block> blocks) {
        PlainText plain = new PlainText();
        blocks.forEach(plain::block);
        return plain.text.toString().strip();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Section s -> {
                paragraph(Inline.plainText(s.title()));
                s.blocks().forEach(this::block);
            }
            case Block.Paragraph p -> paragraph(Inline.plainText(p.content()));
            case Block.LineBlock l -> {
                l.lines().forEach(line -> line(Inline.plainText(line.content())));
                gap();
            }
            case Block.ListBlock l -> {
                l.items().forEach(item -> line(item.marker() + " " + of(item.blocks())));
                gap();
            }
            case Block.DefinitionList d ->
                d.items().forEach(item -> paragraph(Inline.plainText(item.term()) + "\n" + of(item.blocks())));
            case Block.FieldList f -> {
                f.fields().forEach(field -> line(field.name() + ": " + of(field.blocks())));
                gap();
            }
            case Block.CodeBlock c -> paragraph(c.text());
            case Block.MathBlock m -> paragraph(m.tex());
            case Block.Table t -> {
                t.rows().forEach(this::row);
                gap();
            }
            case Block.Figure f -> f.caption().forEach(this::block);
            case Block.Quote q -> q.blocks().forEach(this::block);
            case Block.Transition t -> {}
            case Block.Comment c -> {}
            case Block.Footnote f -> f.blocks().forEach(this::block);
            case Block.Directive d -> {
                paragraph(Inline.plainText(d.title()));
                d.blocks().forEach(this::block);
            }
            case Block.HtmlBlock h -> paragraph(Inline.plainText(h.references()));
        }
    }

    private void row(Block.Table.Row row) {
        line(String.join(
                " | ", row.cells().stream().map(cell -> of(cell.blocks())).toList()));
    }

    private void line(String line) {
        if (!line.isBlank()) {
            text.append(line.strip()).append('\n');
        }
    }

    private void paragraph(String paragraph) {
        if (!paragraph.isBlank()) {
            text.append(paragraph.strip());
            text.append('\n');
            gap();
        }
    }

    private void gap() {
        boolean open = text.length() > 1 && text.charAt(text.length() - 2) != '\n';
        if (open) {
            text.append('\n');
        }
    }
}
