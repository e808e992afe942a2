package org.zhitu.loader.rst;

import java.util.Arrays;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/** Running text over one or several lines, their indentation left out, every character with its place in the note. */
final class Flow {
    private final SourceText source;
    private final String text;
    private final int[] starts;
    private final int[] offsets;

    private Flow(SourceText source, String text, int[] starts, int[] offsets) {
        this.source = source;
        this.text = text;
        this.starts = starts;
        this.offsets = offsets;
    }

    static Flow of(SourceText source, Lines lines, int from, int to) {
        StringBuilder text = new StringBuilder();
        int[] starts = new int[to - from];
        int[] offsets = new int[to - from];
        for (int i = from; i < to; i++) {
            if (i > from) {
                text.append('\n');
            }
            Line line = lines.get(i);
            starts[i - from] = text.length();
            offsets[i - from] = line.start();
            text.append(source.text(), line.start(), line.end());
        }
        return new Flow(source, text.toString(), starts, offsets);
    }

    /** Returns the part between two offsets of the note, which lie in one line. */
    static Flow of(SourceText source, int start, int end) {
        return new Flow(source, source.text().substring(start, end), new int[] {0}, new int[] {start});
    }

    String text() {
        return text;
    }

    SourceText source() {
        return source;
    }

    /** Returns the text without its last characters. */
    Flow without(int last) {
        return new Flow(source, text.substring(0, text.length() - last), starts, offsets);
    }

    /** Returns where in the note a part that is not empty stands. */
    SourceSpan span(int start, int end) {
        return source.span(offset(start), end > start ? offset(end - 1) + 1 : offset(start));
    }

    private int offset(int index) {
        if (starts.length == 1) {
            return offsets[0] + index;
        }
        int found = Arrays.binarySearch(starts, index);
        int line = found >= 0 ? found : -found - 2;
        return offsets[line] + index - starts[line];
    }
}
