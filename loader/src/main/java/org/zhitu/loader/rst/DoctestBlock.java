package org.zhitu.loader.rst;

import java.util.List;
import java.util.Optional;
import org.zhitu.loader.document.Block;

/** A session of the Python interpreter, from {@code >>>} to the next blank line. */
final class DoctestBlock implements Construct {
    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        String prompt = ">>>";
        if (!lines.text(at).startsWith(prompt) || !ListItem.endsAfterMarker(lines, at, prompt.length())) {
            return at;
        }
        int end = lines.endOfUnbroken(at);
        into.add(new Block.CodeBlock(Optional.of("python"), lines.verbatim(at, end), lines.span(at, end)));
        return end;
    }
}
