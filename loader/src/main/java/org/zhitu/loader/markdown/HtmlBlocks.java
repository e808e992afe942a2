package org.zhitu.loader.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.Range;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.document.Outline;
import org.zhitu.loader.source.SourceSpan;

/** Turns HTML into blocks of a note: what a reader sees of it, wherever it stands. Scripts and styles are left out. */
final class HtmlBlocks {
    /** Elements nested deeper than this are read as running text. */
    private static final int DEEPEST = 32;

    private static final Set<String> HIDDEN = Set.of("script", "style", "template", "head", "title", "noscript");
    private static final Set<String> GROUPS = Set.of(
            "div",
            "center",
            "section",
            "article",
            "header",
            "footer",
            "main",
            "nav",
            "aside",
            "figure",
            "picture",
            "form",
            "fieldset",
            "p",
            "body",
            "address");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3", "h4", "h5", "h6");
    private static final Set<String> PLAYERS = Set.of("iframe", "video", "audio", "source", "embed");
    private static final Set<String> CODE = Set.of("code", "kbd", "samp", "tt", "var");
    private static final Set<String> BOLD = Set.of("b", "strong");
    private static final Set<String> SLANTED = Set.of("i", "em", "cite", "dfn");
    private static final Set<String> OTHERS = Set.of(
            "ul",
            "ol",
            "dl",
            "pre",
            "blockquote",
            "table",
            "hr",
            "details",
            "li",
            "dd",
            "dt",
            "tr",
            "td",
            "th",
            "thead",
            "tbody",
            "tfoot",
            "caption",
            "figcaption",
            "summary");

    private final HtmlText source;
    private final int base;
    private final InlineConverter inlines;
    private int depth;
    private boolean inLink;

    private HtmlBlocks(HtmlText source, int base, InlineConverter inlines) {
        this.source = source;
        this.base = base;
        this.inlines = inlines;
    }

    /** Returns the blocks that a part of some HTML holds; headings are without content yet. */
    static List<Block> of(HtmlText source, int from, int to, InlineConverter inlines) {
        return new HtmlBlocks(source, from, inlines).blocks(parse(source.text().substring(from, to)));
    }

    /** Returns the running text that a part of some HTML holds. */
    static List<Inline> inlinesOf(HtmlText source, int from, int to, InlineConverter inlines) {
        HtmlBlocks html = new HtmlBlocks(source, from, inlines);
        return html.inlines(parse(source.text().substring(from, to)).childNodes());
    }

    private static Element parse(String html) {
        return Jsoup.parse(html, "", Parser.htmlParser().setTrackPosition(true)).body();
    }

    private List<Block> blocks(Element parent) {
        List<Block> blocks = new ArrayList<>();
        List<Node> run = new ArrayList<>();
        depth++;
        for (Node node : parent.childNodes()) {
            if (node instanceof Comment comment) {
                flush(run, blocks);
                blocks.add(new Block.Comment(comment.getData().strip(), span(comment)));
            } else if (node instanceof Element element && isBlock(element) && depth < DEEPEST) {
                flush(run, blocks);
                block(element, blocks);
            } else {
                run.add(node);
            }
        }
        flush(run, blocks);
        depth--;
        return blocks;
    }

    private static boolean isBlock(Element element) {
        String name = element.normalName();
        return GROUPS.contains(name)
                || HEADINGS.contains(name)
                || OTHERS.contains(name)
                || (!HIDDEN.contains(name) && element.children().stream().anyMatch(HtmlBlocks::isBlockNow));
    }

    private static boolean isBlockNow(Element element) {
        String name = element.normalName();
        return GROUPS.contains(name) || HEADINGS.contains(name) || OTHERS.contains(name);
    }

    private void flush(List<Node> run, List<Block> into) {
        List<Inline> content = trimmed(inlines(run));
        run.clear();
        if (content.isEmpty()) {
            return;
        }
        SourceSpan first = content.getFirst().span();
        SourceSpan last = content.getLast().span();
        SourceSpan span = new SourceSpan(
                first.offset(), Math.max(last.end(), first.end()) - first.offset(), first.line(), first.column());
        into.add(
                content.size() == 1 && content.getFirst() instanceof Inline.Image image
                        ? new Block.Figure(image, List.of(), span)
                        : new Block.Paragraph(content, span));
    }

    private void block(Element element, List<Block> into) {
        String name = element.normalName();
        SourceSpan span = span(element);
        if (HEADINGS.contains(name)) {
            heading(element, span, into);
            return;
        }
        switch (name) {
            case "ul", "ol" ->
                into.add(new Block.ListBlock(name.equals("ol"), items(element, name.equals("ol")), span));
            case "dl" -> into.add(new Block.DefinitionList(definitions(element), span));
            case "pre" -> into.add(code(element, span));
            case "blockquote" -> into.add(new Block.Quote(nested(element), span));
            case "table" -> into.add(table(element, span));
            case "hr" -> into.add(new Block.Transition(span));
            case "details" -> into.add(details(element, span));
            default -> into.addAll(blocks(element));
        }
    }

    private void heading(Element element, SourceSpan span, List<Block> into) {
        List<Inline> title = trimmed(inlines(element.childNodes()));
        if (title.isEmpty()) {
            return;
        }
        SourceSpan first = title.getFirst().span();
        SourceSpan titleSpan = new SourceSpan(
                first.offset(), title.getLast().span().end() - first.offset(), first.line(), first.column());
        into.add(new Block.Section(element.normalName().charAt(1) - '0', title, titleSpan, List.of(), span));
    }

    private List<Block> nested(Element element) {
        return Outline.nest(blocks(element), inlines.source());
    }

    private List<Block.ListBlock.Item> items(Element list, boolean ordered) {
        List<Block.ListBlock.Item> items = new ArrayList<>();
        for (Element item : list.children()) {
            String marker = ordered ? (items.size() + 1) + "." : "-";
            items.add(new Block.ListBlock.Item(marker, nested(item), span(item)));
        }
        return List.copyOf(items);
    }

    private List<Block.DefinitionList.Definition> definitions(Element list) {
        List<Block.DefinitionList.Definition> definitions = new ArrayList<>();
        List<Inline> term = List.of();
        for (Element part : list.children()) {
            if (part.normalName().equals("dt")) {
                term = trimmed(inlines(part.childNodes()));
            } else {
                definitions.add(new Block.DefinitionList.Definition(term, nested(part), span(part)));
                term = List.of();
            }
        }
        return List.copyOf(definitions);
    }

    private Block code(Element pre, SourceSpan span) {
        Optional<String> language = pre.select("code[class]").stream()
                .flatMap(code -> code.classNames().stream())
                .filter(name -> name.startsWith("language-"))
                .map(name -> name.substring("language-".length()))
                .findFirst();
        return new Block.CodeBlock(language, pre.wholeText().strip(), span);
    }

    private Block table(Element table, SourceSpan span) {
        List<Block.Table.Row> rows = new ArrayList<>();
        for (Element part : table.children()) {
            if (part.normalName().equals("tr")) {
                rows.add(row(part));
            } else {
                part.children().stream()
                        .filter(row -> row.normalName().equals("tr"))
                        .forEach(row -> rows.add(row(row)));
            }
        }
        return new Block.Table(List.copyOf(rows), span);
    }

    private Block.Table.Row row(Element row) {
        List<Block.Table.Cell> cells = new ArrayList<>();
        boolean header = !row.children().isEmpty();
        for (Element cell : row.children()) {
            header = header && cell.normalName().equals("th");
            cells.add(new Block.Table.Cell(nested(cell), span(cell)));
        }
        return new Block.Table.Row(header, List.copyOf(cells));
    }

    private Block details(Element details, SourceSpan span) {
        Optional<Element> summary = details.children().stream()
                .filter(child -> child.normalName().equals("summary"))
                .findFirst();
        List<Inline> title =
                summary.map(element -> trimmed(inlines(element.childNodes()))).orElse(List.of());
        summary.ifPresent(Node::remove);
        return new Block.Directive(
                "details", Inline.plainText(title).strip(), title, Map.of(), nested(details), "", span);
    }

    private List<Inline> inlines(List<Node> nodes) {
        List<Inline> pieces = new ArrayList<>();
        depth++;
        for (Node node : nodes) {
            if (node instanceof TextNode text) {
                text(text, pieces);
            } else if (node instanceof Element element && !HIDDEN.contains(element.normalName())) {
                inline(element, pieces);
            }
        }
        depth--;
        return pieces;
    }

    private void inline(Element element, List<Inline> into) {
        String name = element.normalName();
        SourceSpan span = span(element);
        if (name.equals("br")) {
            into.add(new Inline.LineBreak(span));
        } else if (name.equals("img")) {
            if (element.hasAttr("src")) {
                into.add(new Inline.Image(element.attr("src"), element.attr("alt"), span));
            }
        } else if (PLAYERS.contains(name) && element.hasAttr("src")) {
            into.add(new Inline.Link(element.attr("src"), titleOf(element, span), Inline.Link.Form.NAMED, span));
        } else if (CODE.contains(name)) {
            into.add(new Inline.Code(element.wholeText(), span));
        } else if (depth >= DEEPEST) {
            String words = element.text();
            if (!words.isEmpty()) {
                into.add(new Inline.Text(words, span));
            }
        } else if (name.equals("a") && element.hasAttr("href") && !inLink) {
            inLink = true;
            List<Inline> content = List.copyOf(inlines(element.childNodes()));
            inLink = false;
            String target = element.attr("href");
            Inline.Link.Form form = target.startsWith("#") ? Inline.Link.Form.INTERNAL : Inline.Link.Form.NAMED;
            into.add(new Inline.Link(target, content, form, span));
        } else if (BOLD.contains(name)) {
            into.add(new Inline.Strong(List.copyOf(inlines(element.childNodes())), span));
        } else if (SLANTED.contains(name)) {
            into.add(new Inline.Emphasis(List.copyOf(inlines(element.childNodes())), span));
        } else {
            into.addAll(inlines(element.childNodes()));
        }
    }

    private static List<Inline> titleOf(Element element, SourceSpan span) {
        String title = element.attr("title").strip();
        return title.isEmpty() ? List.of() : List.of(new Inline.Text(title, span));
    }

    /** Adds text line by line, without the white space that only lays out the HTML. */
    private void text(TextNode node, List<Inline> into) {
        SourceSpan all = span(node);
        String written = inlines.source().text(all);
        String text = node.getWholeText();
        if (text.isBlank()) {
            if (!into.isEmpty() && !text.isEmpty()) {
                into.add(new Inline.Text(text.indexOf('\n') >= 0 ? "\n" : " ", all));
            }
            return;
        }
        if (written.length() != text.length() || text.indexOf('\n') < 0) {
            piece(into.isEmpty() ? text.stripLeading() : text, all, into);
            return;
        }
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int to = end < 0 ? text.length() : end;
            int start = from;
            while (start < to && from > 0 && Character.isWhitespace(text.charAt(start))) {
                start++;
            }
            if (start < to) {
                piece(text.substring(start, to), inlines.source().span(all.offset() + start, all.offset() + to), into);
            }
            if (end >= 0) {
                into.add(new Inline.Text("\n", inlines.source().span(all.offset() + end, all.offset() + end + 1)));
            }
            from = to + 1;
        }
    }

    private void piece(String text, SourceSpan span, List<Inline> into) {
        if (inLink) {
            into.add(new Inline.Text(text, span));
        } else {
            inlines.text(text, span, into);
        }
    }

    /** Returns pieces without white space at either end. */
    private static List<Inline> trimmed(List<Inline> content) {
        int from = 0;
        int to = content.size();
        while (from < to && isBlank(content.get(from))) {
            from++;
        }
        while (to > from && isBlank(content.get(to - 1))) {
            to--;
        }
        return List.copyOf(content.subList(from, to));
    }

    private static boolean isBlank(Inline inline) {
        return inline instanceof Inline.LineBreak
                || (inline instanceof Inline.Text text && text.text().isBlank());
    }

    private SourceSpan span(Node node) {
        Range start = node.sourceRange();
        int from = start.isTracked() ? start.startPos() : 0;
        int to = Math.max(from, end(node));
        return source.span(base + from, Math.min(base + to, source.text().length()));
    }

    private static int end(Node node) {
        int end = node.sourceRange().isTracked() ? node.sourceRange().endPos() : 0;
        if (node instanceof Element element && element.endSourceRange().isTracked()) {
            return Math.max(end, element.endSourceRange().endPos());
        }
        Node last = node;
        while (last instanceof Element element && element.childNodeSize() > 0) {
            last = element.childNode(element.childNodeSize() - 1);
            end = Math.max(
                    end, last.sourceRange().isTracked() ? last.sourceRange().endPos() : 0);
            if (last instanceof Element inner && inner.endSourceRange().isTracked()) {
                end = Math.max(end, inner.endSourceRange().endPos());
            }
        }
        return end;
    }
}
