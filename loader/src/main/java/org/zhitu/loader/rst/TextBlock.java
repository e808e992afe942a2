package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;

/** What starts with a line of text: a heading, a definition, or a paragraph with the literal block it may announce. */
final class TextBlock {
    private TextBlock() {}

    static int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        if (!lines.isBlank(at + 1)) {
            if (lines.get(at + 1).isIndented()) {
                return definitions(lines, at, parser, into);
            }
            if (isUnderlined(lines, at, parser)) {
                SectionTitle.add(lines, at, at, at + 2, String.valueOf(lines.first(at + 1)), parser, into);
                return at + 2;
            }
        }
        return paragraph(lines, at, parser, into);
    }

    private static boolean isUnderlined(Lines lines, int at, BlockParser parser) {
        if (!SectionTitle.isAdornment(lines, at + 1)) {
            return false;
        }
        int length = SectionTitle.length(lines, at + 1);
        return length >= SectionTitle.SHORTEST
                || (parser.mayHaveSections() && DisplayWidth.of(lines.text(at)) <= length);
    }

    private static int paragraph(Lines lines, int at, BlockParser parser, List<Block> into) {
        int end = lines.endOfText(at);
        String last = lines.text(end - 1);
        boolean announces = last.endsWith("::") && !Escapes.isEscaped(last, last.length() - 2);
        Flow flow = Flow.of(parser.source(), lines, at, end);
        if (announces) {
            flow = flow.without(isSetOff(last) ? 2 : 1);
        }
        boolean text = !flow.text().isBlank();
        if (text) {
            List<Inline> content = parser.inlines(flow);
            into.add(new Block.Paragraph(content, lines.span(at, end)));
        }
        return announces ? literal(lines, end, into) : end;
    }

    /** Says whether both colons are to vanish, because white space or nothing stands before them. */
    private static boolean isSetOff(String line) {
        int before = line.length() - 3;
        return before < 0 || Character.isWhitespace(line.charAt(before));
    }

    private static int literal(Lines lines, int at, List<Block> into) {
        int from = at;
        while (from < lines.size() && lines.isBlank(from)) {
            from++;
        }
        if (from == lines.size()) {
            return at;
        }
        int end = lines.get(from).isIndented() ? lines.endOfIndented(from, 1) : endOfQuoted(lines, from);
        if (end == from || (from == at && !lines.get(from).isIndented())) {
            return at;
        }
        Lines inner = lines.dedented(from, end);
        into.add(new Block.CodeBlock(Optional.empty(), inner.verbatim(0, inner.size()), lines.span(from, end)));
        return end;
    }

    /** Returns the index after the lines that all start with the same punctuation. */
    private static int endOfQuoted(Lines lines, int from) {
        char quote = lines.first(from);
        boolean punctuation = quote < 0x7f && quote > ' ' && !Character.isLetterOrDigit(quote);
        int end = from;
        while (punctuation && !lines.isBlank(end) && !lines.get(end).isIndented() && lines.first(end) == quote) {
            end++;
        }
        return end;
    }

    private static int definitions(Lines lines, int at, BlockParser parser, List<Block> into) {
        List<Block.DefinitionList.Definition> items = new ArrayList<>();
        int next = at;
        int end = at;
        while (next + 1 < lines.size()
                && !lines.isBlank(next)
                && !lines.get(next).isIndented()
                && lines.get(next + 1).isIndented()
                && (next == at || !isOtherBlock(lines, next))) {
            end = lines.endOfIndented(next + 1, 1);
            items.add(definition(lines, next, end, parser));
            next = end;
            while (next < lines.size() && lines.isBlank(next)) {
                next++;
            }
        }
        into.add(new Block.DefinitionList(List.copyOf(items), lines.span(at, end)));
        return end;
    }

    /** Says whether a line that is followed by an indented one starts something else than a term. */
    private static boolean isOtherBlock(Lines lines, int at) {
        String text = lines.text(at);
        return (BulletList.isBullet(lines.first(at)) && ListItem.endsAfterMarker(lines, at, 1))
                || (text.startsWith("..") && ListItem.endsAfterMarker(lines, at, 2))
                || (text.startsWith("|") && ListItem.endsAfterMarker(lines, at, 1))
                || (text.startsWith("__") && ListItem.endsAfterMarker(lines, at, 2))
                || FieldMarker.of(lines, at).isPresent()
                || Enumerator.first(lines.source(), lines.get(at)).isPresent()
                || SectionTitle.isAdornment(lines, at);
    }

    private static Block.DefinitionList.Definition definition(Lines lines, int at, int end, BlockParser parser) {
        Line line = lines.get(at);
        String text = lines.text(at);
        int colon = text.indexOf(" : ");
        List<Block> blocks = new ArrayList<>();
        List<Inline> term;
        if (colon > 0) {
            term = parser.inlines(Flow.of(
                    parser.source(),
                    line.start(),
                    line.start() + text.substring(0, colon).stripTrailing().length()));
            int from = line.start() + colon + 3;
            Flow classifier = Flow.of(parser.source(), from, line.end());
            blocks.add(new Block.Paragraph(
                    parser.inlines(classifier), parser.source().span(from, line.end())));
        } else {
            term = parser.inlines(lines, at, at + 1);
        }
        blocks.addAll(parser.nested(lines.dedented(at + 1, end)));
        return new Block.DefinitionList.Definition(term, List.copyOf(blocks), lines.span(at, end));
    }
}
