package org.zhitu.loader.rst;

import java.util.List;
import org.zhitu.loader.document.Block;

/** A line of punctuation: a transition where it stands alone, else the overline of a heading. */
final class Adornment implements Construct {
    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        if (!SectionTitle.isAdornment(lines, at)) {
            return at;
        }
        boolean isLong = SectionTitle.length(lines, at) >= SectionTitle.SHORTEST;
        if (lines.isBlank(at + 1)) {
            if (!isLong) {
                return at;
            }
            into.add(new Block.Transition(lines.span(at, at + 1)));
            return at + 1;
        }
        if (isLong && lines.get(at + 1).isIndented() && !isTitle(lines, at, true)) {
            into.add(new Block.Transition(lines.span(at, at + 1)));
            return at + 1;
        }
        return isTitle(lines, at, isLong) ? title(lines, at, parser, into) : at;
    }

    private static boolean isTitle(Lines lines, int at, boolean isLong) {
        boolean framed = !SectionTitle.isAdornment(lines, at + 1)
                && !lines.isBlank(at + 2)
                && SectionTitle.isAdornment(lines, at + 2)
                && lines.text(at).equals(lines.text(at + 2));
        return framed && (isLong || DisplayWidth.of(lines.text(at + 1)) <= SectionTitle.length(lines, at));
    }

    private static int title(Lines lines, int at, BlockParser parser, List<Block> into) {
        String style = String.valueOf(lines.first(at)).repeat(2);
        SectionTitle.add(lines, at, at + 1, at + 3, style, parser, into);
        return at + 3;
    }
}
