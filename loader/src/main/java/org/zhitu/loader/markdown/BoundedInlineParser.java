package org.zhitu.loader.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/**
 * Leaves running text unread whose brackets or asterisks nest so deep that the Markdown library would take quadratic time
 * or run out of stack: it becomes one {@link Tangle} of plain text.
 */
final class BoundedInlineParser implements InlineParser {
    /** The most brackets that may be open at once. */
    static final int MOST_BRACKETS = 100;

    /** The most signs of emphasis that may be open at once. */
    static final int MOST_EMPHASIS = 1_000;

    private final InlineParser parser;

    BoundedInlineParser(InlineParserContext context) {
        this.parser = new InlineParserImpl(context);
    }

    /** Text that has been left as it is written. */
    static final class Tangle extends Text {}

    @Override
    public void parse(SourceLines lines, Node node) {
        if (!isTangled(lines)) {
            parser.parse(lines, node);
            return;
        }
        boolean first = true;
        for (SourceLine line : lines.getLines()) {
            if (!first) {
                node.appendChild(new SoftLineBreak());
            }
            Text text = first ? new Tangle() : new Text();
            text.setLiteral(line.getContent().toString());
            if (line.getSourceSpan() != null) {
                text.addSourceSpan(line.getSourceSpan());
            }
            node.appendChild(text);
            first = false;
        }
    }

    private static boolean isTangled(SourceLines lines) {
        int brackets = 0;
        int emphasis = 0;
        for (SourceLine line : lines.getLines()) {
            CharSequence text = line.getContent();
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                switch (c) {
                    case '\\' -> at++;
                    case '[' -> brackets++;
                    case ']' -> brackets = Math.max(0, brackets - 1);
                    case '*', '_' -> {
                        int end = endOfRun(text, at);
                        emphasis = Math.max(0, emphasis + opened(text, at, end, emphasis));
                        at = end - 1;
                    }
                    default -> {}
                }
                if (brackets > MOST_BRACKETS || emphasis > MOST_EMPHASIS) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns how many signs of emphasis a run opens; less than 0 for what it closes. */
    private static int opened(CharSequence text, int from, int to, int open) {
        boolean mayOpen = to < text.length() && !Character.isWhitespace(text.charAt(to));
        boolean mayClose = from > 0 && !Character.isWhitespace(text.charAt(from - 1));
        int run = to - from;
        if (mayOpen && (!mayClose || open < run)) {
            return run;
        }
        return mayClose ? -run : 0;
    }

    private static int endOfRun(CharSequence text, int from) {
        int end = from + 1;
        while (end < text.length() && text.charAt(end) == text.charAt(from)) {
            end++;
        }
        return end;
    }
}
