package org.zhitu.loader.markdown;

import org.commonmark.node.CustomBlock;

/** A formula that stands by itself. */
final class FormulaBlock extends CustomBlock {
    private final StringBuilder tex = new StringBuilder();

    void add(CharSequence line) {
        if (!tex.isEmpty()) {
            tex.append('\n');
        }
        tex.append(line);
    }

    String tex() {
        return tex.toString().strip();
    }
}
