package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.document.BareAddress;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.Finding;

/**
 * Reads running text. Goes by the rules of docutils, with two liberties for languages that put no spaces between words:
 * markup other than single asterisks may touch such a word, and a bare address may.
 *
 * <p>Linear: no search for the end of some markup is repeated once it has failed.
 */
final class InlineParser {
    private static final int LONGEST_ROLE = 64;

    private final Draft draft;
    private final Flow flow;
    private final String text;
    private final List<Inline> pieces = new ArrayList<>();

    /** Ends that do not occur in the rest of the text. */
    private final List<String> missing = new ArrayList<>();

    private int plainFrom;

    private InlineParser(Draft draft, Flow flow) {
        this.draft = draft;
        this.flow = flow;
        this.text = flow.text();
    }

    static List<Inline> parse(Draft draft, Flow flow) {
        InlineParser parser = new InlineParser(draft, flow);
        parser.run();
        return List.copyOf(parser.pieces);
    }

    private void run() {
        int at = 0;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '\\' -> at + 2;
                case '*' -> asterisk(at);
                case '`' -> backquote(at);
                case '|' -> substitution(at);
                case '[' -> footnote(at);
                case '_' -> underscore(at);
                case ':' -> colon(at);
                case '@' -> mail(at);
                default -> at + 1;
            };
        }
        addText(text.length());
    }

    private int asterisk(int at) {
        String mark = text.startsWith("**", at) ? "**" : "*";
        int end = opens(at, mark.length(), mark.length() == 2) ? end(mark, at + mark.length(), mark.length() == 2) : -1;
        if (end < 0) {
            findUnclosed(at, mark);
            return at + mark.length();
        }
        List<Inline> inner = addressed(at + mark.length(), end);
        int after = end + mark.length();
        return mark.length() == 2
                ? add(new Inline.Strong(inner, flow.span(at, after)), at, after)
                : add(new Inline.Emphasis(inner, flow.span(at, after)), at, after);
    }

    /** Finds a mark that opens something, but nothing closes it. */
    private void findUnclosed(int at, String mark) {
        boolean apart = at == 0 || text.charAt(at - 1) != mark.charAt(0);
        if (mark.length() == 2 && apart && opens(at, 2, true) && text.charAt(at + 2) != mark.charAt(0)) {
            draft.find(
                    Finding.Severity.WARN,
                    "markup-unclosed",
                    flow.span(at, at + 2).offset(),
                    mark);
        }
    }

    private int backquote(int at) {
        if (text.startsWith("``", at)) {
            int end = opens(at, 2, true) ? end("``", at + 2, true) : -1;
            if (end < 0) {
                findUnclosed(at, "``");
            }
            return end < 0
                    ? at + 2
                    : add(new Inline.Code(text.substring(at + 2, end), flow.span(at, end + 2)), at, end + 2);
        }
        return opens(at, 1, true) ? phrase(at, at, "") : at + 1;
    }

    /**
     * Reads text in single backquotes: with a role before or after, a reference, or by itself.
     *
     * @param start where the role before it starts, else the backquote
     * @param quote where the backquote stands
     */
    private int phrase(int start, int quote, String roleBefore) {
        int end = end("`", quote + 1, true);
        if (end < 0) {
            return quote + 1;
        }
        String content = text.substring(quote + 1, end);
        if (text.startsWith("__", end + 1)) {
            return reference(start, quote + 1, end, end + 3, true);
        }
        if (text.startsWith("_", end + 1)) {
            return reference(start, quote + 1, end, end + 2, false);
        }
        int after = end + 1;
        String role = roleBefore;
        if (role.isEmpty() && text.startsWith(":", after)) {
            int roleEnd = roleEnd(after);
            if (roleEnd > 0 && !text.startsWith("`", roleEnd + 1)) {
                role = text.substring(after + 1, roleEnd);
                after = roleEnd + 1;
            }
        }
        if (role.isEmpty()) {
            role = draft.defaultRole();
        }
        if (role.isEmpty()) {
            return add(new Inline.Code(Escapes.resolve(content), flow.span(start, after)), start, after);
        }
        return add(Role.read(role, content, flow.span(quote + 1, end), flow.span(start, after)), start, after);
    }

    private int reference(int start, int from, int to, int after, boolean anonymous) {
        String content = text.substring(from, to);
        int open = content.lastIndexOf('<');
        boolean embedded = open >= 0
                && content.endsWith(">")
                && content.indexOf('>', open) == content.length() - 1
                && (open == 0 || Character.isWhitespace(content.charAt(open - 1)) || isUnspacedBefore(content, open))
                && !Escapes.isEscaped(content, open);
        if (!embedded) {
            String name = Escapes.resolve(content);
            Optional<Definitions.Target> target = anonymous
                    ? draft.definitions().anonymous(draft.nextAnonymousReference())
                    : draft.definitions().target(name);
            return link(target, plain(from, to), name, start, after);
        }
        String written = content.substring(open + 1, content.length() - 1);
        int textEnd = from + open;
        while (textEnd > from && Character.isWhitespace(text.charAt(textEnd - 1))) {
            textEnd--;
        }
        List<Inline> shown = textEnd > from ? plain(from, textEnd) : plain(from + open + 1, to - 1);
        String name = textEnd > from ? Escapes.resolve(text.substring(from, textEnd)) : "";
        if (written.endsWith("_") && !written.endsWith("\\_")) {
            String alias = Escapes.resolve(written.substring(0, written.length() - 1));
            if (!anonymous && !name.isEmpty()) {
                draft.definitions().alias(name, alias);
            }
            return link(draft.definitions().target(alias), shown, alias, start, after);
        }
        String address = Address.of(written);
        if (!anonymous && !name.isEmpty()) {
            draft.definitions().address(name, address);
        }
        return add(new Inline.Link(address, shown, Inline.Link.Form.NAMED, flow.span(start, after)), start, after);
    }

    private static boolean isUnspacedBefore(String content, int open) {
        char before = content.charAt(open - 1);
        return Boundary.isUnspaced(before) && content.startsWith("http", open + 1);
    }

    private int link(Optional<Definitions.Target> target, List<Inline> shown, String name, int start, int after) {
        if (target.isPresent()) {
            return add(Definitions.link(target.get(), shown, flow.span(start, after)), start, after);
        }
        draft.lookAhead();
        draft.find(
                Finding.Severity.WARN, "target-unknown", flow.span(start, after).offset(), name);
        addText(start);
        pieces.addAll(shown);
        plainFrom = after;
        return after;
    }

    private int underscore(int at) {
        if (text.startsWith("`", at + 1)) {
            return inlineTarget(at);
        }
        boolean anonymous = text.startsWith("_", at + 1);
        int after = at + (anonymous ? 2 : 1);
        boolean ends = after >= text.length() || Boundary.after(text.charAt(after));
        int start = ends ? ReferenceName.start(text, plainFrom, at) : at;
        boolean begins = start < at && (start == 0 || Boundary.before(text.charAt(start - 1)));
        if (!begins || Escapes.isEscaped(text, start)) {
            return after;
        }
        String name = text.substring(start, at);
        Optional<Definitions.Target> target = anonymous
                ? draft.definitions().anonymous(draft.nextAnonymousReference())
                : draft.definitions().target(name);
        if (target.isEmpty()) {
            draft.lookAhead();
            return after;
        }
        return add(Definitions.link(target.get(), plain(start, at), flow.span(start, after)), start, after);
    }

    private int inlineTarget(int at) {
        int end = opens(at, 2, true) ? end("`", at + 2, true) : -1;
        if (end < 0) {
            return at + 2;
        }
        draft.definitions().place(Escapes.resolve(text.substring(at + 2, end)));
        addText(at);
        pieces.addAll(plain(at + 2, end));
        plainFrom = end + 1;
        return end + 1;
    }

    private int substitution(int at) {
        if (text.startsWith("|", at + 1) || !opens(at, 1, true)) {
            return at + 1;
        }
        int end = end("|", at + 1, true);
        if (end < 0) {
            return at + 1;
        }
        String name = Escapes.resolve(text.substring(at + 1, end));
        int after = end + 1;
        while (after < text.length() && after < end + 3 && text.charAt(after) == '_') {
            after++;
        }
        Optional<Definitions.Substitution> found = draft.definitions().substitution(name);
        if (found.isEmpty()) {
            draft.lookAhead();
            draft.find(
                    Finding.Severity.INFO,
                    "substitution-unknown",
                    flow.span(at, after).offset(),
                    name);
            return at + 1;
        }
        Inline piece = switch (found.get()) {
            case Definitions.Substitution.Picture p -> new Inline.Image(p.target(), p.alt(), flow.span(at, end + 1));
            case Definitions.Substitution.Words w -> new Inline.Text(w.text(), flow.span(at, end + 1));
        };
        Optional<Definitions.Target> target =
                after == end + 2 ? draft.definitions().target(name) : Optional.empty();
        return add(
                target.<Inline>map(t -> Definitions.link(t, List.of(piece), flow.span(at, end + 2)))
                        .orElse(piece),
                at,
                after);
    }

    private int footnote(int at) {
        int from = at + 1;
        int to = from;
        if (text.startsWith("*]_", from)) {
            to = from + 1;
        } else {
            to = ReferenceName.end(text, text.startsWith("#", from) ? from + 1 : from, text.length());
        }
        int after = to + 2;
        boolean complete = to > from && text.startsWith("]_", to);
        boolean bounded = complete
                && (at == 0 || Boundary.before(text.charAt(at - 1)) || Boundary.isUnspaced(text.charAt(at - 1)))
                && (after >= text.length()
                        || Boundary.after(text.charAt(after))
                        || Boundary.isUnspaced(text.charAt(after)));
        if (!bounded) {
            return at + 1;
        }
        String label = text.substring(from, to);
        int ordinal = draft.ordinalOf(label, true);
        FootnoteLabels labels = draft.definitions().footnotes();
        if (!labels.has(label, ordinal)) {
            draft.lookAhead();
            draft.find(
                    Finding.Severity.WARN,
                    "footnote-unknown",
                    flow.span(at, after).offset(),
                    label);
        }
        return add(new Inline.FootnoteReference(labels.shown(label, ordinal), flow.span(at, after)), at, after);
    }

    private int colon(int at) {
        Optional<BareAddress> address = BareAddress.around(text, at, plainFrom);
        if (address.isPresent()) {
            return bare(address.get(), "");
        }
        int roleEnd = roleEnd(at);
        boolean role = roleEnd > 0
                && text.startsWith("`", roleEnd + 1)
                && (at == 0 || Boundary.before(text.charAt(at - 1)) || Boundary.isUnspaced(text.charAt(at - 1)));
        if (!role) {
            return at + 1;
        }
        int after = phrase(at, roleEnd + 1, text.substring(at + 1, roleEnd));
        return Math.max(after, roleEnd + 1);
    }

    /** Returns where the colon after a role's name stands; -1 where no role's name is. */
    private int roleEnd(int colon) {
        int end = colon + 1;
        int limit = Math.min(text.length(), colon + LONGEST_ROLE);
        while (end < limit && (ReferenceName.isWord(text.charAt(end)) || "-_.+:".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        boolean named = end > colon + 2 && text.charAt(end - 1) == ':' && text.charAt(colon + 1) != ':';
        return named ? end - 1 : -1;
    }

    private int mail(int at) {
        Optional<BareAddress> address = BareAddress.mailAround(text, at, plainFrom);
        return address.map(found -> bare(found, found.in(text).startsWith("mailto:") ? "" : "mailto:"))
                .orElse(at + 1);
    }

    private int bare(BareAddress address, String prefix) {
        String written = address.in(text);
        String target = prefix + (written.indexOf('\\') < 0 ? written : Escapes.resolve(written));
        Inline.Text shown = new Inline.Text(written, flow.span(address.start(), address.end()));
        return add(
                new Inline.Link(target, List.of(shown), Inline.Link.Form.BARE, shown.span()),
                address.start(),
                address.end());
    }

    private boolean opens(int at, int length, boolean mayTouchWords) {
        int inside = at + length;
        if (inside >= text.length() || Character.isWhitespace(text.charAt(inside))) {
            return false;
        }
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        boolean bounded = Boundary.before(before) || (mayTouchWords && Boundary.isUnspaced(before));
        return bounded && !Boundary.quotes(before, text.charAt(inside));
    }

    /** Returns where the mark that ends some markup stands; -1 where there is none. */
    private int end(String mark, int from, boolean mayTouchWords) {
        if (missing.contains(mark)) {
            return -1;
        }
        boolean literal = mark.equals("``");
        boolean single = mark.equals("*");
        for (int at = text.indexOf(mark, from + 1); at >= 0; at = text.indexOf(mark, at + 1)) {
            int after = at + mark.length();
            boolean closes = !Character.isWhitespace(text.charAt(at - 1))
                    && (literal || !Escapes.isEscaped(text, at))
                    && (after == text.length()
                            || Boundary.after(text.charAt(after))
                            || (mayTouchWords && Boundary.isUnspaced(text.charAt(after)))
                            || (single && isBetweenWords(at))
                            || (mark.equals("`") && isSuffix(after))
                            || (mark.equals("|") && text.charAt(after) == '_'));
            if (closes) {
                return at;
            }
        }
        missing.add(mark);
        return -1;
    }

    /** Says whether words of a script without spaces touch a mark on both sides. */
    private boolean isBetweenWords(int at) {
        return Boundary.isUnspaced(text.charAt(at - 1)) && Boundary.isUnspaced(text.charAt(at + 1));
    }

    /** Says whether what follows a backquote makes it a reference. */
    private boolean isSuffix(int at) {
        if (text.charAt(at) != '_') {
            return false;
        }
        int after = text.startsWith("__", at) ? at + 2 : at + 1;
        return after >= text.length() || Boundary.after(text.charAt(after)) || Boundary.isUnspaced(text.charAt(after));
    }

    /** Returns text without markup. */
    private List<Inline> plain(int from, int to) {
        return List.of(new Inline.Text(Escapes.resolve(text.substring(from, to)), flow.span(from, to)));
    }

    /** Returns text without markup other than the bare addresses in it. */
    private List<Inline> addressed(int from, int to) {
        List<Inline> content = new ArrayList<>();
        int plain = from;
        for (int colon = text.indexOf("://", from); colon >= 0 && colon < to; colon = text.indexOf("://", colon + 1)) {
            Optional<BareAddress> found = BareAddress.around(text, colon, plain).filter(address -> address.end() <= to);
            if (found.isPresent()) {
                int start = found.get().start();
                int end = found.get().end();
                if (start > plain) {
                    content.addAll(plain(plain, start));
                }
                content.add(new Inline.Link(
                        found.get().in(text), plain(start, end), Inline.Link.Form.BARE, flow.span(start, end)));
                plain = end;
            }
        }
        if (plain < to) {
            content.addAll(plain(plain, to));
        }
        return List.copyOf(content);
    }

    private int add(Inline piece, int start, int after) {
        addText(start);
        pieces.add(piece);
        plainFrom = after;
        return after;
    }

    private void addText(int to) {
        if (to > plainFrom) {
            String plain = Escapes.resolve(text.substring(plainFrom, to));
            if (!plain.isEmpty()) {
                pieces.add(new Inline.Text(plain, flow.span(plainFrom, to)));
            }
        }
        plainFrom = Math.max(plainFrom, to);
    }
}
