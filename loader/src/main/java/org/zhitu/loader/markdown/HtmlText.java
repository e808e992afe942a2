package org.zhitu.loader.markdown;

import java.util.Arrays;
import java.util.List;
import org.commonmark.node.HtmlBlock;
import org.zhitu.loader.source.SourceSpan;

/** The characters of a block of HTML, each with its place in the note. Immutable. */
final class HtmlText {
    private final Origin origin;
    private final String text;
    private final int[] starts;
    private final int[] offsets;
    private final int[] lengths;

    private HtmlText(Origin origin, String text, int[] starts, int[] offsets, int[] lengths) {
        this.origin = origin;
        this.text = text;
        this.starts = starts;
        this.offsets = offsets;
        this.lengths = lengths;
    }

    static HtmlText of(HtmlBlock block, Origin origin) {
        String text = block.getLiteral();
        List<org.commonmark.node.SourceSpan> spans = block.getSourceSpans();
        int[] starts = new int[spans.size()];
        int[] offsets = new int[spans.size()];
        int[] lengths = new int[spans.size()];
        int start = 0;
        for (int i = 0; i < spans.size(); i++) {
            starts[i] = start;
            offsets[i] = origin.offset(spans.get(i));
            lengths[i] = spans.get(i).getLength();
            int end = text.indexOf('\n', start);
            start = end < 0 ? text.length() : end + 1;
        }
        return new HtmlText(origin, text, starts, offsets, lengths);
    }

    String text() {
        return text;
    }

    /** Returns where in the note a part stands. */
    SourceSpan span(int from, int to) {
        int start = offset(from);
        return origin.source().span(start, to > from ? Math.max(start, offset(to - 1) + 1) : start);
    }

    private int offset(int index) {
        int found = Arrays.binarySearch(starts, index);
        int line = found >= 0 ? found : Math.max(0, -found - 2);
        int end = offsets[line] + lengths[line];
        return Math.min(offsets[line] + index - starts[line], Math.max(offsets[line], end - 1));
    }
}
