package org.zhitu.server.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.loader.extract.PreviousNote;
import org.zhitu.loader.extract.PreviousQuestion;
import org.zhitu.loader.extract.PreviousSection;
import org.zhitu.ontology.Iris;

/** The notes as the store has them, so that what stays in them keeps its identity. */
record PreviousNotes(StoreReader reader, Iris iris) {
    private static final Query QUESTIONS = QueryFactory.create("""
            PREFIX schema: <https://schema.org/>
            PREFIX zt: <https://w3id.org/zhitu/ontology#>
            SELECT ?question ?text
            WHERE { GRAPH ?graph { ?question a schema:Question ; schema:text ?text ; zt:line ?line } }
            ORDER BY ?line ?question ?text""");

    private static final Query SECTIONS = QueryFactory.create("""
            PREFIX schema: <https://schema.org/>
            PREFIX zt: <https://w3id.org/zhitu/ontology#>
            SELECT ?section ?title
            WHERE { GRAPH ?graph { ?section a zt:Section ; schema:name ?title ; schema:position ?position } }
            ORDER BY ?position ?section ?title""");

    private static final Query ALL_QUESTIONS = QueryFactory.create("""
            PREFIX schema: <https://schema.org/>
            SELECT ?graph ?question
            WHERE { GRAPH ?graph { ?question a schema:Question } }""");

    /** The identities that are made, not written. */
    private static final Pattern MADE = Pattern.compile("[0-9a-f]{16}");

    /** Returns what stood in a note when it was last loaded. */
    PreviousNote of(String note) {
        List<PreviousQuestion> questions = new ArrayList<>();
        each(
                QUESTIONS,
                note,
                row -> iris.local(Iris.Thing.QUESTION, row.get("question").getURI())
                        .ifPresent(id -> questions.add(new PreviousQuestion(id, text(row, "text")))));
        List<PreviousSection> sections = new ArrayList<>();
        each(SECTIONS, note, row -> {
            String section = row.get("section").getURI();
            sections.add(new PreviousSection(section.substring(section.indexOf('#') + 1), text(row, "title")));
        });
        return new PreviousNote(questions, sections, Map.of());
    }

    /** Returns the identities that authors gave to questions, with the paths of their notes. */
    SortedMap<String, String> chosen() {
        SortedMap<String, String> chosen = new TreeMap<>();
        try (QueryExec execution = reader.query(ALL_QUESTIONS).build()) {
            execution
                    .select()
                    .forEachRemaining(row -> iris.local(
                                    Iris.Thing.QUESTION, row.get("question").getURI())
                            .filter(PreviousNotes::isChosen)
                            .ifPresent(id -> iris.notePath(row.get("graph").getURI())
                                    .ifPresent(note -> chosen.putIfAbsent(id, note))));
        }
        return chosen;
    }

    /** Says whether the author of a note gave a question its identity. */
    static boolean isChosen(String id) {
        return !MADE.matcher(id).matches();
    }

    private void each(Query query, String note, Consumer<Binding> take) {
        try (QueryExec execution = reader.query(query)
                .substitution(Var.alloc("graph"), NodeFactory.createURI(iris.noteGraph(note)))
                .build()) {
            execution.select().forEachRemaining(take);
        }
    }

    private static String text(Binding row, String variable) {
        return row.get(variable).getLiteralLexicalForm();
    }
}
