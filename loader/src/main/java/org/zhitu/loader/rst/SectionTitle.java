package org.zhitu.loader.rst;

import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceSpan;

/** A heading: a line of text with a line of punctuation under it, or under and over it. */
final class SectionTitle {
    /** Adornment shorter than this under a longer title is text, not an adornment that is too short. */
    static final int SHORTEST = 4;

    private SectionTitle() {}

    /** Says whether a line is one punctuation character over and over. */
    static boolean isAdornment(Lines lines, int at) {
        if (lines.isBlank(at) || lines.get(at).isIndented()) {
            return false;
        }
        Line line = lines.get(at);
        String text = lines.source();
        char first = text.charAt(line.start());
        if (!isPunctuation(first)) {
            return false;
        }
        for (int i = line.start() + 1; i < line.end(); i++) {
            if (text.charAt(i) != first) {
                return false;
            }
        }
        return true;
    }

    static int length(Lines lines, int at) {
        return lines.get(at).end() - lines.get(at).start();
    }

    /**
     * Adds the heading.
     *
     * @param style  the characters that adorn it
     * @param from   the first line, overline included
     * @param title  the line with the title
     * @param to     the line after the last
     */
    static void add(Lines lines, int from, int title, int to, String style, BlockParser parser, List<Block> into) {
        Line line = lines.get(title);
        int width = DisplayWidth.of(lines.text(title));
        int adorned = length(lines, to - 1);
        Draft draft = parser.draft();
        if (width > adorned) {
            draft.find(
                    Finding.Severity.WARN,
                    "title-underline-short",
                    line.start(),
                    String.valueOf(width),
                    String.valueOf(adorned));
        }
        List<Inline> content = parser.inlines(lines, title, title + 1);
        SourceSpan titleSpan = parser.source().span(line.start(), line.end());
        if (!parser.mayHaveSections()) {
            draft.find(Finding.Severity.WARN, "title-inside-block", line.start());
            into.add(new Block.Paragraph(content, titleSpan));
            return;
        }
        draft.definitions().place(Inline.plainText(content));
        int level = draft.enterSection(style, line.start());
        into.add(new Block.Section(level, content, titleSpan, List.of(), lines.span(from, to)));
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }
}
