package org.zhitu.loader.extract;

import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;

/** Says whether blocks tell a reader anything: text other than a to-do, an image, a link, code, a formula. */
final class Substance {
    private Substance() {}

    static boolean isIn(List<Block> blocks) {
        return blocks.stream().anyMatch(Substance::isIn);
    }

    private static boolean isIn(Block block) {
        return switch (block) {
            case Block.Section s -> isIn(s.blocks());
            case Block.Paragraph p -> isInText(p.content());
            case Block.LineBlock l -> l.lines().stream().anyMatch(line -> isInText(line.content()));
            case Block.ListBlock l -> l.items().stream().anyMatch(item -> isIn(item.blocks()));
            case Block.DefinitionList l -> !l.items().isEmpty();
            case Block.FieldList f -> !f.fields().isEmpty();
            case Block.CodeBlock c -> !c.text().isBlank();
            case Block.MathBlock m -> !m.tex().isBlank();
            case Block.Table t -> !t.rows().isEmpty();
            case Block.Figure f -> true;
            case Block.Quote q -> isIn(q.blocks());
            case Block.Transition t -> false;
            case Block.Comment c -> false;
            case Block.Footnote f -> false;
            case Block.Directive d ->
                isIn(d.blocks()) || (d.blocks().isEmpty() && !d.raw().isBlank());
            case Block.HtmlBlock h -> !h.references().isEmpty() || hasText(h.html());
        };
    }

    private static boolean hasText(String html) {
        boolean tag = false;
        boolean comment = html.strip().startsWith("<!--");
        for (int i = 0; i < html.length() && !comment; i++) {
            char c = html.charAt(i);
            if (c == '<') {
                tag = true;
            } else if (c == '>') {
                tag = false;
            } else if (!tag && Character.isLetterOrDigit(c)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInText(List<Inline> content) {
        boolean reference = content.stream().anyMatch(Substance::isReference);
        if (reference) {
            return true;
        }
        String text = QuestionPhrase.withoutAnnouncement(Inline.plainText(content));
        return text.codePoints().anyMatch(Character::isLetterOrDigit) && !QuestionPhrase.isTodo(text);
    }

    private static boolean isReference(Inline inline) {
        return switch (inline) {
            case Inline.Link l -> true;
            case Inline.Image i -> true;
            case Inline.Formula f -> true;
            case Inline.Code c -> true;
            case Inline.Strong s -> s.content().stream().anyMatch(Substance::isReference);
            case Inline.Emphasis e -> e.content().stream().anyMatch(Substance::isReference);
            case Inline.Text t -> false;
            case Inline.LineBreak b -> false;
            case Inline.FootnoteReference r -> false;
            case Inline.Role r -> true;
        };
    }
}
