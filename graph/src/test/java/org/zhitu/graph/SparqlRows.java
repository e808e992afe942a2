package org.zhitu.graph;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.zhitu.graph.store.KnowledgeStore;

/** Runs the SPARQL that stands beside an answer, as a user would who copies it. */
public final class SparqlRows {
    private SparqlRows() {}

    /** Returns each row as the last segments of its terms, one space between. */
    public static List<String> of(KnowledgeStore store, String sparql) {
        Query query = QueryFactory.create(sparql);
        return store.read(reader -> {
            List<String> rows = new ArrayList<>();
            try (QueryExec exec = reader.query(query).build()) {
                exec.select()
                        .forEachRemaining(row -> rows.add(String.join(
                                " ",
                                query.getProjectVars().stream()
                                        .map(row::get)
                                        .map(SparqlRows::last)
                                        .toList())));
            }
            return rows;
        });
    }

    private static String last(Node node) {
        String text = node.isLiteral() ? node.getLiteralLexicalForm() : node.getURI();
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
