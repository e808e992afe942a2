package org.zhitu.loader.document;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.safety.Safelist;

/**
 * Blocks as HTML that is safe to put into a page: no script, no style, no event handlers; links lead to web, mail or
 * relative addresses only. Formulas stay TeX in {@code <span class="math inline">} and {@code <div class="math
 * display">}, for the page to draw. The same blocks always give the same characters.
 */
public final class HtmlRenderer {
    private static final String REL = "noopener nofollow";
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final Safelist SAFE = Safelist.relaxed()
            .preserveRelativeLinks(true)
            .addTags("details", "summary", "kbd", "mark", "hr", "s", "del", "ins")
            .removeProtocols("a", "href", "ftp")
            .addEnforcedAttribute("a", "rel", REL)
            .addEnforcedAttribute("img", "loading", "lazy");
    /** Relative addresses are judged as if the page stood here; they stay as written. */
    private static final String ANY_BASE = "https://page.invalid/";

    private static final int DEEPEST_HEADING = 6;

    private final StringBuilder html = new StringBuilder();

    private HtmlRenderer() {}

    /** Returns blocks as HTML. */
    public static String html(List<Block> blocks) {
        HtmlRenderer renderer = new HtmlRenderer();
        blocks.forEach(renderer::block);
        return renderer.html.toString();
    }

    /** Returns running text as HTML. */
    public static String inlineHtml(List<Inline> content) {
        HtmlRenderer renderer = new HtmlRenderer();
        renderer.inlines(content);
        return renderer.html.toString();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Section s -> {
                element("h" + Math.min(s.level(), DEEPEST_HEADING), s.title());
                s.blocks().forEach(this::block);
            }
            case Block.Paragraph p -> element("p", p.content());
            case Block.LineBlock l -> lines(l);
            case Block.ListBlock l -> list(l);
            case Block.DefinitionList d -> {
                open("dl");
                d.items().forEach(item -> {
                    element("dt", item.term());
                    container("dd", item.blocks());
                });
                close("dl");
            }
            case Block.FieldList f -> {
                open("dl");
                f.fields().forEach(field -> {
                    html.append("<dt>").append(escape(field.name())).append("</dt>\n");
                    container("dd", field.blocks());
                });
                close("dl");
            }
            case Block.CodeBlock c -> code(c);
            case Block.MathBlock m ->
                html.append("<div class=\"math display\">")
                        .append(escape(m.tex()))
                        .append("</div>\n");
            case Block.Table t -> table(t);
            case Block.Figure f -> {
                html.append("<figure>");
                inline(f.image());
                html.append('\n');
                if (!f.caption().isEmpty()) {
                    container("figcaption", f.caption());
                }
                close("figure");
            }
            case Block.Quote q -> container("blockquote", q.blocks());
            case Block.Transition t -> html.append("<hr>\n");
            case Block.Comment c -> {}
            case Block.Footnote f -> footnote(f);
            case Block.Directive d -> directive(d);
            case Block.HtmlBlock h -> html.append(sanitized(h.html())).append('\n');
        }
    }

    private void lines(Block.LineBlock block) {
        html.append("<p class=\"lines\">");
        boolean first = true;
        for (Block.LineBlock.Line line : block.lines()) {
            html.append(first ? "" : "<br>\n").append("&emsp;".repeat(line.indent()));
            inlines(line.content());
            first = false;
        }
        html.append("</p>\n");
    }

    private void list(Block.ListBlock list) {
        String name = list.ordered() ? "ol" : "ul";
        String start = list.ordered() ? number(list.items().getFirst().marker()) : "";
        html.append('<').append(name);
        if (!start.isEmpty() && !start.equals("1")) {
            html.append(" start=\"").append(start).append('"');
        }
        html.append(">\n");
        list.items().forEach(item -> container("li", item.blocks()));
        close(name);
    }

    private static String number(String marker) {
        String digits = marker.replaceAll("[^0-9]", "");
        return digits.length() > 9 ? "" : digits;
    }

    private void code(Block.CodeBlock code) {
        html.append("<pre><code");
        code.language()
                .map(HtmlRenderer::className)
                .filter(name -> !name.isEmpty())
                .ifPresent(
                        name -> html.append(" class=\"language-").append(name).append('"'));
        html.append('>').append(escape(code.text())).append("</code></pre>\n");
    }

    private void table(Block.Table table) {
        open("table");
        for (Block.Table.Row row : table.rows()) {
            open("tr");
            row.cells().forEach(cell -> container(row.header() ? "th" : "td", cell.blocks()));
            close("tr");
        }
        close("table");
    }

    private void footnote(Block.Footnote footnote) {
        html.append("<div class=\"footnote\"><span class=\"label\">")
                .append(escape(footnote.label()))
                .append("</span>\n");
        footnote.blocks().forEach(this::block);
        close("div");
    }

    private void directive(Block.Directive directive) {
        if (directive.blocks().isEmpty() && directive.title().isEmpty()) {
            return;
        }
        if (directive.name().equals("details")) {
            open("details");
            element("summary", directive.title());
            directive.blocks().forEach(this::block);
            close("details");
            return;
        }
        html.append("<aside class=\"").append(blockClass(directive.name())).append("\">\n");
        if (!directive.title().isEmpty()) {
            html.append("<p class=\"title\">");
            inlines(directive.title());
            html.append("</p>\n");
        }
        directive.blocks().forEach(this::block);
        close("aside");
    }

    private void inlines(List<Inline> content) {
        content.forEach(this::inline);
    }

    private void inline(Inline inline) {
        switch (inline) {
            case Inline.Text t -> html.append(escape(t.text()));
            case Inline.Emphasis e -> wrap("em", e.content());
            case Inline.Strong s -> wrap("strong", s.content());
            case Inline.Code c -> html.append("<code>").append(escape(c.text())).append("</code>");
            case Inline.Formula f ->
                html.append("<span class=\"math inline\">")
                        .append(escape(f.tex()))
                        .append("</span>");
            case Inline.Link l -> link(l);
            case Inline.Image i -> image(i);
            case Inline.LineBreak b -> html.append("<br>\n");
            case Inline.FootnoteReference r ->
                html.append("<sup>").append(escape(r.label())).append("</sup>");
            case Inline.Role r -> html.append(escape(r.text()));
        }
    }

    private void link(Inline.Link link) {
        if (link.target().isBlank() || !isSafe(link.target()) || link.form() == Inline.Link.Form.INTERNAL) {
            inlines(link.content());
            return;
        }
        html.append("<a href=\"").append(escape(address(link.target()))).append("\" rel=\"" + REL + "\">");
        inlines(link.content());
        html.append("</a>");
    }

    private void image(Inline.Image image) {
        if (isSafe(image.target())) {
            html.append("<img src=\"")
                    .append(escape(address(image.target())))
                    .append("\" alt=\"")
                    .append(escape(image.alt()))
                    .append("\" loading=\"lazy\">");
        } else {
            html.append(escape(image.alt()));
        }
    }

    /** Says whether an address has a scheme that is harmless, or none. */
    private static boolean isSafe(String address) {
        String bare = address.strip();
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == ':') {
                return SCHEMES.contains(bare.substring(0, i).toLowerCase(Locale.ROOT));
            }
            if (c == '/' || c == '?' || c == '#') {
                return true;
            }
            if (c < ' ') {
                return false;
            }
        }
        return true;
    }

    /** Returns an address without the spaces that people leave in names of files. */
    private static String address(String written) {
        return written.strip().replace(" ", "%20");
    }

    private static String sanitized(String html) {
        return Jsoup.clean(html, ANY_BASE, SAFE, new OutputSettings().prettyPrint(false))
                .strip();
    }

    private void element(String name, List<Inline> content) {
        wrap(name, content);
        html.append('\n');
    }

    private void wrap(String name, List<Inline> content) {
        html.append('<').append(name).append('>');
        inlines(content);
        html.append("</").append(name).append('>');
    }

    /** Appends an element of blocks; a single paragraph stands in it without a tag of its own. */
    private void container(String name, List<Block> blocks) {
        html.append('<').append(name).append('>');
        if (blocks.size() == 1 && blocks.getFirst() instanceof Block.Paragraph p) {
            inlines(p.content());
        } else {
            html.append('\n');
            blocks.forEach(this::block);
        }
        close(name);
    }

    private void open(String name) {
        html.append('<').append(name).append(">\n");
    }

    private void close(String name) {
        html.append("</").append(name).append(">\n");
    }

    /** Returns the class of a block with a name of its own; a name without any Latin letter gives {@code block}. */
    private static String blockClass(String name) {
        String safe = className(name);
        return safe.chars().anyMatch(Character::isLetterOrDigit) ? safe : "block";
    }

    /** Returns a name made of letters that are safe in an attribute. */
    private static String className(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9+#-]+", "-");
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
