package org.zhitu.server.load;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.loader.source.Finding;

/**
 * How much the notes of a store hold.
 *
 * @param revision of the store that was counted
 * @param triples  statements of the store, evidence left out
 */
record StoreCounts(String revision, int concepts, int questions, int answered, int sources, int triples) {
    private static final Query CONCEPTS = count("DISTINCT ?concept", "?note a zt:Note ; schema:mentions ?concept");
    private static final Query QUESTIONS = count("DISTINCT ?question", "?question a schema:Question");
    private static final Query ANSWERED = count("DISTINCT ?question", "?question zt:answered true");
    private static final Query SOURCES = count("DISTINCT ?source", "?note a zt:Note ; schema:citation ?source");
    private static final Query TRIPLES = count("*", "?subject ?property ?value");

    private static Query count(String what, String pattern) {
        return QueryFactory.create("""
                PREFIX schema: <https://schema.org/>
                PREFIX zt: <https://w3id.org/zhitu/ontology#>
                SELECT (COUNT(%s) AS ?count) WHERE { %s }""".formatted(what, pattern));
    }

    static StoreCounts of(KnowledgeStore store) {
        return store.read(reader -> new StoreCounts(
                reader.revision(),
                run(reader, CONCEPTS),
                run(reader, QUESTIONS),
                run(reader, ANSWERED),
                run(reader, SOURCES),
                run(reader, TRIPLES)));
    }

    private static int run(StoreReader reader, Query query) {
        try (QueryExec execution = reader.query(query).build()) {
            RowSet rows = execution.select();
            Node count = rows.next().get("count");
            return ((Number) count.getLiteralValue()).intValue();
        }
    }

    LoadSummary summary(LoadSummary.Files files, List<NoteChange> changes, List<Finding> findings) {
        return new LoadSummary(false, files, concepts, questions, answered, sources, triples, changes, findings);
    }
}
