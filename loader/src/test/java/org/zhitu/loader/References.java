package org.zhitu.loader;

import java.util.ArrayList;
import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;

/** The links and images of blocks, in the order of the text. */
public final class References {
    private final List<Inline.Link> links = new ArrayList<>();
    private final List<Inline.Image> images = new ArrayList<>();
    private final List<Inline> all = new ArrayList<>();

    private References() {}

    public static References in(List<Block> blocks) {
        References references = new References();
        references.blocks(blocks);
        return references;
    }

    /** Returns where links lead that lead out of the note. */
    public List<String> links() {
        return allLinks().stream()
                .filter(link -> link.form() != Inline.Link.Form.INTERNAL)
                .map(Inline.Link::target)
                .toList();
    }

    public List<Inline.Link> allLinks() {
        return links;
    }

    public List<String> images() {
        return allImages().stream().map(Inline.Image::target).toList();
    }

    public List<Inline.Image> allImages() {
        return images;
    }

    /** Returns every piece of running text. */
    public List<Inline> all() {
        return all;
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Section s -> {
                inlines(s.title());
                blocks(s.blocks());
            }
            case Block.Paragraph p -> inlines(p.content());
            case Block.LineBlock l -> l.lines().forEach(line -> inlines(line.content()));
            case Block.ListBlock l -> l.items().forEach(item -> blocks(item.blocks()));
            case Block.DefinitionList d ->
                d.items().forEach(item -> {
                    inlines(item.term());
                    blocks(item.blocks());
                });
            case Block.FieldList f -> f.fields().forEach(field -> blocks(field.blocks()));
            case Block.CodeBlock c -> {}
            case Block.MathBlock m -> {}
            case Block.Table t -> t.rows().forEach(row -> row.cells().forEach(cell -> blocks(cell.blocks())));
            case Block.Figure f -> {
                inlines(List.of(f.image()));
                blocks(f.caption());
            }
            case Block.Quote q -> blocks(q.blocks());
            case Block.Transition t -> {}
            case Block.Comment c -> {}
            case Block.Footnote f -> blocks(f.blocks());
            case Block.Directive d -> {
                inlines(d.title());
                blocks(d.blocks());
            }
            case Block.HtmlBlock h -> inlines(h.references());
        }
    }

    private void inlines(List<Inline> content) {
        for (Inline inline : content) {
            all.add(inline);
            switch (inline) {
                case Inline.Link link -> {
                    links.add(link);
                    inlines(link.content());
                }
                case Inline.Image image -> images.add(image);
                case Inline.Emphasis e -> inlines(e.content());
                case Inline.Strong s -> inlines(s.content());
                case Inline.Text t -> {}
                case Inline.Code c -> {}
                case Inline.Formula f -> {}
                case Inline.LineBreak b -> {}
                case Inline.FootnoteReference r -> {}
                case Inline.Role r -> {}
            }
        }
    }
}
