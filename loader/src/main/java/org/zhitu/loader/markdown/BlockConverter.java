package org.zhitu.loader.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.footnotes.FootnoteDefinition;
import org.commonmark.ext.front.matter.YamlFrontMatterBlock;
import org.commonmark.ext.front.matter.YamlFrontMatterNode;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.ThematicBreak;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.document.Outline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/** Turns the parser's blocks into ours. */
final class BlockConverter {
    private final Origin origin;
    private final List<Finding> findings;
    private final InlineConverter inlines;
    private int depth;

    BlockConverter(Origin origin, List<Finding> findings) {
        this.origin = origin;
        this.findings = findings;
        this.inlines = new InlineConverter(origin, findings);
    }

    List<Block> blocks(Node parent) {
        HtmlFolds blocks = new HtmlFolds(inlines, findings);
        depth++;
        if (depth == MarkdownReader.DEEPEST - 1 && Origin.isKnown(parent)) {
            findings.add(new Finding(
                    Finding.Severity.WARN,
                    "nesting-too-deep",
                    source().path(),
                    origin.span(parent).line(),
                    List.of(String.valueOf(MarkdownReader.DEEPEST))));
        }
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof HtmlBlock html && Origin.isKnown(html)) {
                blocks.add(HtmlText.of(html, origin));
            } else if (node instanceof MeaningParser.Meaning meaning && Origin.isKnown(meaning)) {
                node = meanings(meaning, blocks.current());
            } else {
                add(node, blocks.current());
            }
        }
        depth--;
        return blocks.finish();
    }

    /** Returns the blocks inside another one, what stands under headings gathered under them. */
    private List<Block> nested(Node parent) {
        return Outline.nest(blocks(parent), source());
    }

    private void add(Node node, List<Block> into) {
        if (!Origin.isKnown(node)) {
            return;
        }
        SourceSpan span = origin.span(node);
        switch (node) {
            case Heading heading -> heading(heading, span, into);
            case Paragraph paragraph -> into.add(paragraph(paragraph, span));
            case BulletList list -> into.add(new Block.ListBlock(false, items(list), span));
            case OrderedList list -> into.add(new Block.ListBlock(true, items(list), span));
            case BlockQuote quote -> into.add(quote(quote, span));
            case FencedCodeBlock code -> into.add(fenced(code, span));
            case IndentedCodeBlock code ->
                into.add(new Block.CodeBlock(Optional.empty(), code.getLiteral().stripTrailing(), span));
            case ThematicBreak rule -> into.add(new Block.Transition(span));
            case TableBlock table -> into.add(table(table, span));
            case FootnoteDefinition note -> into.add(new Block.Footnote(note.getLabel(), nested(note), span));
            case ColonFence fence -> into.add(directive(fence, span));
            case YamlFrontMatterBlock matter -> into.add(new Block.FieldList(fields(matter, span), span));
            case FormulaBlock formula -> into.add(new Block.MathBlock(formula.tex(), span));
            case LinkReferenceDefinition definition -> {}
            default -> into.add(new Block.Paragraph(inlines.children(node), span));
        }
    }

    private SourceText source() {
        return origin.source();
    }

    private void find(String code, SourceSpan span, String... arguments) {
        findings.add(new Finding(Finding.Severity.WARN, code, source().path(), span.line(), List.of(arguments)));
    }

    private void heading(Heading heading, SourceSpan span, List<Block> into) {
        if (heading.getLevel() != 2 || !hasLineBreak(heading)) {
            into.add(section(heading, span));
            return;
        }
        List<Inline> content = inlines.children(heading);
        int end = content.getLast().span().end();
        SourceSpan text = source().span(span.offset(), Math.max(span.offset(), end));
        int line = source().lineAt(Math.max(span.offset(), span.end() - 1));
        int rule = Math.max(text.end(), source().lineStart(line));
        find("rule-touches-text", source().span(rule, span.end()));
        into.add(new Block.Paragraph(content, text));
        into.add(new Block.Transition(source().span(rule, span.end())));
    }

    /** Says whether a heading has several lines: only one that is underlined may. */
    private static boolean hasLineBreak(Heading heading) {
        for (Node node = heading.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof SoftLineBreak || node instanceof HardLineBreak) {
                return true;
            }
        }
        return false;
    }

    private Block section(Heading heading, SourceSpan span) {
        if (heading instanceof GluedHeadingParser.GluedHeading) {
            find("heading-glued", span);
        }
        List<Inline> title = inlines.children(heading);
        SourceSpan titleSpan = title.isEmpty()
                ? span
                : source().span(
                                title.getFirst().span().offset(),
                                title.getLast().span().end());
        return new Block.Section(heading.getLevel(), title, titleSpan, List.of(), span);
    }

    private Block paragraph(Paragraph paragraph, SourceSpan span) {
        Node only = paragraph.getFirstChild();
        if (only instanceof Formula formula && formula.isDisplay() && only.getNext() == null) {
            return new Block.MathBlock(formula.tex(), span);
        }
        String written = source().text(span);
        if (isHidden(written)) {
            return new Block.Comment(written, span);
        }
        if (isFormula(written)) {
            return new Block.MathBlock(written, span);
        }
        if (BarredLines.is(written)) {
            find("table-without-rule", span);
            return BarredLines.table(written, span, inlines);
        }
        List<Inline> content = inlines.children(paragraph);
        if (content.size() == 1 && content.getFirst() instanceof Inline.Image image) {
            return new Block.Figure(image, List.of(), span);
        }
        return content.isEmpty() ? new Block.Comment(written, span) : new Block.Paragraph(content, span);
    }

    /** Says whether a paragraph is not for the reader: a target or comment of MyST, a comment of Obsidian, code of MDX. */
    private boolean isHidden(String text) {
        boolean one = text.indexOf('\n') < 0;
        boolean target = one && text.startsWith("(") && text.endsWith(")=") && text.indexOf(' ') < 0;
        boolean remark = one && text.startsWith("% ");
        boolean comment = text.length() > 4 && text.startsWith("%%") && text.endsWith("%%");
        return target || remark || comment || isScript(text);
    }

    private boolean isScript(String text) {
        boolean mdx = source().path().toLowerCase(Locale.ROOT).endsWith(".mdx");
        boolean component = text.startsWith("<")
                && text.length() > 1
                && Character.isUpperCase(text.charAt(1))
                && text.endsWith(">");
        boolean expression = text.startsWith("{") && text.endsWith("}");
        return mdx && (text.startsWith("import ") || text.startsWith("export ") || component || expression);
    }

    /** Says whether a paragraph is one environment of LaTeX, such as {@code equation}. */
    private static boolean isFormula(String text) {
        int open = text.startsWith("\\begin{") ? text.indexOf('}') : -1;
        return open > 0 && text.endsWith("\\end" + text.substring("\\begin".length(), open + 1));
    }

    private List<Block.ListBlock.Item> items(Node list) {
        List<Block.ListBlock.Item> items = new ArrayList<>();
        for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof ListItem item && Origin.isKnown(item)) {
                SourceSpan span = origin.span(item);
                items.add(new Block.ListBlock.Item(marker(source().text(), span), nested(item), span));
            }
        }
        return List.copyOf(items);
    }

    /** Returns the bullet or number that an item starts with. */
    private static String marker(String text, SourceSpan span) {
        int end = span.offset();
        while (end < span.end() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return text.substring(span.offset(), Math.min(end + 1, span.end()));
    }

    private Block quote(BlockQuote quote, SourceSpan span) {
        List<Block> blocks = nested(quote);
        return Callout.of(blocks, span, source()).orElseGet(() -> new Block.Quote(blocks, span));
    }

    /**
     * Adds the list of definitions that starts with this meaning; the paragraph before it becomes the first term.
     *
     * @return the last node of the list
     */
    private Node meanings(MeaningParser.Meaning first, List<Block> into) {
        boolean named = !into.isEmpty() && into.getLast() instanceof Block.Paragraph;
        Block.Paragraph term = named
                ? (Block.Paragraph) into.removeLast()
                : new Block.Paragraph(List.of(), source().span(origin.start(first), origin.start(first)));
        List<Block.DefinitionList.Definition> items = new ArrayList<>();
        Node last = first;
        boolean more = true;
        while (more) {
            List<Block> blocks = new ArrayList<>(nested(last));
            while (last.getNext() instanceof MeaningParser.Meaning further) {
                blocks.addAll(nested(further));
                last = further;
            }
            SourceSpan span = source().span(term.span().offset(), origin.end(last));
            items.add(new Block.DefinitionList.Definition(term.content(), List.copyOf(blocks), span));
            more = last.getNext() instanceof Paragraph next && next.getNext() instanceof MeaningParser.Meaning;
            if (more) {
                Node next = last.getNext();
                term = new Block.Paragraph(inlines.children(next), origin.span(next));
                last = next.getNext();
            }
        }
        SourceSpan all = source().span(items.getFirst().span().offset(), origin.end(last));
        into.add(new Block.DefinitionList(List.copyOf(items), all));
        return last;
    }

    private Block table(TableBlock table, SourceSpan span) {
        if (table instanceof PipeTableParser.Grid grid && grid.isUneven()) {
            find("table-uneven", span);
        }
        return new Block.Table(rows(table), span);
    }

    private Block directive(ColonFence fence, SourceSpan span) {
        if (!fence.isClosed()) {
            find("directive-unclosed", span, fence.name());
        }
        List<String> lines = List.of(source().text(span).split("\r\n|\n|\r", -1));
        int to = fence.isClosed() ? lines.size() - 1 : lines.size();
        int from = Math.min(to, 1 + fence.optionLines());
        MystDirective directive =
                new MystDirective(fence.name(), fence.argument(), fence.options(), lines.subList(0, to), from);
        return directive.toBlock(span, title(fence.argument(), span), () -> nested(fence));
    }

    /** Returns the text that the first line of a block ends with. */
    private List<Inline> title(String text, SourceSpan span) {
        int lineStart = source().lineStart(span.line());
        int at = text.isEmpty() ? -1 : source().line(span.line()).lastIndexOf(text);
        return at < 0 ? List.of() : inlines.parsed(text, lineStart + at);
    }

    private Block fenced(FencedCodeBlock code, SourceSpan span) {
        if (code.getClosingFenceLength() == null) {
            find("fence-unclosed", span);
        }
        String info = code.getInfo() == null ? "" : code.getInfo().strip();
        String text = code.getLiteral();
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        if (info.startsWith("{") && info.indexOf('}') > 1) {
            return directive(code, info, body, span);
        }
        String language = info.split("[\\s,{]", 2)[0];
        return language.equals("math")
                ? new Block.MathBlock(body.strip(), span)
                : new Block.CodeBlock(language.isEmpty() ? Optional.empty() : Optional.of(language), body, span);
    }

    private Block directive(FencedCodeBlock code, String info, String body, SourceSpan span) {
        int brace = info.indexOf('}');
        String name = info.substring(1, brace).strip();
        String argument = info.substring(brace + 1).strip();
        if (name.startsWith(".")) {
            String language = name.substring(1).split("\\s", 2)[0];
            return new Block.CodeBlock(Optional.of(language), body, span);
        }
        String[] lines = body.split("\n", -1);
        Map<String, String> options = new LinkedHashMap<>();
        int from = 0;
        while (from < lines.length && lines[from].startsWith(":") && lines[from].indexOf(':', 1) > 1) {
            int colon = lines[from].indexOf(':', 1);
            options.putIfAbsent(
                    lines[from].substring(1, colon),
                    lines[from].substring(colon + 1).strip());
            from++;
        }
        MystDirective directive = new MystDirective(name, argument, options, List.of(lines), from);
        return directive.toBlock(span, title(argument, span), () -> nested(code, lines, directive.bodyFrom()));
    }

    /** Returns the blocks in the body of a directive, from one of its lines on. */
    private List<Block> nested(FencedCodeBlock code, String[] lines, int from) {
        List<org.commonmark.node.SourceSpan> spans = code.getSourceSpans();
        int first = from + 1;
        int last = Math.min(spans.size(), lines.length + 1);
        boolean aligned = spans.size() > lines.length && first < last && depth < MarkdownReader.DEEPEST / 4;
        if (!aligned) {
            return List.of();
        }
        List<org.commonmark.node.SourceSpan> body = spans.subList(first, last);
        StringBuilder text = new StringBuilder();
        for (org.commonmark.node.SourceSpan line : body) {
            int start = origin.offset(line);
            text.append(source().text(), start, start + line.getLength()).append('\n');
        }
        BlockConverter inner = new BlockConverter(origin.within(body), findings);
        inner.depth = depth;
        return inner.nested(MarkdownReader.parse(text.toString()));
    }

    private List<Block.Table.Row> rows(TableBlock table) {
        List<Block.Table.Row> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node node = part.getFirstChild(); node != null; node = node.getNext()) {
                if (node instanceof TableRow row) {
                    rows.add(row(row));
                }
            }
        }
        return List.copyOf(rows);
    }

    private Block.Table.Row row(TableRow row) {
        List<Block.Table.Cell> cells = new ArrayList<>();
        boolean header = false;
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof TableCell cell) {
                header = header || cell.isHeader();
                SourceSpan span = origin.span(Origin.isKnown(cell) ? cell : row);
                List<Inline> content = inlines.cell(cell);
                cells.add(new Block.Table.Cell(
                        content.isEmpty() ? List.of() : List.of(new Block.Paragraph(content, span)), span));
            }
        }
        return new Block.Table.Row(header, List.copyOf(cells));
    }

    private List<Block.FieldList.Field> fields(YamlFrontMatterBlock matter, SourceSpan span) {
        List<Block.FieldList.Field> fields = new ArrayList<>();
        for (Node node = matter.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof YamlFrontMatterNode entry) {
                List<Block> values = new ArrayList<>();
                for (String value : entry.getValues()) {
                    SourceSpan place = place(entry.getKey(), value, span);
                    values.add(new Block.Paragraph(List.of(new Inline.Text(value, place)), place));
                }
                fields.add(new Block.FieldList.Field(entry.getKey(), List.copyOf(values), span));
            }
        }
        return List.copyOf(fields);
    }

    /** Returns where a value stands in the front matter; all of that where its form is another there. */
    private SourceSpan place(String key, String value, SourceSpan matter) {
        String text = source().text(matter);
        int from = text.startsWith(key + ":") ? 0 : text.indexOf("\n" + key + ":");
        int at = from < 0 || value.isEmpty() ? -1 : text.indexOf(value, from + key.length() + 1);
        return at < 0 ? matter : source().span(matter.offset() + at, matter.offset() + at + value.length());
    }
}
