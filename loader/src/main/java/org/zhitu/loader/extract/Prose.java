package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/**
 * Running text without its markup, every character with its place in the note. Line ends of the note stay; addresses,
 * formulas and images are left out, each marked by {@link #GAP} so that the words around them stay apart; so are the names of
 * what is referred to, a blank in their place.
 */
final class Prose {
    /** Stands for what is no text. */
    static final char GAP = '\ufffc';

    private final SourceText source;
    private final String text;
    private final int[] offsets;
    private final List<Range> links;
    private final List<Range> strong;
    private final List<Range> code;
    private final List<LeftOut> leftOut;

    /** A formula or reference as the note writes it, and where it is left out. */
    private record LeftOut(int at, String written) {}

    /** Two offsets of a prose, the end not included. */
    record Range(int start, int end) {
        int length() {
            return end - start;
        }
    }

    private Prose(
            SourceText source,
            String text,
            int[] offsets,
            List<Range> links,
            List<Range> strong,
            List<Range> code,
            List<LeftOut> leftOut) {
        this.source = source;
        this.text = text;
        this.offsets = offsets;
        this.links = links;
        this.strong = strong;
        this.code = code;
        this.leftOut = leftOut;
    }

    static Prose of(List<Inline> content, SourceText source) {
        Builder builder = new Builder(source);
        builder.add(content);
        return builder.toProse();
    }

    String text() {
        return text;
    }

    /** Returns a part with its formulas and references as the note writes them. */
    String written(int start, int end) {
        StringBuilder whole = new StringBuilder();
        int from = start;
        for (LeftOut piece : leftOut) {
            if (piece.at() >= from && piece.at() < end) {
                whole.append(text, from, piece.at()).append(piece.written());
                from = piece.at() + 1;
            }
        }
        return whole.append(text, from, end).toString();
    }

    /** Returns the parts that are links with a text of their own. */
    List<Range> links() {
        return links;
    }

    /** Returns the parts in bold or italics. */
    List<Range> strong() {
        return strong;
    }

    /** Returns where in the note a part stands. */
    SourceSpan span(int start, int end) {
        if (start >= end) {
            int at = text.isEmpty() ? 0 : offsets[Math.min(start, offsets.length - 1)];
            return source.span(at, at);
        }
        int from = offsets[start];
        return source.span(from, Math.max(offsets[end - 1] + 1, from));
    }

    /** Returns where in the note a character stands; for the end of the text, the offset after its last character. */
    int offset(int index) {
        return index < offsets.length ? offsets[index] : offsets.length == 0 ? 0 : offsets[offsets.length - 1] + 1;
    }

    /** Returns a part as a prose of its own. */
    Prose part(int start, int end) {
        return new Prose(
                source,
                text.substring(start, end),
                Arrays.copyOfRange(offsets, start, end),
                within(links, start, end),
                within(strong, start, end),
                within(code, start, end),
                leftOut.stream()
                        .filter(piece -> piece.at() >= start && piece.at() < end)
                        .map(piece -> new LeftOut(piece.at() - start, piece.written()))
                        .toList());
    }

    /** Says whether a character stands in code. */
    boolean isCode(int index) {
        return code.stream().anyMatch(range -> range.start() <= index && index < range.end());
    }

    /** Returns the parts between line ends, blank ones left out. */
    List<Range> lines() {
        List<Range> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int lineEnd = text.indexOf('\n', start);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            if (!text.substring(start, end).isBlank()) {
                lines.add(new Range(start, end));
            }
            start = end + 1;
        }
        return lines;
    }

    /** Returns how many characters of a part stand in links. */
    int linked(int start, int end) {
        return covered(links, start, end);
    }

    private static int covered(List<Range> ranges, int start, int end) {
        int covered = 0;
        for (Range range : ranges) {
            covered += Math.max(0, Math.min(range.end(), end) - Math.max(range.start(), start));
        }
        return covered;
    }

    private static List<Range> within(List<Range> ranges, int start, int end) {
        List<Range> inside = new ArrayList<>();
        for (Range range : ranges) {
            if (range.start() < end && range.end() > start) {
                inside.add(new Range(Math.max(range.start(), start) - start, Math.min(range.end(), end) - start));
            }
        }
        return inside;
    }

    private static final class Builder {
        private final SourceText source;
        private final StringBuilder text = new StringBuilder();
        private final List<Range> links = new ArrayList<>();
        private final List<Range> strong = new ArrayList<>();
        private final List<Range> code = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        private int[] offsets = new int[64];

        Builder(SourceText source) {
            this.source = source;
        }

        Prose toProse() {
            return new Prose(
                    source, text.toString(), Arrays.copyOf(offsets, text.length()), links, strong, code, leftOut);
        }

        void add(List<Inline> content) {
            for (Inline inline : content) {
                int start = text.length();
                switch (inline) {
                    case Inline.Text t -> align(t.text(), t.span());
                    case Inline.Emphasis e -> {
                        add(e.content());
                        strong.add(new Range(start, text.length()));
                    }
                    case Inline.Strong s -> {
                        add(s.content());
                        strong.add(new Range(start, text.length()));
                    }
                    case Inline.Code c -> {
                        align(c.text(), c.span());
                        code.add(new Range(start, text.length()));
                    }
                    case Inline.Formula f -> leaveOut(f.span(), GAP);
                    case Inline.Link link -> {
                        if (link.form() == Inline.Link.Form.BARE) {
                            append(GAP, link.span().offset());
                        } else {
                            add(link.content());
                            links.add(new Range(start, text.length()));
                        }
                    }
                    case Inline.Image image -> append(GAP, image.span().offset());
                    case Inline.LineBreak lineBreak ->
                        append('\n', lineBreak.span().offset());
                    case Inline.FootnoteReference reference -> {}
                    case Inline.Role role -> {
                        if (role.isReference()) {
                            leaveOut(role.span(), ' ');
                        } else {
                            align(role.text(), role.span());
                        }
                    }
                }
            }
        }

        private void leaveOut(SourceSpan span, char sign) {
            leftOut.add(new LeftOut(text.length(), source.text(span)));
            append(sign, span.offset());
        }

        /** Appends characters, each at its place in the span; the span may hold more (escapes, entities, markers). */
        private void align(String characters, SourceSpan span) {
            String written = source.text();
            int at = span.offset();
            int end = Math.min(span.end(), written.length());
            for (int i = 0; i < characters.length(); i++) {
                char c = characters.charAt(i);
                int left = characters.length() - i;
                int found = at;
                while (found < end && end - found > left && !same(c, written.charAt(found))) {
                    found++;
                }
                if (found < end) {
                    boolean lineEnd = Character.isWhitespace(c) && isLineEnd(written.charAt(found));
                    append(lineEnd ? '\n' : c, found);
                    at = found + 1;
                } else {
                    append(c, Math.max(span.offset(), end - 1));
                }
            }
        }

        private static boolean same(char c, char written) {
            return c == written || (Character.isWhitespace(c) && Character.isWhitespace(written));
        }

        private static boolean isLineEnd(char c) {
            return c == '\n' || c == '\r';
        }

        private void append(char c, int offset) {
            if (text.length() == offsets.length) {
                offsets = Arrays.copyOf(offsets, offsets.length * 2);
            }
            offsets[text.length()] = offset;
            text.append(c);
        }
    }
}
