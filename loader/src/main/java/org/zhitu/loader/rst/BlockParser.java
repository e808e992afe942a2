package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceText;

/** Reads the blocks of one level of nesting. */
final class BlockParser {
    /** Blocks nested deeper than this are read as running text. */
    static final int DEEPEST = 48;

    /** In the order in which they are tried. */
    private static final List<Construct> CONSTRUCTS = List.of(
            new BulletList(),
            new EnumeratedList(),
            new FieldLists(),
            new OptionList(),
            new DoctestBlock(),
            new LineBlocks(),
            new GridTable(),
            new SimpleTable(),
            new ExplicitMarkup(),
            new AnonymousTarget(),
            new Adornment());

    private final Draft draft;
    private final int depth;
    private final boolean sections;

    private BlockParser(Draft draft, int depth, boolean sections) {
        this.draft = draft;
        this.depth = depth;
        this.sections = sections;
    }

    static BlockParser of(Draft draft) {
        return new BlockParser(draft, 0, true);
    }

    Draft draft() {
        return draft;
    }

    SourceText source() {
        return draft.source();
    }

    /** Says whether there may be headings here. */
    boolean mayHaveSections() {
        return sections;
    }

    /** Returns the blocks that the lines hold. */
    List<Block> blocks(Lines lines) {
        List<Block> blocks = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            at = lines.isBlank(at) ? at + 1 : block(lines, at, blocks);
        }
        return blocks;
    }

    /** Returns the blocks inside another one. */
    List<Block> nested(Lines lines) {
        return nested(lines, false);
    }

    /** Returns the blocks inside another one that may have headings. */
    List<Block> nestedWithSections(Lines lines) {
        return draft.within(() -> nested(lines, sections));
    }

    List<Inline> inlines(Lines lines, int from, int to) {
        return inlines(Flow.of(source(), lines, from, to));
    }

    List<Inline> inlines(Flow flow) {
        return InlineParser.parse(draft, flow);
    }

    private List<Block> nested(Lines lines, boolean mayHaveSections) {
        Lines inner = lines.trimmed();
        if (inner.size() == 0) {
            return List.of();
        }
        if (depth == DEEPEST) {
            int start = inner.get(0).start();
            draft.find(Finding.Severity.WARN, "nesting-too-deep", start, String.valueOf(DEEPEST));
            return List.of(new Block.Paragraph(inlines(inner, 0, inner.size()), inner.span(0, inner.size())));
        }
        return new BlockParser(draft, depth + 1, mayHaveSections).blocks(inner);
    }

    private int block(Lines lines, int at, List<Block> into) {
        if (lines.get(at).isIndented()) {
            int end = lines.endOfIndented(at, 1);
            into.add(new Block.Quote(nested(lines.dedented(at, end)), lines.span(at, end)));
            return end;
        }
        if (mayBeMarkup(lines.first(at))) {
            for (Construct construct : CONSTRUCTS) {
                int next = construct.read(lines, at, this, into);
                if (next > at) {
                    return next;
                }
            }
        }
        return TextBlock.read(lines, at, this, into);
    }

    /** Says whether a block that starts with this character may be anything but text. */
    private static boolean mayBeMarkup(char first) {
        return first < 0x80 || BulletList.isBullet(first);
    }
}
