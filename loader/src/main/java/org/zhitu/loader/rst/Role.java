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
            return new Inline.Code(role.equals("code") ? content : shown(text), span);
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
        String shown = shown(text);
        String target = target(text);
        if (PLACES.contains(role.substring(role.indexOf(':') + 1))) {
            return new Inline.Link(target, List.of(new Inline.Text(shown, inner)), Inline.Link.Form.INTERNAL, span);
        }
        return new Inline.Role(name, shown, span);
    }

    private static Inline proposal(String kind, String text, SourceSpan inner, SourceSpan span) {
        String target = target(text);
        int hash = target.indexOf('#');
        String number = hash < 0 ? target : target.substring(0, hash);
        String part = hash < 0 ? "" : target.substring(hash);
        if (number.isEmpty() || number.length() > 5 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Inline.Role(kind, shown(text), span);
        }
        String address = kind.equals("pep")
                ? "https://peps.python.org/pep-" + "0".repeat(Math.max(0, 4 - number.length())) + number + part
                : "https://tools.ietf.org/html/rfc" + number + ".html" + part;
        String words = isTitled(text) ? shown(text) : kind.toUpperCase(Locale.ROOT) + " " + number;
        return new Inline.Link(address, List.of(new Inline.Text(words, inner)), Inline.Link.Form.NAMED, span);
    }

    /** Says whether a text has its target behind it in angle brackets. */
    private static boolean isTitled(String text) {
        return text.endsWith(">") && text.lastIndexOf('<') > 0;
    }

    private static String shown(String text) {
        return isTitled(text) ? text.substring(0, text.lastIndexOf('<')).strip() : withoutSigil(text);
    }

    private static String target(String text) {
        return isTitled(text) ? text.substring(text.lastIndexOf('<') + 1, text.length() - 1) : withoutSigil(text);
    }

    /** Leaves out the mark that shortens or mutes a reference. */
    private static String withoutSigil(String text) {
        return text.startsWith("~") || text.startsWith("!") ? text.substring(1) : text;
    }
}
