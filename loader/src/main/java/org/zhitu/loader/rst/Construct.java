package org.zhitu.loader.rst;

import java.util.List;
import org.zhitu.loader.document.Block;

/** One kind of block. */
interface Construct {
    /**
     * Reads the block that starts at a line, which is neither blank nor indented.
     *
     * @param into gets the block, or the blocks
     * @return the index of the line to go on with; {@code at} where the lines are none of this kind
     */
    int read(Lines lines, int at, BlockParser parser, List<Block> into);
}
