package org.zhitu.graph.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.Concepts;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.query.TopicTree;
import org.zhitu.graph.study.Course;
import org.zhitu.graph.study.StudyPlanner;
import org.zhitu.ontology.Language;

/**
 * The questions of the notes as cards, with what the rules of review need of the graph. Nothing of a learner is in it.
 *
 * @param total    how many cards pass the filter; more than there are here where it is cut
 * @param cards    by note and line
 * @param concepts in learning order; those that cards are about or wait for, and those that build on them
 */
public record Deck(int total, List<Card> cards, List<Entry> concepts) {
    /** The most cards of one deck. */
    public static final int MAX_CARDS = Questions.MAX_LIMIT;

    public Deck {
        cards = List.copyOf(cards);
        concepts = List.copyOf(concepts);
    }

    /**
     * A question to be asked.
     *
     * @param answered whether the note answers it; otherwise the learner alone judges
     * @param about    slugs
     */
    public record Card(String id, String text, boolean answered, String note, int line, List<String> about) {
        public Card {
            about = List.copyOf(about);
        }
    }

    /**
     * A concept with what {@link ReviewRules} say of it.
     *
     * @param below empty unless a card is about it
     */
    public record Entry(ConceptRef concept, List<String> waitsFor, List<ReviewRules.Below> below) {
        public Entry {
            waitsFor = List.copyOf(waitsFor);
            below = List.copyOf(below);
        }
    }

    /** What decks are made from. */
    public record Sources(Concepts concepts, Questions questions, StudyPlanner planner) {}

    /**
     * Which questions to take.
     *
     * @param filter what list they pass
     * @param goals  slugs; questions about these or about what they require; none: all questions
     */
    public record Choice(Questions.Filter filter, List<String> goals) {
        public Choice {
            goals = List.copyOf(goals);
        }
    }

    /**
     * Returns the cards that a choice takes.
     *
     * @throws IllegalArgumentException if a goal is not in the store
     */
    public static Deck of(Sources sources, Choice choice, Language language) {
        Questions.Page page = chosen(sources, choice, language);
        List<Card> cards = new ArrayList<>();
        Set<String> about = new LinkedHashSet<>();
        for (Questions.Entry entry : page.entries()) {
            List<String> slugs = entry.about().stream().map(ConceptRef::slug).toList();
            about.addAll(slugs);
            cards.add(new Card(
                    entry.question().id(),
                    entry.question().text(),
                    entry.question().answered(),
                    entry.question().note(),
                    entry.question().line(),
                    slugs));
        }
        return new Deck(page.total(), cards, entries(sources, about, language));
    }

    /** Returns the questions that a choice takes, by note and line; at most {@link #MAX_CARDS}. */
    public static Questions.Page chosen(Sources sources, Choice choice, Language language) {
        if (choice.goals().isEmpty()) {
            return sources.questions().list(choice.filter(), 0, MAX_CARDS, language);
        }
        Set<String> wanted = new HashSet<>();
        sources.planner().course(choice.goals()).concepts().forEach(concept -> wanted.add(concept.slug()));
        List<Questions.Entry> entries = new ArrayList<>();
        int total = 0;
        int offset = 0;
        Questions.Page page;
        do {
            page = sources.questions().list(choice.filter(), offset, Questions.MAX_LIMIT, language);
            for (Questions.Entry entry : page.entries()) {
                if (entry.about().stream().anyMatch(concept -> wanted.contains(concept.slug()))) {
                    total++;
                    if (entries.size() < MAX_CARDS) {
                        entries.add(entry);
                    }
                }
            }
            offset += Questions.MAX_LIMIT;
        } while (offset < page.total());
        return new Questions.Page(total, entries);
    }

    /** Who knows a concept knows what it requires: so what builds on the cards' concepts is there too, as far as it fits. */
    private static List<Entry> entries(Sources sources, Set<String> about, Language language) {
        Set<String> all = new LinkedHashSet<>(about);
        sources.concepts().topics(language).forEach(top -> collect(top, all));
        Course course = sources.planner().course(all.size() <= StudyPlanner.MAX_STEPS ? all : about);
        List<Entry> entries = new ArrayList<>();
        for (ReviewRules.Links links : new ReviewRules(course).links()) {
            Optional<ConceptRef> concept = sources.concepts().ref(links.slug(), language);
            concept.ifPresent(ref -> entries.add(
                    new Entry(ref, links.waitsFor(), about.contains(links.slug()) ? links.below() : List.of())));
        }
        return entries;
    }

    private static void collect(TopicTree tree, Set<String> slugs) {
        if (slugs.add(tree.concept().slug())) {
            tree.narrower().forEach(below -> collect(below, slugs));
        }
    }
}
