package org.zhitu.server.page;

import java.util.List;
import org.zhitu.graph.about.Example;
import org.zhitu.graph.about.Examples;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;

/** The queries to start from that the store holds, in the reader's language. */
record ExampleQueries(List<Query> queries) {

    /**
     * A query to try.
     *
     * @param slug  its name in addresses
     * @param title what it answers
     * @param tags  what it is about
     */
    record Query(String slug, String title, List<String> tags, String text) {}

    static ExampleQueries of(KnowledgeStore store, Iris iris, Language language) {
        List<Example> examples = store.read(reader -> Examples.of(reader, iris));
        return of(examples, language);
    }

    static ExampleQueries of(List<Example> examples, Language language) {
        return new ExampleQueries(examples.stream()
                .map(example ->
                        new Query(example.slug(), example.title(language), example.tags(), example.text(language)))
                .toList());
    }

    /** Returns the query that the editor begins with. */
    String first() {
        return queries.isEmpty()
                ? "SELECT * WHERE { ?subject ?property ?value } LIMIT 100"
                : queries.getFirst().text();
    }
}
