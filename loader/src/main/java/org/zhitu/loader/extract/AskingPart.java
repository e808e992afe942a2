package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitu.loader.lexicon.Mention;

/**
 * A question within a passage.
 *
 * @param start where it starts in the passage's prose, enumerator included
 * @param bare  where it starts, enumerator left out
 * @param end   where it ends
 * @param rest  where what follows it in the passage starts
 */
record AskingPart(Passage passage, int start, int bare, int end, int rest) {
    /** What says where a link leads. */
    private static final Pattern LABEL = Pattern.compile("[^\\s:：?？]{1,12}\\s?[:：]\\s*");

    /** Returns the questions of a passage. */
    static List<AskingPart> findIn(Passage passage) {
        Prose prose = passage.prose();
        String text = prose.text();
        boolean stands = switch (passage.role()) {
            case TITLE, HEADING, LINE, ITEM, TERM, SUMMARY, CELL -> true;
            case PARAGRAPH, CAPTION -> false;
        };
        if (passage.role() == Passage.Role.CAPTION) {
            return List.of();
        }
        if (passage.role() == Passage.Role.CELL) {
            return part(passage, new Prose.Range(0, text.length()), QuestionPhrase.Form.LINE)
                    .filter(whole -> whole.rest() >= text.stripTrailing().length()
                            && !isLink(prose, new Prose.Range(0, text.length())))
                    .stream()
                    .toList();
        }
        List<Prose.Range> segments =
                passage.role().isHeading() ? List.of(new Prose.Range(0, text.length())) : Segments.of(text);
        List<AskingPart> found = new ArrayList<>();
        boolean afterQuestion = false;
        for (int i = 0; i < segments.size(); i++) {
            Prose.Range segment = segments.get(i);
            if (!passage.role().isHeading() && isLink(prose, segment)) {
                continue;
            }
            Optional<Prose.Range> bold = leadingBold(prose, segment);
            boolean own = stands || bold.isPresent();
            QuestionPhrase.Form form = passage.role().isHeading()
                    ? QuestionPhrase.Form.HEADING
                    : own ? QuestionPhrase.Form.LINE : QuestionPhrase.Form.RUNNING;
            Prose.Range asking = bold.orElse(segment);
            Optional<AskingPart> part = part(passage, asking, form);
            if (part.isEmpty() && bold.isPresent()) {
                part = part(passage, segment, stands ? QuestionPhrase.Form.LINE : QuestionPhrase.Form.RUNNING);
            }
            if (part.isEmpty() && !passage.role().isHeading()) {
                part = QuestionPhrase.findLast(text.substring(segment.start(), segment.end()))
                        .map(asked -> at(passage, segment, asked));
            }
            boolean wholeOrEnumerated = part.filter(p -> p.bare() > p.start() || p.rest() >= segment.end())
                    .isPresent();
            if (part.isPresent() && (i == 0 || afterQuestion || bold.isPresent() || wholeOrEnumerated)) {
                found.add(restUntil(part.get(), text.length()));
                afterQuestion = true;
            } else {
                afterQuestion = false;
            }
        }
        return found;
    }

    /** Returns the question that a passage stands for beside others that ask; a heading has to be counted among them. */
    static Optional<AskingPart> findShort(Passage passage) {
        String text = passage.prose().text();
        return QuestionPhrase.findShort(text, passage.mentions())
                .filter(asked -> !passage.role().isHeading() || asked.bare() > asked.start())
                .map(asked -> at(passage, new Prose.Range(0, text.length()), asked));
    }

    private static Optional<AskingPart> part(Passage passage, Prose.Range range, QuestionPhrase.Form form) {
        String text = passage.prose().text().substring(range.start(), range.end());
        List<Mention> mentions = mentions(passage, range);
        return QuestionPhrase.find(text, form, mentions).map(asked -> at(passage, range, asked));
    }

    /** Returns what a range of a passage names, by offsets in the range. */
    private static List<Mention> mentions(Passage passage, Prose.Range range) {
        if (passage.mentions().isEmpty() || range.start() == 0) {
            return passage.mentions().stream()
                    .filter(mention -> mention.end() <= range.end())
                    .toList();
        }
        return passage.mentions().stream()
                .filter(mention -> mention.start() >= range.start() && mention.end() <= range.end())
                .map(mention -> new Mention(
                        mention.slug(),
                        mention.start() - range.start(),
                        mention.end() - range.start(),
                        mention.surface(),
                        mention.basis(),
                        mention.confidence(),
                        mention.rivals()))
                .toList();
    }

    private static AskingPart at(Passage passage, Prose.Range range, QuestionPhrase.Asked asked) {
        return new AskingPart(
                passage,
                range.start() + asked.start(),
                range.start() + asked.bare(),
                range.start() + asked.end(),
                range.start() + asked.rest());
    }

    /** What follows a question in its passage starts after the blanks. */
    private static AskingPart restUntil(AskingPart part, int length) {
        String text = part.passage().prose().text();
        int rest = Math.min(part.rest(), length);
        while (rest < length && Character.isWhitespace(text.charAt(rest))) {
            rest++;
        }
        return new AskingPart(part.passage(), part.start(), part.bare(), part.end(), rest);
    }

    /** Says whether a line is a link to where the question or text stands, as in a table of contents or behind 知乎：. */
    private static boolean isLink(Prose prose, Prose.Range range) {
        if (prose.links().isEmpty()) {
            return false;
        }
        int start = QuestionPhrase.afterEnumerator(prose.text(), range.start());
        Matcher label = LABEL.matcher(prose.text()).region(start, Math.max(start, range.end()));
        int from = label.lookingAt() ? label.end() : range.start();
        return prose.linked(from, range.end()) * 5 >= (range.end() - from) * 4;
    }

    /** Returns the bold text that a line starts with, if it does. */
    private static Optional<Prose.Range> leadingBold(Prose prose, Prose.Range segment) {
        for (Prose.Range bold : prose.strong()) {
            if (bold.start() >= segment.start()
                    && bold.end() <= segment.end()
                    && bold.length() > 1
                    && prose.text().substring(segment.start(), bold.start()).isBlank()) {
                return Optional.of(bold);
            }
        }
        return Optional.empty();
    }
}
