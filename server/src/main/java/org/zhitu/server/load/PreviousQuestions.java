package org.zhitu.server.load;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.loader.extract.PreviousQuestion;
import org.zhitu.ontology.Iris;

/** The questions that the store has from each note, so that reworded ones keep their identity. */
record PreviousQuestions(StoreReader reader, Iris iris) {
    private static final Query QUESTIONS = QueryFactory.create("""
            PREFIX schema: <https://schema.org/>
            SELECT ?question ?text
            WHERE { GRAPH ?graph { ?question a schema:Question ; schema:text ?text } }
            ORDER BY ?question ?text""");

    /** Returns the questions that a note asked when it was last loaded, by identity. */
    List<PreviousQuestion> of(String note) {
        List<PreviousQuestion> questions = new ArrayList<>();
        try (QueryExec execution = reader.query(QUESTIONS)
                .substitution(Var.alloc("graph"), NodeFactory.createURI(iris.noteGraph(note)))
                .build()) {
            execution.select().forEachRemaining(row -> add(row, questions));
        }
        return questions;
    }

    private void add(Binding row, List<PreviousQuestion> questions) {
        String text = row.get("text").getLiteralLexicalForm();
        iris.local(Iris.Thing.QUESTION, row.get("question").getURI())
                .ifPresent(id -> questions.add(new PreviousQuestion(id, text)));
    }
}
