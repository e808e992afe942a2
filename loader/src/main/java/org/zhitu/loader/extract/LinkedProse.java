package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.SourceText;

/** Running text with the places of its links. */
final class LinkedProse {
    /** What parts one link with its words from the next. */
    private static final String PARTING = ";；。|\n";

    private final Prose prose;
    private final List<Prose.Range> links;

    private LinkedProse(Prose prose, List<Prose.Range> links) {
        this.prose = prose;
        this.links = links;
    }

    static LinkedProse of(List<Inline> content, SourceText source) {
        Prose prose = Prose.of(content, source);
        List<Prose.Range> links = new ArrayList<>();
        collect(content, prose, links);
        return new LinkedProse(prose, links);
    }

    private static void collect(List<Inline> content, Prose prose, List<Prose.Range> links) {
        for (Inline inline : content) {
            if (inline instanceof Inline.Link link) {
                links.add(range(link, prose));
            } else {
                collect(inline.inner(), prose, links);
            }
        }
    }

    private static Prose.Range range(Inline.Link link, Prose prose) {
        return new Prose.Range(
                index(prose, link.span().offset()), index(prose, link.span().end()));
    }

    /** Returns the first place of the prose that stands at an offset of the note or after it. */
    private static int index(Prose prose, int offset) {
        int low = 0;
        int high = prose.text().length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (prose.offset(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Prose prose() {
        return prose;
    }

    /**
     * The words around a link, each with where they start in the prose.
     *
     * @param before  those before it, from the link before it on, or from the mark that parts the two
     * @param link    its own
     * @param after   those after it
     * @param isFirst whether nothing before it can belong to another link
     * @param only    whether it is the only link
     */
    record Words(
            String before,
            int beforeStart,
            String link,
            int linkStart,
            String after,
            int afterStart,
            boolean isFirst,
            boolean only) {
        /** Returns where in the prose a name starts. */
        int offset(AuthorFinder.Found found) {
            int start = switch (found.part()) {
                case BEFORE -> beforeStart;
                case LINK -> linkStart;
                case AFTER -> afterStart;
            };
            return start + found.start();
        }
    }

    /** Returns the words around one of the links; nothing for one that the prose does not hold. */
    Optional<Words> wordsAround(Inline.Link link) {
        Prose.Range range = range(link, prose);
        int at = links.indexOf(range);
        if (at < 0) {
            return Optional.empty();
        }
        String text = prose.text();
        boolean only = links.size() == 1;
        int from = at == 0 ? 0 : links.get(at - 1).end();
        int to = at + 1 == links.size() ? text.length() : links.get(at + 1).start();
        boolean isFirst = at == 0;
        if (!only) {
            int parting = lastParting(text, from, range.start());
            isFirst = isFirst || parting > from;
            from = parting;
            to = firstParting(text, range.end(), to);
        }
        return Optional.of(new Words(
                text.substring(from, range.start()).replace('\n', ' '),
                from,
                text.substring(range.start(), range.end()).replace('\n', ' '),
                range.start(),
                text.substring(range.end(), to).replace('\n', ' '),
                range.end(),
                isFirst,
                only));
    }

    private static int lastParting(String text, int from, int to) {
        int at = to;
        while (at > from && PARTING.indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    private static int firstParting(String text, int from, int to) {
        int at = from;
        while (at < to && PARTING.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
