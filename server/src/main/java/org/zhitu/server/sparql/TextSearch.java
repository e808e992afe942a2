package org.zhitu.server.sparql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.text.Entity;
import org.apache.jena.query.text.EntityDefinition;
import org.apache.jena.query.text.TextIndex;
import org.apache.jena.query.text.TextIndexConfig;
import org.apache.jena.query.text.TextIndexLucene;
import org.apache.jena.query.text.TextQuery;
import org.apache.jena.query.text.TextQueryPF;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.zhitu.graph.store.StoreReader;

/**
 * {@code text:query} in queries: Lucene over names, definitions, questions and answers, with the analysers of the texts'
 * languages (two-character grams for Chinese). The index is held in memory and made when a query first needs it, once for each
 * revision of the store, so that what it finds is what the query reads.
 *
 * @see <a href="https://jena.apache.org/documentation/query/text-query.html">The property function</a>
 */
final class TextSearch {
    /** The property function's IRI. */
    static final String QUERY = "http://jena.apache.org/text#query";

    private static final String SCHEMA = "https://schema.org/";

    /** The properties whose texts are found, by the name of the index's field; the first one is meant where none is named. */
    private static final Map<String, List<Node>> FIELDS = new TreeMap<>(Map.of(
            "label", List.of(SKOS.prefLabel.asNode()),
            "alias", List.of(SKOS.altLabel.asNode()),
            "misspelling", List.of(SKOS.hiddenLabel.asNode()),
            "definition", List.of(SKOS.definition.asNode()),
            "name", List.of(NodeFactory.createURI(SCHEMA + "name")),
            "text", List.of(NodeFactory.createURI(SCHEMA + "text")),
            "title", List.of(DCTerms.title.asNode())));

    private static final Query TEXTS =
            QueryFactory.create("SELECT ?thing ?text { ?thing ?property ?text FILTER isLiteral(?text) }");

    private @Nullable Index current;

    private record Index(String revision, TextIndex texts) {}

    /** Returns the only property functions that a query may use. */
    private static PropertyFunctionRegistry registry() {
        return new OnlyTextQuery();
    }

    private static final class OnlyTextQuery extends PropertyFunctionRegistry {
        @Override
        public @Nullable PropertyFunctionFactory get(String iri) {
            return iri.equals(QUERY) ? name -> new TextQueryPF() : null;
        }

        @Override
        public boolean manages(String iri) {
            return iri.equals(QUERY);
        }

        @Override
        public boolean isRegistered(String iri) {
            return iri.equals(QUERY);
        }
    }

    /** Says whether a query may need the index. */
    static boolean isWanted(Query query) {
        return query.toString().contains(QUERY) || query.toString().contains("text:query");
    }

    /** Lets an execution find the index of a state. */
    void offer(QueryExecBuilder execution, StoreReader reader) {
        execution
                .set(org.apache.jena.query.ARQ.enablePropertyFunctions, true)
                .set(org.apache.jena.sparql.ARQConstants.registryPropertyFunctions, registry())
                .set(TextQuery.textIndex, index(reader));
    }

    private synchronized TextIndex index(StoreReader reader) {
        Index known = current;
        if (known == null || !known.revision.equals(reader.revision())) {
            known = new Index(reader.revision(), make(reader));
            current = known;
        }
        return known.texts;
    }

    private static TextIndex make(StoreReader reader) {
        EntityDefinition fields = new EntityDefinition("iri", "label", SKOS.prefLabel.asNode());
        fields.setLangField("lang");
        FIELDS.forEach((field, properties) -> properties.forEach(property -> fields.set(field, property)));
        TextIndexConfig config = new TextIndexConfig(fields);
        config.setAnalyzer(new StandardAnalyzer());
        config.setMultilingualSupport(true);
        config.setValueStored(true);
        TextIndexLucene index = new TextIndexLucene(new ByteBuffersDirectory(), config);
        FIELDS.forEach((field, properties) -> properties.forEach(property -> {
            try (QueryExec execution = reader.query(TEXTS)
                    .substitution(Var.alloc("property"), property)
                    .build()) {
                execution.select().forEachRemaining(row -> add(index, field, row));
            }
        }));
        index.commit();
        return index;
    }

    private static void add(TextIndex index, String field, Binding row) {
        Node thing = row.get("thing");
        Node text = row.get("text");
        String language = Optional.ofNullable(text.getLiteralLanguage()).orElse("");
        Entity entity = new Entity(thing.toString(), null, language, text.getLiteralDatatype());
        entity.put(field, text.getLiteralLexicalForm());
        index.addEntity(entity);
    }
}
