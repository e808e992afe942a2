package org.zhitu.loader.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.document.Outline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceSpan;

/**
 * Collects the blocks of one level, and gathers what stands between {@code <details>} and {@code </details>}, which
 * Markdown cuts apart wherever a blank line stands between.
 */
final class HtmlFolds {
    /** Deeper ones are read as if they stood side by side. */
    private static final int DEEPEST = 16;

    private static final String OPEN = "<details";
    private static final String CLOSE = "</details";

    private final InlineConverter inlines;
    private final List<Finding> findings;
    private final List<Block> top = new ArrayList<>();
    private final Deque<Fold> open = new ArrayDeque<>();
    private int tooDeep;

    /** A {@code <details>} that is still open. */
    private record Fold(SourceSpan start, List<Inline> summary, List<Block> blocks) {}

    HtmlFolds(InlineConverter inlines, List<Finding> findings) {
        this.inlines = inlines;
        this.findings = findings;
    }

    /** Returns the list that the next block belongs to. */
    List<Block> current() {
        return open.isEmpty() ? top : open.getLast().blocks();
    }

    void add(HtmlText html) {
        String text = html.text().toLowerCase(Locale.ROOT);
        if (isBalanced(text)) {
            current().addAll(HtmlBlocks.of(html, 0, text.length(), inlines));
            return;
        }
        int at = 0;
        int opens = 0;
        int closes = 0;
        while (at < text.length()) {
            opens = opens < 0 ? -1 : text.indexOf(OPEN, at);
            closes = closes < 0 ? -1 : text.indexOf(CLOSE, at);
            int next = opens < 0 ? closes : closes < 0 ? opens : Math.min(opens, closes);
            int end = next < 0 ? text.length() : next;
            if (end > at) {
                current().addAll(HtmlBlocks.of(html, at, end, inlines));
            }
            if (next < 0) {
                return;
            }
            int tagEnd = text.indexOf('>', next);
            int after = tagEnd < 0 ? text.length() : tagEnd + 1;
            at = next == opens ? open(html, text, next, after) : close(html.span(next, after), after);
        }
    }

    /** Returns all blocks; what is still open ends here. */
    List<Block> finish() {
        while (!open.isEmpty()) {
            Fold fold = open.getLast();
            findings.add(new Finding(
                    Finding.Severity.WARN,
                    "details-unclosed",
                    inlines.source().path(),
                    fold.start().line(),
                    List.of()));
            SourceSpan last = fold.blocks().isEmpty()
                    ? fold.start()
                    : fold.blocks().getLast().span();
            tooDeep = 0;
            close(last, 0);
        }
        return top;
    }

    private int open(HtmlText html, String text, int from, int after) {
        int at = after;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        List<Inline> summary = List.of();
        int end = after;
        if (text.startsWith("<summary", at)) {
            int tagEnd = text.indexOf('>', at);
            int start = tagEnd < 0 ? text.length() : tagEnd + 1;
            int close = text.indexOf("</summary>", start);
            int to = close < 0 ? text.length() : close;
            summary = HtmlBlocks.inlinesOf(html, start, to, inlines);
            end = close < 0 ? text.length() : close + "</summary>".length();
        }
        if (open.size() == DEEPEST) {
            findings.add(new Finding(
                    Finding.Severity.WARN,
                    "nesting-too-deep",
                    inlines.source().path(),
                    html.span(from, end).line(),
                    List.of(String.valueOf(DEEPEST))));
            tooDeep++;
            return end;
        }
        open.addLast(new Fold(html.span(from, end), summary, new ArrayList<>()));
        return end;
    }

    private int close(SourceSpan end, int after) {
        if (tooDeep > 0) {
            tooDeep--;
        } else if (!open.isEmpty()) {
            Fold fold = open.removeLast();
            List<Inline> summary = fold.summary();
            if (summary.isEmpty()
                    && !fold.blocks().isEmpty()
                    && fold.blocks().getFirst() instanceof Block.Paragraph p) {
                summary = p.content();
                fold.blocks().removeFirst();
            }
            int start = fold.start().offset();
            SourceSpan span = inlines.source().span(start, Math.max(fold.start().end(), end.end()));
            current()
                    .add(new Block.Directive(
                            "details",
                            Inline.plainText(summary).strip(),
                            List.copyOf(summary),
                            Map.of(),
                            Outline.nest(fold.blocks(), inlines.source()),
                            "",
                            span));
        }
        return after;
    }

    /** Says whether every {@code <details>} is closed, in order. */
    private static boolean isBalanced(String text) {
        int depth = 0;
        for (int at = text.indexOf("details"); at > 0; at = text.indexOf("details", at + 1)) {
            if (text.charAt(at - 1) == '<') {
                depth++;
            } else if (text.startsWith("</", at - 2)) {
                depth--;
            }
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
