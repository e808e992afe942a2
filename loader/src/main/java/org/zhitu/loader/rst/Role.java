package org.zhitu.loader.rst;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.SourceSpan;

/** Interpreted text: what {@code :role:`text`} is to the reader of the note. */
final class Role {
    private static final Set<String> CODE = Set.of(
            "code",
            "literal",
            "samp",
            "file",
            "command",
            "kbd",
            "program",
            "envvar",
            "option",
            "mimetype",
            "makevar",
            "regexp",
            "manpage",
            "newsgroup",
            "token");
    private static final Set<String> PLAIN = Set.of(
            "sub",
            "subscript",
            "sup",
            "superscript",
            "title",
            "title-reference",
            "t",
            "guilabel",
            "menuselection",
            "abbr",
            "abbreviation",
            "dfn",
            "mailheader");
    private static final Set<String> PLACES =
            Set.of("ref", "doc", "numref", "any", "term", "keyword", "eq", "download");

    private Role() {}

    /**
     * Returns the piece that the text makes.
     *
     * @param content the text, escapes still in it
     * @param inner   where the text stands
     * @param span    where text and role stand
     */
    static Inline read(String name, String content, SourceSpan inner, SourceSpan span) {
        String role = name.toLowerCase(Locale.ROOT);
        String text = Escapes.resolve(content);
        if (role.equals("math")) {
            return new Inline.Formula(content, span);
        }
        if (CODE.contains(role)) {
            return new Inline.Code(role.equals("code") ? content : text, span);
        }
        if (role.equals("strong")) {
            return new Inline.Strong(List.of(new Inline.Text(text, inner)), span);
        }
        if (role.equals("emphasis")) {
            return new Inline.Emphasis(List.of(new Inline.Text(text, inner)), span);
        }
        if (PLAIN.contains(role)) {
            return new Inline.Text(text, span);
        }
        if (role.equals("pep") || role.equals("rfc") || role.equals("pep-reference") || role.equals("rfc-reference")) {
            return proposal(role.substring(0, 3), text, inner, span);
        }
        int open = text.lastIndexOf('<');
        boolean titled = open > 0 && text.endsWith(">");
        String shown = titled ? text.substring(0, open).strip() : withoutSigil(text);
        String target = titled ? text.substring(open + 1, text.length() - 1) : withoutSigil(text);
        if (PLACES.contains(role.substring(role.indexOf(':') + 1))) {
            return new Inline.Link(target, List.of(new Inline.Text(shown, inner)), Inline.Link.Form.INTERNAL, span);
        }
        return new Inline.Role(name, shown, span);
    }

    private static Inline proposal(String kind, String text, SourceSpan inner, SourceSpan span) {
        if (text.isEmpty() || text.length() > 5 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Inline.Role(kind, text, span);
        }
        String address = kind.equals("pep")
                ? "https://peps.python.org/pep-" + "0".repeat(Math.max(0, 4 - text.length())) + text
                : "https://tools.ietf.org/html/rfc" + text + ".html";
        String shown = kind.toUpperCase(Locale.ROOT) + " " + text;
        return new Inline.Link(address, List.of(new Inline.Text(shown, inner)), Inline.Link.Form.NAMED, span);
    }

    /** Leaves out the mark that shortens or mutes a reference. */
    private static String withoutSigil(String text) {
        return text.startsWith("~") || text.startsWith("!") ? text.substring(1) : text;
    }
}
