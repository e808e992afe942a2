package org.zhitu.loader.markdown;

import java.util.List;
import org.commonmark.node.Node;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/** Where in the note the lines stand that are being parsed: those of the whole note, or of a part of it. Immutable. */
final class Origin {
    private final SourceText source;
    private final int[] lineStarts;

    private Origin(SourceText source, int[] lineStarts) {
        this.source = source;
        this.lineStarts = lineStarts;
    }

    SourceText source() {
        return source;
    }

    static Origin of(SourceText source) {
        int[] starts = new int[source.lineCount()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = source.lineStart(i + 1);
        }
        return new Origin(source, starts);
    }

    /** Returns the origin of a single line that starts at an offset of the note. */
    static Origin at(SourceText source, int offset) {
        return new Origin(source, new int[] {offset});
    }

    /** Says whether the parser told where a node stands. */
    static boolean isKnown(Node node) {
        return !node.getSourceSpans().isEmpty();
    }

    int start(Node node) {
        return offset(node.getSourceSpans().getFirst());
    }

    int end(Node node) {
        org.commonmark.node.SourceSpan last = node.getSourceSpans().getLast();
        return offset(last) + last.getLength();
    }

    SourceSpan span(Node node) {
        return source.span(start(node), end(node));
    }

    int offset(org.commonmark.node.SourceSpan span) {
        return lineStarts[span.getLineIndex()] + span.getColumnIndex();
    }

    /** Returns where the lines of a part stand. */
    Origin within(List<org.commonmark.node.SourceSpan> lines) {
        return new Origin(source, lines.stream().mapToInt(this::offset).toArray());
    }
}
