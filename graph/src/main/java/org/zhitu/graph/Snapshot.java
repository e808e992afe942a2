package org.zhitu.graph;

import java.util.List;
import org.zhitu.graph.atlas.Atlas;
import org.zhitu.graph.explain.Explanations;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.Concepts;
import org.zhitu.graph.query.Lazy;
import org.zhitu.graph.query.NoteGaps;
import org.zhitu.graph.query.Notes;
import org.zhitu.graph.query.Provenance;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.query.Sources;
import org.zhitu.graph.query.StudyQueries;
import org.zhitu.graph.search.Search;
import org.zhitu.graph.search.SearchableQuestion;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.graph.study.StudyPlanner;
import org.zhitu.graph.view.Neighbourhoods;
import org.zhitu.ontology.Iris;

/** The knowledge of one revision: names and edges in memory, each further part made when it is first asked for. */
final class Snapshot implements Knowledge {
    private final String revision;
    private final Lazy<Concepts> concepts;
    private final Lazy<Questions> questions;
    private final Lazy<Sources> sources;
    private final Lazy<Notes> notes;
    private final Lazy<Search> search;
    private final Lazy<Neighbourhoods> neighbourhoods;
    private final Lazy<Atlas> atlas;
    private final Lazy<StudyPlanner> planner;
    private final Lazy<Explanations> explanations;

    private Snapshot(
            KnowledgeStore store, Iris iris, String revision, ConceptGraph graph, List<SearchableQuestion> texts) {
        this.revision = revision;
        Provenance provenance = new Provenance(store, iris, graph);
        concepts = new Lazy<>(() -> new Concepts(store, iris, graph));
        questions = new Lazy<>(() -> new Questions(store, iris, graph));
        sources = new Lazy<>(() -> new Sources(store, iris, graph));
        notes = new Lazy<>(() -> new Notes(store, iris, graph));
        search = new Lazy<>(() -> new Search(graph, texts));
        neighbourhoods = new Lazy<>(() -> new Neighbourhoods(graph, provenance));
        atlas = new Lazy<>(() -> Atlas.of(graph, concepts.value().tops()));
        planner = new Lazy<>(() -> new StudyPlanner(
                graph,
                new StudyPlanner.Material(
                        provenance,
                        questions.value(),
                        sources.value(),
                        notes.value(),
                        new NoteGaps(store, iris, graph),
                        new StudyQueries(iris))));
        explanations = new Lazy<>(
                () -> new Explanations(graph, provenance, questions.value(), sources.value(), new StudyQueries(iris)));
    }

    /** Reads the present state of a store, in one transaction. */
    static Snapshot of(KnowledgeStore store, Iris iris) {
        return store.read(reader -> of(store, iris, reader));
    }

    private static Snapshot of(KnowledgeStore store, Iris iris, StoreReader reader) {
        List<SearchableQuestion> texts = Questions.texts(reader, iris).entrySet().stream()
                .map(question -> new SearchableQuestion(question.getKey(), question.getValue()))
                .toList();
        return new Snapshot(store, iris, reader.revision(), ConceptGraph.read(reader, iris), texts);
    }

    @Override
    public String revision() {
        return revision;
    }

    @Override
    public Concepts concepts() {
        return concepts.value();
    }

    @Override
    public Questions questions() {
        return questions.value();
    }

    @Override
    public Sources sources() {
        return sources.value();
    }

    @Override
    public Notes notes() {
        return notes.value();
    }

    @Override
    public Search search() {
        return search.value();
    }

    @Override
    public Neighbourhoods neighbourhoods() {
        return neighbourhoods.value();
    }

    @Override
    public Atlas atlas() {
        return atlas.value();
    }

    @Override
    public StudyPlanner planner() {
        return planner.value();
    }

    @Override
    public Explanations explanations() {
        return explanations.value();
    }
}
