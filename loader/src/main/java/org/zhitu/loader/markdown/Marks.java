package org.zhitu.loader.markdown;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.Nodes;
import org.commonmark.node.SourceSpans;
import org.commonmark.parser.delimiter.DelimiterProcessor;
import org.commonmark.parser.delimiter.DelimiterRun;

/** Takes the signs off text that is highlighted, {@code ==a==}, or struck out, {@code ~~a~~}. */
final class Marks implements DelimiterProcessor {
    private final char sign;

    Marks(char sign) {
        this.sign = sign;
    }

    /** Text with a line through it or a colour behind it. */
    static final class Marked extends CustomNode {}

    @Override
    public char getOpeningCharacter() {
        return sign;
    }

    @Override
    public char getClosingCharacter() {
        return sign;
    }

    @Override
    public int getMinLength() {
        return 2;
    }

    @Override
    public int process(DelimiterRun opening, DelimiterRun closing) {
        if (opening.length() != 2 || closing.length() != 2) {
            return 0;
        }
        Node opener = opening.getOpener();
        Node marked = new Marked();
        SourceSpans spans = new SourceSpans();
        spans.addAllFrom(opening.getOpeners(2));
        for (Node node : Nodes.between(opener, closing.getCloser())) {
            marked.appendChild(node);
            spans.addAll(node.getSourceSpans());
        }
        spans.addAllFrom(closing.getClosers(2));
        marked.setSourceSpans(spans.getSourceSpans());
        opener.insertAfter(marked);
        return 2;
    }
}
