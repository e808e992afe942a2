package org.zhitu.loader.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhitu.loader.source.SourceSpan;

/** A block of a note. Every block knows the stretch of text it was read from. */
public sealed interface Block {
    /** Returns the stretch of text the block was read from. */
    SourceSpan span();

    /**
     * A heading and all that stands under it, subsections included.
     *
     * @param level     1 for the outermost
     * @param title     the heading's content
     * @param titleSpan the heading's own text, without adornment or marker
     */
    record Section(int level, List<Inline> title, SourceSpan titleSpan, List<Block> blocks, SourceSpan span)
            implements Block {}

    /** Running text. */
    record Paragraph(List<Inline> content, SourceSpan span) implements Block {}

    /** Lines whose breaks matter, as RST's {@code | } lines. */
    record LineBlock(List<Line> lines, SourceSpan span) implements Block {
        /**
         * One line.
         *
         * @param indent nesting depth, 0 for none
         */
        public record Line(List<Inline> content, int indent, SourceSpan span) {}
    }

    /** A bulleted or numbered list. */
    record ListBlock(boolean ordered, List<Item> items, SourceSpan span) implements Block {
        /**
         * One item.
         *
         * @param marker the bullet or enumerator as written, such as {@code -} or {@code 3.}
         */
        public record Item(String marker, List<Block> blocks, SourceSpan span) {}
    }

    /** Terms with what they mean. */
    record DefinitionList(List<Definition> items, SourceSpan span) implements Block {
        /** One term with its definition. */
        public record Definition(List<Inline> term, List<Block> blocks, SourceSpan span) {}
    }

    /** Named fields, as RST's {@code :name: body} or the front matter of Markdown. */
    record FieldList(List<Field> fields, SourceSpan span) implements Block {
        /** One field. */
        public record Field(String name, List<Block> blocks, SourceSpan span) {}
    }

    /** Text kept as it is: code, a literal or doctest block. */
    record CodeBlock(Optional<String> language, String text, SourceSpan span) implements Block {}

    /** A displayed formula in TeX. */
    record MathBlock(String tex, SourceSpan span) implements Block {}

    /** A table; rows may be of different lengths. */
    record Table(List<Row> rows, SourceSpan span) implements Block {
        /** One row. */
        public record Row(boolean header, List<Cell> cells) {}

        /** One cell. */
        public record Cell(List<Block> blocks, SourceSpan span) {}
    }

    /** An image that stands by itself, with its caption. */
    record Figure(Inline.Image image, List<Block> caption, SourceSpan span) implements Block {}

    /** A quotation. */
    record Quote(List<Block> blocks, SourceSpan span) implements Block {}

    /** A line between parts. */
    record Transition(SourceSpan span) implements Block {}

    /** Text that is not part of what the note says. */
    record Comment(String text, SourceSpan span) implements Block {}

    /** A footnote or citation. */
    record Footnote(String label, List<Block> blocks, SourceSpan span) implements Block {}

    /**
     * A named construct: an admonition or callout, a table of contents, what unfolds at a click ({@code details}),
     * anything that the reader does not know.
     *
     * @param name     as written, such as {@code note} or {@code toctree}
     * @param argument the rest of its first line
     * @param title    what a reader sees above its body, such as the summary of {@code details}; empty for none
     * @param options  its options in order
     * @param blocks   its body where the body is text of the note, else empty
     * @param raw      its body as written
     */
    record Directive(
            String name,
            String argument,
            List<Inline> title,
            Map<String, String> options,
            List<Block> blocks,
            String raw,
            SourceSpan span)
            implements Block {
        /** Says whether the author marks with it what is still to be done. */
        public boolean isTodo() {
            return name.equalsIgnoreCase("todo");
        }
    }

    /** HTML kept as written; images and links in it are given beside it. */
    record HtmlBlock(String html, List<Inline> references, SourceSpan span) implements Block {}

    /**
     * Returns what a reader sees, without markup: lines as lines, one blank line between blocks. Images, comments and
     * transitions give nothing, footnotes their text.
     */
    static String plainText(List<Block> blocks) {
        return PlainText.of(blocks);
    }
}
