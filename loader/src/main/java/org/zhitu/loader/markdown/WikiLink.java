package org.zhitu.loader.markdown;

import org.commonmark.node.CustomNode;

/** A link to another note by its name, as Obsidian writes it. */
final class WikiLink extends CustomNode {
    private final String target;
    private final String label;
    private final boolean embedded;

    WikiLink(String target, String label, boolean embedded) {
        this.target = target;
        this.label = label;
        this.embedded = embedded;
    }

    String target() {
        return target;
    }

    String label() {
        return label;
    }

    /** Says whether what it leads to is to be shown in its place. */
    boolean isEmbedded() {
        return embedded;
    }
}
