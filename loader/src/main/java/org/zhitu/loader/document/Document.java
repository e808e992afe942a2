package org.zhitu.loader.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceText;

/**
 * A note once read: a tree of blocks, whichever syntax it was written in.
 *
 * @param source   the text it was read from
 * @param blocks   its blocks in order; content before the first heading comes first, sections nest by level
 * @param findings what the reader had to put up with, by line
 */
public record Document(SourceText source, List<Block> blocks, List<Finding> findings) {
    public Document {
        blocks = List.copyOf(blocks);
        findings = List.copyOf(findings);
    }

    /** Returns all sections in the order of the text, those inside other blocks included. */
    public List<Block.Section> sections() {
        List<Block.Section> sections = new ArrayList<>();
        collect(blocks, sections);
        return sections;
    }

    /** Returns the title that the note gives itself in front of everything else, else the plain text of the first heading. */
    public Optional<String> title() {
        return fieldOfTitle()
                .map(field -> PlainText.of(field.blocks()).strip())
                .or(() -> sections().stream().findFirst().map(section -> Inline.plainText(section.title())));
    }

    /** Returns the field named title, where the note begins with fields and that one is not empty. */
    public Optional<Block.FieldList.Field> fieldOfTitle() {
        return blocks.isEmpty() || !(blocks.getFirst() instanceof Block.FieldList list)
                ? Optional.empty()
                : list.fields().stream()
                        .filter(field -> field.name().equalsIgnoreCase("title"))
                        .filter(field -> !PlainText.of(field.blocks()).isBlank())
                        .findFirst();
    }

    private static void collect(List<Block> blocks, List<Block.Section> into) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Section section -> {
                    into.add(section);
                    collect(section.blocks(), into);
                }
                case Block.Directive directive -> collect(directive.blocks(), into);
                case Block.Quote quote -> collect(quote.blocks(), into);
                case Block.ListBlock list -> list.items().forEach(item -> collect(item.blocks(), into));
                case Block.DefinitionList list -> list.items().forEach(item -> collect(item.blocks(), into));
                case Block.Footnote footnote -> collect(footnote.blocks(), into);
                case Block.Paragraph p -> {}
                case Block.LineBlock l -> {}
                case Block.FieldList f -> {}
                case Block.CodeBlock c -> {}
                case Block.MathBlock m -> {}
                case Block.Table t -> {}
                case Block.Figure f -> {}
                case Block.Transition t -> {}
                case Block.Comment c -> {}
                case Block.HtmlBlock h -> {}
            }
        }
    }
}
