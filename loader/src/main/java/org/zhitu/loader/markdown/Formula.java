package org.zhitu.loader.markdown;

import org.commonmark.node.CustomNode;

/** A formula in running text. */
final class Formula extends CustomNode {
    private final String tex;
    private final boolean display;

    Formula(String tex, boolean display) {
        this.tex = tex;
        this.display = display;
    }

    String tex() {
        return tex;
    }

    /** Says whether it is to stand on a line of its own. */
    boolean isDisplay() {
        return display;
    }
}
