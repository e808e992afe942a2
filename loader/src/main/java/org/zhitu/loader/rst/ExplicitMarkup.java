package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;

/** What starts with two full stops: footnotes, targets, substitutions, directives, and comments. */
final class ExplicitMarkup implements Construct {
    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        if (!lines.text(at).startsWith("..") || !ListItem.endsAfterMarker(lines, at, 2)) {
            return at;
        }
        Line first = lines.get(at).after(lines.source(), 2);
        if (first.isBlank() && lines.isBlank(at + 1)) {
            into.add(new Block.Comment("", lines.span(at, at + 1)));
            return at + 1;
        }
        boolean target = !first.isBlank() && lines.source().charAt(first.start()) == '_';
        int indented = lines.endOfIndented(at + 1, 1);
        int end = Math.max(at + 1, target ? Math.min(indented, lines.endOfUnbroken(at + 1)) : indented);
        Lines body = lines.under(first, at + 1, end);
        String text = first.isBlank() ? "" : body.text(0);
        boolean read = switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '[' -> footnote(lines, at, end, body, text, parser, into);
            case '_' -> target(body, text, first.start(), parser.draft());
            case '|' -> substitution(body, text, parser);
            case ' ' -> false;
            default -> directive(lines, at, end, body, text, parser, into);
        };
        if (!read) {
            into.add(new Block.Comment(body.verbatim(0, body.size()).strip(), lines.span(at, end)));
        }
        return end;
    }

    private static boolean footnote(
            Lines lines, int at, int end, Lines body, String text, BlockParser parser, List<Block> into) {
        int close = text.indexOf(']');
        boolean labelled = close > 1
                && (close + 1 == text.length() || Character.isWhitespace(text.charAt(close + 1)))
                && isLabel(text.substring(1, close));
        if (!labelled) {
            return false;
        }
        Lines inner = afterMarker(body, close + 1);
        String label = text.substring(1, close);
        Draft draft = parser.draft();
        draft.definitions().footnote(label);
        int ordinal = draft.ordinalOf(label, false);
        if (isCounted(label)) {
            draft.lookAhead();
        }
        String shown = draft.definitions().footnotes().shown(label, ordinal);
        into.add(new Block.Footnote(shown, parser.nested(inner), lines.span(at, end)));
        return true;
    }

    /** Says whether a label stands for a number or sign that a reader sees in its place. */
    static boolean isCounted(String label) {
        return label.startsWith("#") || label.equals("*");
    }

    private static boolean isLabel(String label) {
        String name = label.startsWith("#") ? label.substring(1) : label;
        return label.equals("*")
                || label.equals("#")
                || (!name.isEmpty() && ReferenceName.end(name, 0, name.length()) == name.length());
    }

    private static boolean target(Lines body, String text, int offset, Draft draft) {
        if (text.length() == 1 || Character.isWhitespace(text.charAt(1))) {
            return false;
        }
        String all = body.verbatim(0, body.size());
        if (all.startsWith("__:")) {
            defineAnonymous(all.substring(3), draft);
            return true;
        }
        boolean quoted = all.charAt(1) == '`';
        int colon = quoted ? all.indexOf("`:", 2) + 1 : colonAfterName(all);
        if (colon <= (quoted ? 0 : 1)) {
            return false;
        }
        String name = Escapes.resolve(quoted ? all.substring(2, colon - 1) : all.substring(1, colon));
        String value = all.substring(colon + 1).strip();
        Optional<String> other = reference(value);
        draft.define(name, value, offset);
        if (value.isEmpty()) {
            draft.definitions().place(name);
        } else if (other.isPresent()) {
            draft.definitions().alias(name, other.get());
        } else {
            draft.definitions().address(name, Address.of(value));
        }
        return true;
    }

    private static int colonAfterName(String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == ':') {
                boolean ends = i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
                if (ends) {
                    return i;
                }
            }
        }
        return -1;
    }

    static void defineAnonymous(String text, Draft draft) {
        String value = text.strip();
        Optional<String> other = reference(value);
        if (value.isEmpty()) {
            draft.definitions().anonymous(new Definitions.Target.Place(""));
        } else {
            draft.definitions()
                    .anonymous(other.flatMap(draft.definitions()::target)
                            .orElseGet(() -> new Definitions.Target.Address(Address.of(value))));
        }
    }

    /** Returns the name that a value refers to, if it is a reference. */
    private static Optional<String> reference(String value) {
        boolean refers = value.length() > 1 && value.endsWith("_") && !Escapes.isEscaped(value, value.length() - 1);
        if (!refers) {
            return Optional.empty();
        }
        String name = value.substring(0, value.length() - 1);
        if (name.length() > 2 && name.startsWith("`") && name.endsWith("`")) {
            return Optional.of(Escapes.resolve(name.substring(1, name.length() - 1)));
        }
        return ReferenceName.end(name, 0, name.length()) == name.length() ? Optional.of(name) : Optional.empty();
    }

    private static boolean substitution(Lines body, String text, BlockParser parser) {
        int close = text.indexOf('|', 1);
        if (close < 2 || Character.isWhitespace(text.charAt(1)) || Character.isWhitespace(text.charAt(close - 1))) {
            return false;
        }
        Lines inner = afterMarker(body, close + 1);
        if (inner.isEmpty()) {
            return false;
        }
        Optional<DirectiveMarker> marker = DirectiveMarker.of(inner.text(0));
        if (marker.isEmpty()) {
            return false;
        }
        DirectiveText directive =
                DirectiveText.of(afterMarker(inner, marker.get().length()), DirectiveText.Form.ARGUMENT);
        String name = Escapes.resolve(text.substring(1, close));
        Definitions.Substitution value = switch (marker.get().name().toLowerCase(Locale.ROOT)) {
            case "image" ->
                new Definitions.Substitution.Picture(
                        Address.of(directive.argument()), directive.options().getOrDefault("alt", name));
            case "replace" ->
                new Definitions.Substitution.Words(
                        replacement(inner, marker.get().length(), parser));
            case "unicode" -> new Definitions.Substitution.Words(UnicodeText.of(directive.argument()));
            default -> new Definitions.Substitution.Words(directive.argument());
        };
        parser.draft().definitions().substitution(name, value);
        return true;
    }

    private static String replacement(Lines inner, int marker, BlockParser parser) {
        Lines text = afterMarker(inner, marker).trimmed();
        List<Inline> content = text.size() == 0 ? List.of() : parser.inlines(text, 0, text.size());
        return Inline.plainText(content);
    }

    private static boolean directive(
            Lines lines, int at, int end, Lines body, String text, BlockParser parser, List<Block> into) {
        Optional<DirectiveMarker> marker = DirectiveMarker.of(text);
        if (marker.isEmpty()) {
            return false;
        }
        Lines inner = afterMarker(body, marker.get().length());
        Directives.read(marker.get().name(), inner, lines.span(at, end), parser, into);
        return true;
    }

    /** Returns the lines without the first characters of their first line. */
    private static Lines afterMarker(Lines body, int length) {
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            all.add(i == 0 ? body.get(0).after(body.source(), length) : body.get(i));
        }
        return body.with(all);
    }
}
