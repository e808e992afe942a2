package org.zhitu.loader.rst;

import java.util.List;
import org.zhitu.loader.document.Block;

/** The short form of a target without a name: two underscores and an address. */
final class AnonymousTarget implements Construct {
    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        if (!lines.text(at).startsWith("__ ")) {
            return at;
        }
        int end = Math.max(at + 1, lines.endOfIndented(at + 1, 1));
        ExplicitMarkup.defineAnonymous(lines.verbatim(at, end).substring(3), parser.draft());
        return end;
    }
}
