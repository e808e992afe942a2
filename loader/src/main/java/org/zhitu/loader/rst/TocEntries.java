package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.SourceSpan;

/** The entries of a table of contents over several notes, each as a link. */
final class TocEntries {
    private TocEntries() {}

    static List<Block> read(Lines lines, BlockParser parser) {
        List<Block> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.isBlank(i)) {
                SourceSpan span = lines.span(i, i + 1);
                entries.add(new Block.Paragraph(List.of(entry(lines.text(i), span, parser)), span));
            }
        }
        return List.copyOf(entries);
    }

    private static Inline entry(String text, SourceSpan span, BlockParser parser) {
        int open = text.lastIndexOf('<');
        boolean titled = open > 0 && text.endsWith(">");
        String target = titled ? text.substring(open + 1, text.length() - 1).strip() : text;
        String title = titled ? text.substring(0, open).strip() : text;
        SourceSpan shown = parser.source().span(span.offset(), span.offset() + title.length());
        Inline.Link.Form form = target.contains("://") ? Inline.Link.Form.NAMED : Inline.Link.Form.INTERNAL;
        return new Inline.Link(target, List.of(new Inline.Text(title, shown)), form, span);
    }
}
