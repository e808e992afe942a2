package org.zhitu.loader.document;

import java.util.List;
import java.util.regex.Pattern;
import org.zhitu.loader.source.SourceSpan;

/** A piece of running text. */
public sealed interface Inline {
    /** Returns the stretch of text the piece was read from, markup included. */
    SourceSpan span();

    /** Characters. The span covers the characters as written, which may be longer (escapes, entities). */
    record Text(String text, SourceSpan span) implements Inline {}

    record Emphasis(List<Inline> content, SourceSpan span) implements Inline {}

    record Strong(List<Inline> content, SourceSpan span) implements Inline {}

    /** Code or a literal. */
    record Code(String text, SourceSpan span) implements Inline {}

    /** A formula in TeX. */
    record Formula(String tex, SourceSpan span) implements Inline {}

    /**
     * A link.
     *
     * @param target  the address as written, exactly
     * @param content what the reader sees; the address itself for a bare one
     * @param form    how it was written
     */
    record Link(String target, List<Inline> content, Form form, SourceSpan span) implements Inline {
        /** How a link was written. */
        public enum Form {
            /** With a text of its own. */
            NAMED,
            /** The bare address. */
            BARE,
            /** To another note or a place in this one, by name. */
            INTERNAL
        }
    }

    /** An image. */
    record Image(String target, String alt, SourceSpan span) implements Inline {}

    record LineBreak(SourceSpan span) implements Inline {}

    /** A mark that refers to a {@link Block.Footnote}. */
    record FootnoteReference(String label, SourceSpan span) implements Inline {}

    /** Text with a named role, such as {@code :ref:}, that the reader does not know better. */
    record Role(String name, String text, SourceSpan span) implements Inline {
        private static final Pattern REFERENCE = Pattern.compile("(?:num|eq)?ref|eq|label|cite(?::[a-z]+|[a-z]{1,3})?");

        /** Says whether the text is no more than the name of what is referred to, as in {@code :cite:`Knuth84`}. */
        public boolean isReference() {
            return REFERENCE.matcher(name).matches();
        }
    }

    /** Returns the pieces inside this one, in order; none for a piece that is no container. */
    default List<Inline> inner() {
        return switch (this) {
            case Emphasis e -> e.content();
            case Strong s -> s.content();
            case Link l -> l.content();
            case Text t -> List.of();
            case Code c -> List.of();
            case Formula f -> List.of();
            case Image i -> List.of();
            case LineBreak b -> List.of();
            case FootnoteReference r -> List.of();
            case Role r -> List.of();
        };
    }

    /** Returns what a reader sees, without markup; images give their alternative text, breaks a space. */
    static String plainText(List<Inline> content) {
        StringBuilder text = new StringBuilder();
        for (Inline inline : content) {
            switch (inline) {
                case Text t -> text.append(t.text());
                case Emphasis e -> text.append(plainText(e.content()));
                case Strong s -> text.append(plainText(s.content()));
                case Code c -> text.append(c.text());
                case Formula f -> text.append(f.tex());
                case Link l -> text.append(plainText(l.content()));
                case Image i -> text.append(i.alt());
                case LineBreak b -> text.append(' ');
                case FootnoteReference r -> {}
                case Role r -> text.append(r.text());
            }
        }
        return text.toString();
    }
}
