package org.zhitu.loader.document;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/** Nests blocks under the headings before them. */
public final class Outline {
    private Outline() {}

    /**
     * Returns the blocks as a tree: each section gets all that follows until the next one of its level or further out.
     *
     * @param blocks blocks in the order of the text, the sections among them still without content
     */
    public static List<Block> nest(List<Block> blocks, SourceText source) {
        if (blocks.stream().noneMatch(Block.Section.class::isInstance)) {
            return List.copyOf(blocks);
        }
        Level top = new Level(null);
        List<Level> open = new ArrayList<>(List.of(top));
        for (Block block : blocks) {
            if (block instanceof Block.Section section) {
                while (open.size() > 1 && open.getLast().depth() >= section.level()) {
                    close(open, source);
                }
                open.add(new Level(section));
            } else {
                open.getLast().blocks.add(block);
            }
        }
        while (open.size() > 1) {
            close(open, source);
        }
        return List.copyOf(top.blocks);
    }

    private static void close(List<Level> open, SourceText source) {
        Block.Section section = open.removeLast().toSection(source);
        open.getLast().blocks.add(section);
    }

    private static final class Level {
        private final Block.@Nullable Section heading;
        private final List<Block> blocks = new ArrayList<>();

        Level(Block.@Nullable Section heading) {
            this.heading = heading;
        }

        int depth() {
            return heading == null ? 0 : heading.level();
        }

        Block.Section toSection(SourceText source) {
            if (heading == null) {
                throw new IllegalStateException("the outermost level is no section");
            }
            SourceSpan span = heading.span();
            int end = blocks.isEmpty()
                    ? span.end()
                    : Math.max(span.end(), blocks.getLast().span().end());
            return new Block.Section(
                    heading.level(),
                    heading.title(),
                    heading.titleSpan(),
                    List.copyOf(blocks),
                    source.span(span.offset(), end));
        }
    }
}
