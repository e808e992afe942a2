package org.zhitu.loader.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceText;

/**
 * Takes lines that are nothing but bold for headings, as their authors do: one level below the heading before them. A
 * line that ends like a sentence or announces what follows stays text.
 */
final class BoldHeadings {
    private static final int LONGEST = 80;
    private static final String ENDS_OF_TEXT = ".。,，;；:：!！、…";
    private static final int DEEPEST_LEVEL = 6;

    private BoldHeadings() {}

    /** Returns blocks of the outermost level with such lines as headings, which are without content yet. */
    static List<Block> promoted(List<Block> blocks, SourceText source, List<Finding> findings) {
        List<Block> promoted = new ArrayList<>();
        int level = 0;
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (block instanceof Block.Section section) {
                level = section.level();
            }
            boolean followed = i + 1 < blocks.size() && !(blocks.get(i + 1) instanceof Block.Section);
            if (followed && block instanceof Block.Paragraph paragraph && isTitle(paragraph, source)) {
                Inline.Strong strong = strong(paragraph.content()).orElseThrow();
                findings.add(new Finding(
                        Finding.Severity.INFO,
                        "heading-bold",
                        source.path(),
                        paragraph.span().line(),
                        List.of(Inline.plainText(strong.content()))));
                promoted.add(new Block.Section(
                        Math.min(level + 1, DEEPEST_LEVEL),
                        strong.content(),
                        source.span(
                                strong.content().getFirst().span().offset(),
                                strong.content().getLast().span().end()),
                        List.of(),
                        paragraph.span()));
            } else {
                promoted.add(block);
            }
        }
        return promoted;
    }

    /** Returns the bold text that is the whole content, slanted or not. */
    private static Optional<Inline.Strong> strong(List<Inline> content) {
        if (content.size() != 1) {
            return Optional.empty();
        }
        if (content.getFirst() instanceof Inline.Emphasis emphasis) {
            return strong(emphasis.content());
        }
        return content.getFirst() instanceof Inline.Strong strong
                        && !strong.content().isEmpty()
                ? Optional.of(strong)
                : Optional.empty();
    }

    private static boolean isTitle(Block.Paragraph paragraph, SourceText source) {
        Optional<Inline.Strong> strong = strong(paragraph.content());
        if (strong.isEmpty()) {
            return false;
        }
        String text = Inline.plainText(strong.get().content()).strip();
        boolean line = !text.isEmpty()
                && text.length() <= LONGEST
                && source.text(paragraph.span()).indexOf('\n') < 0;
        return line && ENDS_OF_TEXT.indexOf(text.charAt(text.length() - 1)) < 0;
    }
}
