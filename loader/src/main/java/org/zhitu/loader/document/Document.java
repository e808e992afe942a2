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

    /** Returns all sections in the order of the text. */
    public List<Block.Section> sections() {
        List<Block.Section> sections = new ArrayList<>();
        collect(blocks, sections);
        return sections;
    }

    /** Returns the plain text of the first heading. */
    public Optional<String> title() {
        return sections().stream().findFirst().map(section -> Inline.plainText(section.title()));
    }

    private static void collect(List<Block> blocks, List<Block.Section> into) {
        for (Block block : blocks) {
            if (block instanceof Block.Section section) {
                into.add(section);
                collect(section.blocks(), into);
            }
        }
    }
}
