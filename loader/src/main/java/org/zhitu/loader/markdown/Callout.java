package org.zhitu.loader.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/** A quotation that starts with a kind in brackets, such as {@code [!note]}; the rest of that line is its title. */
final class Callout {
    private static final Pattern KIND = Pattern.compile("\\[!([\\w-]{1,40})\\][+-]?[ \\t]*");

    private Callout() {}

    static Optional<Block> of(List<Block> blocks, SourceSpan span, SourceText source) {
        if (blocks.isEmpty()
                || !(blocks.getFirst() instanceof Block.Paragraph first)
                || first.content().isEmpty()
                || !(first.content().getFirst() instanceof Inline.Text opening)) {
            return Optional.empty();
        }
        Matcher kind = KIND.matcher(opening.text());
        if (!kind.lookingAt()) {
            return Optional.empty();
        }
        int lineEnd = lineEnd(first.content());
        List<Inline> title = new ArrayList<>();
        if (kind.end() < opening.text().length()) {
            int start = opening.span().end() - (opening.text().length() - kind.end());
            title.add(new Inline.Text(
                    opening.text().substring(kind.end()),
                    source.span(
                            Math.max(start, opening.span().offset()),
                            opening.span().end())));
        }
        title.addAll(first.content().subList(1, Math.max(1, lineEnd)));
        List<Block> body = new ArrayList<>();
        if (lineEnd + 1 < first.content().size()) {
            List<Inline> rest =
                    first.content().subList(lineEnd + 1, first.content().size());
            SourceSpan restSpan =
                    source.span(rest.getFirst().span().offset(), first.span().end());
            body.add(new Block.Paragraph(List.copyOf(rest), restSpan));
        }
        body.addAll(blocks.subList(1, blocks.size()));
        return Optional.of(new Block.Directive(
                kind.group(1),
                Inline.plainText(title).strip(),
                List.copyOf(title),
                Map.of(),
                List.copyOf(body),
                source.text(span),
                span));
    }

    /** Returns the number of the piece that ends the first line, or how many there are. */
    private static int lineEnd(List<Inline> content) {
        for (int i = 0; i < content.size(); i++) {
            boolean ends = content.get(i) instanceof Inline.LineBreak
                    || (content.get(i) instanceof Inline.Text text
                            && text.text().equals("\n"));
            if (ends) {
                return i;
            }
        }
        return content.size();
    }
}
