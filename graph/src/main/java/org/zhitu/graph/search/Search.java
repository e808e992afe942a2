package org.zhitu.graph.search;

import java.util.List;
import java.util.Optional;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.Name;
import org.zhitu.graph.query.Wording;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Language;

/**
 * Finds concepts and questions by what a person types. Immutable: made from one state of the store. Safe for use by many
 * threads.
 *
 * <p>The order of hits is by how they match: the exact label, an exact alias, the beginning of a name, words of a name
 * in any order, letters inside a name, a name inside what was typed, pinyin or its initials, words with a slip. Where two
 * match alike, concepts come before questions, labels before aliases, shorter names before longer ones, concepts with
 * more relations before those with fewer.
 */
public final class Search {
    /** The most hits that one search returns. */
    public static final int MAX_LIMIT = 100;

    /** What is typed beyond so many characters is not looked at. */
    public static final int MAX_LENGTH = 200;

    private final ConceptGraph graph;
    private final Entries entries;
    private final GramIndex grams;
    private final PinyinIndex pinyin;
    private final FuzzyIndex fuzzy;

    /** Indexes the names of concepts and the texts of questions. */
    public Search(ConceptGraph graph, List<SearchableQuestion> questions) {
        this.graph = graph;
        this.entries = new Entries(graph, questions);
        this.grams = new GramIndex(entries.texts());
        this.pinyin = new PinyinIndex(entries.texts(), entries.names());
        this.fuzzy = new FuzzyIndex(entries);
    }

    /**
     * Returns the best hits, best first.
     *
     * @param text  looked at up to {@link #MAX_LENGTH} characters
     * @param limit at most {@link #MAX_LIMIT}
     */
    public List<Hit> find(String text, Language language, int limit) {
        Wording typed = Wording.of(text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text);
        if (typed.text().isEmpty() || limit <= 0) {
            return List.of();
        }
        return new Matcher(entries, grams, pinyin, fuzzy, typed, Math.min(limit, MAX_LIMIT))
                .best().stream().map(match -> hit(match, language)).toList();
    }

    private Hit hit(Match match, Language language) {
        int owner = entries.owner(match.entry());
        String matched = entries.original(match.entry());
        if (entries.isQuestion(match.entry())) {
            SearchableQuestion question = entries.question(owner);
            return hit(Hit.Type.QUESTION, question.id(), question.text(), matched, Optional.empty(), match);
        }
        String label = graph.label(owner, language);
        Optional<ConceptKind> kind = Optional.of(graph.kind(owner));
        return entries.role(match.entry()) == Name.Role.HIDDEN
                ? new Hit(Hit.Type.CONCEPT, graph.slug(owner), label, label, 0, label.length(), kind, Hit.Via.SPELLING)
                : hit(Hit.Type.CONCEPT, graph.slug(owner), label, matched, kind, match);
    }

    private static Hit hit(
            Hit.Type type, String id, String label, String matched, Optional<ConceptKind> kind, Match match) {
        Wording wording = Wording.of(matched);
        int from = match.to() == 0 ? 0 : wording.origin(match.from());
        int to = match.to() == 0 ? 0 : wording.originEnd(match.to());
        Hit.Via via = switch (match.tier()) {
            case LABEL, ALIAS, BEGINNING, WORDS, INSIDE -> matched.equals(label) ? Hit.Via.LABEL : Hit.Via.NAME;
            case MENTIONED -> Hit.Via.MENTION;
            case PINYIN -> Hit.Via.PINYIN;
            case NEARLY, FUZZY -> Hit.Via.SPELLING;
        };
        return new Hit(type, id, label, matched, from, to, kind, via);
    }
}
