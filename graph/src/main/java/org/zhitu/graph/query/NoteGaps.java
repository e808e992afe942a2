package org.zhitu.graph.query;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;

/** What the notes lack, as far as SPARQL alone can say it. */
public final class NoteGaps {
    private static final NamedQuery UNANSWERED = NamedQuery.of("gaps-unanswered");
    private static final NamedQuery STUBS = NamedQuery.of("gaps-stubs");
    private static final NamedQuery ISLANDS = NamedQuery.of("gaps-islands");
    private static final NamedQuery ONE_SOURCE = NamedQuery.of("gaps-one-source");

    private final KnowledgeStore store;
    private final Iris iris;
    private final ConceptGraph graph;
    private final Questions questions;

    public NoteGaps(KnowledgeStore store, Iris iris, ConceptGraph graph) {
        this.store = store;
        this.iris = iris;
        this.graph = graph;
        this.questions = new Questions(store, iris, graph);
    }

    /**
     * Rows and the query that selects them.
     *
     * @param total  how many there are
     * @param items  the first of them
     * @param sparql selects all of them; empty where SPARQL cannot say it
     */
    public record Found<T>(int total, List<T> items, String sparql) {
        public Found {
            items = List.copyOf(items);
        }

        /** Returns the first of all rows. */
        public static <T> Found<T> of(List<T> all, int limit, String sparql) {
            return new Found<>(all.size(), all.subList(0, Math.min(all.size(), Math.max(0, limit))), sparql);
        }
    }

    /** Returns the questions without an answer, by note and line. */
    public Found<QuestionRef> unanswered(int limit) {
        return found(
                UNANSWERED,
                row -> List.of(questions.ref(row)),
                Comparator.comparing(QuestionRef::note)
                        .thenComparing(QuestionRef::line)
                        .thenComparing(QuestionRef::id),
                limit);
    }

    /** Returns the concepts that a note or section is about without an answered question or a source, by label. */
    public Found<ConceptRef> stubs(int limit, Language language) {
        return concepts(STUBS, limit, language);
    }

    /** Returns the concepts that notes mention and no relation connects with another, by label. */
    public Found<ConceptRef> islands(int limit, Language language) {
        return concepts(ISLANDS, limit, language);
    }

    /** Returns the concepts for which the notes give exactly one source, by label. */
    public Found<ConceptRef> oneSource(int limit, Language language) {
        return concepts(ONE_SOURCE, limit, language);
    }

    private Found<ConceptRef> concepts(NamedQuery query, int limit, Language language) {
        return found(
                query,
                row -> iris.local(Iris.Thing.CONCEPT, row.iri("concept")).stream()
                        .flatMap(slug -> graph.find(slug).stream().boxed())
                        .map(concept -> graph.ref(concept, language))
                        .toList(),
                Refs.BY_LABEL,
                limit);
    }

    private <T> Found<T> found(
            NamedQuery query, Function<NamedQuery.Row, List<T>> row, Comparator<T> order, int limit) {
        List<T> all = store.read(reader -> query.rows(reader, Map.of(), row)).stream()
                .flatMap(List::stream)
                .distinct()
                .sorted(order)
                .toList();
        return Found.of(all, limit, query.filled(Map.of()).toString());
    }
}
