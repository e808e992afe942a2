package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/** Running text cut at an offset of the note, and all pieces of it that a tree of blocks holds. */
final class Inlines {
    private Inlines() {}

    /** Returns the pieces that lie between two offsets of the note; a text that reaches beyond is cut. */
    static List<Inline> between(List<Inline> content, int from, int to, SourceText source) {
        List<Inline> kept = new ArrayList<>();
        for (Inline inline : content) {
            SourceSpan span = inline.span();
            if (span.end() <= from || span.offset() >= to) {
                continue;
            }
            boolean inside = span.offset() >= from && span.end() <= to;
            if (inside) {
                kept.add(inline);
            } else if (inline instanceof Inline.Text text) {
                kept.add(cut(text, from, to, source));
            } else if (inline instanceof Inline.Strong strong) {
                kept.add(new Inline.Strong(between(strong.content(), from, to, source), span));
            } else if (inline instanceof Inline.Emphasis emphasis) {
                kept.add(new Inline.Emphasis(between(emphasis.content(), from, to, source), span));
            } else {
                kept.add(inline);
            }
        }
        return kept;
    }

    /** Hands over every piece of running text with the section it stands in, in the order of the text. */
    static void forEach(Document document, Consumer<Placed> sink) {
        new Walk(sink).blocks(document.blocks());
    }

    /**
     * A piece of running text.
     *
     * @param section the number of its section; -1 before the first
     * @param block   the innermost block that holds it
     * @param line    the content it is a part of
     */
    record Placed(Inline inline, int section, Block block, List<Inline> line) {}

    private static Inline.Text cut(Inline.Text text, int from, int to, SourceText source) {
        Prose prose = Prose.of(List.of(text), source);
        int start = 0;
        int end = prose.text().length();
        while (start < end && prose.offset(start) < from) {
            start++;
        }
        while (end > start && prose.offset(end - 1) >= to) {
            end--;
        }
        return new Inline.Text(prose.text().substring(start, end), prose.span(start, end));
    }

    private static final class Walk {
        private final Consumer<Placed> sink;
        private int sections = 0;
        private int section = -1;

        Walk(Consumer<Placed> sink) {
            this.sink = sink;
        }

        void blocks(List<Block> blocks) {
            blocks.forEach(this::block);
        }

        private void block(Block block) {
            switch (block) {
                case Block.Section s -> {
                    int around = section;
                    section = sections++;
                    line(s.title(), s, s.title());
                    blocks(s.blocks());
                    section = around;
                }
                case Block.Paragraph p -> line(p.content(), p, p.content());
                case Block.LineBlock l -> l.lines().forEach(each -> line(each.content(), l, each.content()));
                case Block.ListBlock l -> l.items().forEach(item -> blocks(item.blocks()));
                case Block.DefinitionList l ->
                    l.items().forEach(item -> {
                        line(item.term(), l, item.term());
                        blocks(item.blocks());
                    });
                case Block.FieldList f -> f.fields().forEach(field -> blocks(field.blocks()));
                case Block.CodeBlock c -> {}
                case Block.MathBlock m -> {}
                case Block.Table t -> t.rows().forEach(row -> row.cells().forEach(cell -> blocks(cell.blocks())));
                case Block.Figure f -> {
                    line(List.of(f.image()), f, List.of(f.image()));
                    blocks(f.caption());
                }
                case Block.Quote q -> blocks(q.blocks());
                case Block.Transition t -> {}
                case Block.Comment c -> {}
                case Block.Footnote f -> blocks(f.blocks());
                case Block.Directive d -> blocks(d.blocks());
                case Block.HtmlBlock h -> line(h.references(), h, h.references());
            }
        }

        private void line(List<Inline> content, Block block, List<Inline> line) {
            for (Inline inline : content) {
                sink.accept(new Placed(inline, section, block, line));
                line(inline.inner(), block, line);
            }
        }
    }
}
