package org.zhitu.loader.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.footnotes.FootnoteReference;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.zhitu.loader.document.BareAddress;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.loader.source.SourceText;

/** Turns the parser's running text into ours, and finds the addresses in it that have no markup. */
final class InlineConverter {
    private static final int DEEPEST = 32;
    private static final int LONGEST_ENTITY = 40;
    /** A role of MyST or of d2lbook that refers to something by a name which is not for the reader. */
    private static final Pattern REFERENCE =
            Pattern.compile("(?<![\\w:])[:{]((?:num|eq)?ref|eq|label|cite(?::[a-z]{1,12}|[a-z]{1,3})?)[:}]$");

    private static final List<String> PICTURES =
            List.of(".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".bmp", ".avif");

    private final Origin origin;
    private final SourceText source;
    private final List<Finding> findings;
    private int depth;
    private boolean inLink;
    private boolean inCell;

    /** The text whose offsets were counted last, and how far: they are asked for from left to right. */
    private SourceSpan measured = new SourceSpan(0, 0, 1, 1);

    private int measuredIndex;
    private int measuredOffset;

    InlineConverter(Origin origin, List<Finding> findings) {
        this.origin = origin;
        this.source = origin.source();
        this.findings = findings;
    }

    SourceText source() {
        return source;
    }

    /** Returns the pieces of one line of running text that stands at an offset of the note. */
    List<Inline> parsed(String line, int offset) {
        Node block = MarkdownReader.parse(line).getFirstChild();
        return block instanceof Paragraph
                ? new InlineConverter(Origin.at(source, offset), findings).children(block)
                : List.of(new Inline.Text(line, source.span(offset, offset + line.length())));
    }

    /** An {@code <a>} that has been opened. */
    private record Anchor(String target, int start, List<Inline> before) {}

    /** Returns the pieces of running text in a node. */
    List<Inline> children(Node parent) {
        if (depth == DEEPEST) {
            return flat(parent);
        }
        depth++;
        List<Inline> pieces = new ArrayList<>();
        Optional<Anchor> anchor = Optional.empty();
        int reached = Origin.isKnown(parent) ? origin.start(parent) : 0;
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (Origin.isKnown(node)) {
                reached = origin.end(node);
            }
            if (node instanceof HtmlInline html) {
                Optional<Anchor> opened = anchor.isEmpty() ? opened(html, pieces) : Optional.empty();
                if (opened.isPresent()) {
                    anchor = opened;
                    inLink = true;
                    pieces = new ArrayList<>();
                } else if (anchor.isPresent() && isTag(html.getLiteral(), "/a")) {
                    pieces = closed(anchor.get(), pieces, reached);
                    inLink = false;
                    anchor = Optional.empty();
                } else {
                    html(html, pieces);
                }
            } else {
                add(node, reached, pieces);
            }
        }
        if (anchor.isPresent()) {
            pieces = closed(anchor.get(), pieces, reached);
            inLink = false;
        }
        depth--;
        return List.copyOf(pieces);
    }

    private void add(Node node, int reached, List<Inline> into) {
        SourceSpan span = Origin.isKnown(node) ? origin.span(node) : lineEnd(reached);
        switch (node) {
            case BoundedInlineParser.Tangle tangle -> {
                find("nesting-too-deep", span, String.valueOf(BoundedInlineParser.MOST_BRACKETS));
                text(tangle.getLiteral(), span, into);
            }
            case Text text -> text(text.getLiteral(), span, into);
            case SoftLineBreak line -> into.add(new Inline.Text("\n", lineEnd(reached)));
            case HardLineBreak line -> into.add(new Inline.LineBreak(span));
            case Emphasis emphasis -> into.add(new Inline.Emphasis(children(emphasis), span));
            case StrongEmphasis strong -> into.add(new Inline.Strong(children(strong), span));
            case Code code -> {
                if (!reference(code.getLiteral(), span, into)) {
                    into.add(new Inline.Code(inCell ? withoutEscapes(code.getLiteral()) : code.getLiteral(), span));
                }
            }
            case Formula formula ->
                into.add(new Inline.Formula(inCell ? withoutEscapes(formula.tex()) : formula.tex(), span));
            case Link link -> into.add(link(link, span));
            case Image image -> into.add(new Inline.Image(image.getDestination(), alt(image), span));
            case FootnoteReference reference -> into.add(new Inline.FootnoteReference(reference.getLabel(), span));
            default -> into.addAll(children(node));
        }
    }

    /** Adds what a role right before code makes of it, as {@code {ref}`intro`} or {@code :cite:`Knuth84`}, if it refers to something. */
    private boolean reference(String target, SourceSpan span, List<Inline> into) {
        if (into.isEmpty() || !(into.getLast() instanceof Inline.Text before) || !mayEndInRole(before.text())) {
            return false;
        }
        Matcher role = REFERENCE.matcher(before.text());
        if (before.span().end() != span.offset() || !role.find()) {
            return false;
        }
        int start = span.offset() - (before.text().length() - role.start());
        into.removeLast();
        plain(before.text(), 0, role.start(), before.span(), into);
        into.add(new Inline.Role(role.group(1), target, source.span(start, span.end())));
        return true;
    }

    private static boolean mayEndInRole(String text) {
        return text.endsWith(":") || text.endsWith("}");
    }

    /** Returns the pieces of running text in a cell of a table, where bars need an escape even in code. */
    List<Inline> cell(Node cell) {
        inCell = true;
        List<Inline> pieces = children(cell);
        inCell = false;
        return pieces;
    }

    private static String withoutEscapes(String text) {
        return text.replace("\\|", "|");
    }

    private SourceSpan lineEnd(int offset) {
        int start = Math.min(offset, source.text().length());
        return source.span(start, Math.min(start + 1, source.text().length()));
    }

    private Inline link(Link link, SourceSpan span) {
        boolean outer = inLink;
        inLink = true;
        List<Inline> content = children(link);
        inLink = outer;
        String target = link.getDestination();
        if (target.isEmpty()) {
            find("link-empty", span, Inline.plainText(content));
        }
        Inline.Link.Form form = target.startsWith("#")
                ? Inline.Link.Form.INTERNAL
                : source.text().charAt(span.offset()) == '<' ? Inline.Link.Form.BARE : Inline.Link.Form.NAMED;
        return new Inline.Link(target, content, form, span);
    }

    private String alt(Image image) {
        boolean outer = inLink;
        inLink = true;
        String alt = Inline.plainText(children(image));
        inLink = outer;
        return alt;
    }

    private static Inline wiki(WikiLink wiki, SourceSpan span) {
        String lower = wiki.target().toLowerCase(Locale.ROOT);
        if (wiki.embedded() && PICTURES.stream().anyMatch(lower::endsWith)) {
            boolean size = wiki.label().chars().allMatch(c -> (c >= '0' && c <= '9') || c == 'x');
            String alt = size || wiki.label().equals(wiki.target()) ? "" : wiki.label();
            return new Inline.Image(wiki.target(), alt, span);
        }
        List<Inline> content = List.of(new Inline.Text(wiki.label(), span));
        return new Inline.Link(wiki.target(), content, Inline.Link.Form.INTERNAL, span);
    }

    /** Adds text, with the addresses in it as links unless it is in a link already. */
    void text(String text, SourceSpan span, List<Inline> into) {
        int plainFrom = 0;
        int at = inLink ? text.length() : nextSign(text, 0);
        while (at < text.length()) {
            int end = text.charAt(at) == '['
                    ? wiki(text, at, plainFrom, span, into)
                    : address(text, at, plainFrom, span, into);
            plainFrom = Math.max(plainFrom, end);
            at = nextSign(text, Math.max(at + 1, plainFrom));
        }
        plain(text, plainFrom, text.length(), span, into);
    }

    /** Adds the text up to a link to another note, and the link; returns where that ends, or 0 if there is none. */
    private int wiki(String text, int at, int plainFrom, SourceSpan span, List<Inline> into) {
        Optional<WikiLink> found = WikiLink.at(text, at, plainFrom);
        if (found.isEmpty()) {
            return 0;
        }
        WikiLink wiki = found.get();
        plain(text, plainFrom, wiki.start(), span, into);
        into.add(wiki(wiki, part(text, wiki.start(), wiki.end(), span)));
        return wiki.end();
    }

    /** Adds the text up to a bare address, and the link; returns where that ends, or 0 if there is none. */
    private int address(String text, int at, int plainFrom, SourceSpan span, List<Inline> into) {
        Optional<BareAddress> found = text.charAt(at) == ':'
                ? BareAddress.around(text, at, plainFrom)
                : BareAddress.mailAround(text, at, plainFrom);
        if (found.isEmpty()) {
            return 0;
        }
        BareAddress address = found.get();
        plain(text, plainFrom, address.start(), span, into);
        SourceSpan place = part(text, address.start(), address.end(), span);
        String written = address.in(text);
        boolean mail = text.charAt(at) == '@' && !written.startsWith("mailto:");
        into.add(new Inline.Link(
                mail ? "mailto:" + written : written,
                List.of(new Inline.Text(written, place)),
                Inline.Link.Form.BARE,
                place));
        return address.end();
    }

    private static int nextSign(String text, int from) {
        int at = from;
        while (at < text.length() && ":@[".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private void plain(String text, int from, int to, SourceSpan span, List<Inline> into) {
        if (to > from) {
            into.add(new Inline.Text(text.substring(from, to), part(text, from, to, span)));
        }
    }

    /** Returns where a part of a text stands; escapes and entities make the text shorter than what is written. */
    private SourceSpan part(String text, int from, int to, SourceSpan span) {
        if (from == 0 && to == text.length()) {
            return span;
        }
        int start = offset(text, from, span);
        return source.span(start, Math.max(start, offset(text, to, span)));
    }

    private int offset(String text, int index, SourceSpan span) {
        if (text.length() == span.length()) {
            return span.offset() + index;
        }
        String written = source.text();
        boolean goesOn = measured.equals(span) && measuredIndex <= index;
        int at = goesOn ? measuredOffset : span.offset();
        int i = goesOn ? measuredIndex : 0;
        for (; i < index && at < span.end(); i++) {
            char c = written.charAt(at);
            if (c == text.charAt(i)) {
                at++;
            } else if (c == '\\' && at + 1 < span.end() && written.charAt(at + 1) == text.charAt(i)) {
                at += 2;
            } else {
                at = c == '&' ? afterEntity(written, at, span.end()) : at + 1;
            }
        }
        measured = span;
        measuredIndex = i;
        measuredOffset = at;
        return Math.min(at, span.end());
    }

    private static int afterEntity(String written, int at, int limit) {
        int end = at + 1;
        int last = Math.min(limit, at + LONGEST_ENTITY);
        while (end < last && written.charAt(end) != ';') {
            end++;
        }
        return end < last ? end + 1 : at + 1;
    }

    private Optional<Anchor> opened(HtmlInline html, List<Inline> before) {
        if (!isTag(html.getLiteral(), "a") || !Origin.isKnown(html)) {
            return Optional.empty();
        }
        Element element = Jsoup.parseBodyFragment(html.getLiteral()).selectFirst("a[href]");
        return element == null
                ? Optional.empty()
                : Optional.of(new Anchor(element.attr("href"), origin.start(html), before));
    }

    private List<Inline> closed(Anchor anchor, List<Inline> content, int end) {
        List<Inline> pieces = anchor.before();
        SourceSpan span = source.span(anchor.start(), Math.max(anchor.start(), end));
        pieces.add(new Inline.Link(anchor.target(), List.copyOf(content), Inline.Link.Form.NAMED, span));
        return pieces;
    }

    private void html(HtmlInline html, List<Inline> into) {
        if (!Origin.isKnown(html)) {
            return;
        }
        String tag = html.getLiteral();
        if (isTag(tag, "br")) {
            into.add(new Inline.LineBreak(origin.span(html)));
        } else if (isTag(tag, "img")) {
            Element image = Jsoup.parseBodyFragment(tag).selectFirst("img[src]");
            if (image != null) {
                into.add(new Inline.Image(image.attr("src"), image.attr("alt"), origin.span(html)));
            }
        }
    }

    private static boolean isTag(String html, String name) {
        int end = 1 + name.length();
        return html.length() > end
                && html.regionMatches(true, 1, name, 0, name.length())
                && !Character.isLetterOrDigit(html.charAt(end));
    }

    /** Returns what is nested too deep as one text. */
    private List<Inline> flat(Node node) {
        if (!Origin.isKnown(node)) {
            return List.of();
        }
        SourceSpan span = origin.span(node);
        find("nesting-too-deep", span, String.valueOf(DEEPEST));
        return List.of(new Inline.Text(source.text(span), span));
    }

    private void find(String code, SourceSpan span, String... arguments) {
        findings.add(new Finding(Finding.Severity.WARN, code, source.path(), span.line(), List.of(arguments)));
    }
}
