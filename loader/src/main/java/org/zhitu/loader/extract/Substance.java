package org.zhitu.loader.extract;

import java.util.List;
import java.util.regex.Pattern;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;

/**
 * Says whether blocks tell a reader anything: text other than a to-do, an image, a link, code, a formula. What only names
 * further reading does not: a paragraph that begins as references do, a list of nothing but links.
 */
final class Substance {
    /** Most words beside the links of a reference, in UTF-16 code units. */
    private static final int MOST_BESIDE_LINKS = 80;

    /** Most words beside the link of an entry of a list of links. */
    private static final int MOST_BESIDE_LINK = 6;

    private static final String REFERENCES_WORDS =
            "(?:主要|更多)?参考(?:资料|文献|文章|链接|博客|书目|论文|阅读|来源|自)?|(?:延伸|扩展|拓展|推荐|相关)(?:阅读|资料|链接|文章)"
                    + "|资料来源|来源|出处|references?|refs?|bibliography|further reading|see also|related reading|sources?|read more|links?";
    private static final Pattern REFERENCES =
            Pattern.compile("(?i)[\\s(（\\[【]*(?:" + REFERENCES_WORDS + ")[\\])）】]*\\s*[:：]");
    private static final Pattern REFERENCES_TITLE =
            Pattern.compile("(?i)\\s*(?:" + REFERENCES_WORDS + ")\\s*[:：]?\\s*");

    private Substance() {}

    static boolean isIn(List<Block> blocks) {
        return blocks.stream().anyMatch(block -> isIn(block) && !isFurtherReading(block));
    }

    private static boolean isFurtherReading(Block block) {
        return switch (block) {
            case Block.Paragraph p ->
                REFERENCES.matcher(Inline.plainText(p.content())).lookingAt()
                        && besideLinks(p.content()) <= MOST_BESIDE_LINKS;
            case Block.ListBlock l ->
                l.items().stream()
                        .allMatch(item -> item.blocks().stream()
                                .allMatch(inner -> inner instanceof Block.Paragraph p && isLink(p.content())));
            case Block.Section s ->
                REFERENCES_TITLE.matcher(Inline.plainText(s.title())).matches();
            default -> false;
        };
    }

    private static boolean isLink(List<Inline> content) {
        return content.stream().anyMatch(Inline.Link.class::isInstance) && besideLinks(content) <= MOST_BESIDE_LINK;
    }

    /** Returns how many letters and digits stand beside links. */
    private static long besideLinks(List<Inline> content) {
        return content.stream()
                .filter(inline -> !(inline instanceof Inline.Link))
                .mapToLong(inline -> Inline.plainText(List.of(inline))
                        .codePoints()
                        .filter(Character::isLetterOrDigit)
                        .count())
                .sum();
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
                !d.isTodo()
                        && (isIn(d.blocks())
                                || (d.blocks().isEmpty() && !d.raw().isBlank()));
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
        List<Inline> words = content.stream()
                .filter(inline -> !(inline instanceof Inline.Role role && role.isReference()))
                .toList();
        String text = QuestionPhrase.withoutAnnouncement(Inline.plainText(words));
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
            case Inline.Role r -> !r.isReference();
        };
    }
}
