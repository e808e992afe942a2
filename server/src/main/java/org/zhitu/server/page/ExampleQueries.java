package org.zhitu.server.page;

import java.util.List;
import java.util.SortedMap;
import org.zhitu.graph.about.Example;
import org.zhitu.graph.about.Examples;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import tools.jackson.databind.json.JsonMapper;

/** The queries to start from that the store holds, in the reader's language, with the prefixes that they need. */
record ExampleQueries(SortedMap<String, String> prefixes, List<Query> queries) {

    /**
     * A query to try.
     *
     * @param title what it answers
     */
    record Query(String title, String text) {}

    static ExampleQueries of(KnowledgeStore store, Iris iris, Language language) {
        List<Example> examples = store.read(reader -> Examples.of(reader, iris));
        return of(examples, iris, language);
    }

    static ExampleQueries of(List<Example> examples, Iris iris, Language language) {
        return new ExampleQueries(
                Namespaces.of(iris),
                examples.stream()
                        .map(example -> new Query(example.title(language), example.text(language)))
                        .toList());
    }

    /** Returns the query that the editor begins with. */
    String first() {
        return queries.isEmpty()
                ? "SELECT * WHERE { ?subject ?property ?value } LIMIT 100"
                : queries.getFirst().text();
    }

    /** Returns the prefixes as a JSON object from prefix to namespace. */
    String prefixesAsJson() {
        return JsonMapper.shared().writeValueAsString(prefixes).replace("<", "\\u003c");
    }
}
