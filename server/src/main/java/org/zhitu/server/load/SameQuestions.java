package org.zhitu.server.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.graph.store.StoreWriter;
import org.zhitu.loader.extract.SimilarQuestions;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.triples.QuestionLinks;
import org.zhitu.ontology.Iris;

/** Links the questions that different notes ask alike, in the graph of suggestions. */
record SameQuestions(Iris iris) {
    private static final Query QUESTIONS = QueryFactory.create("""
            PREFIX schema: <https://schema.org/>
            PREFIX zt: <https://w3id.org/zhitu/ontology#>
            SELECT ?graph ?question ?text ?line ?concept
            WHERE {
              GRAPH ?graph {
                ?question a schema:Question ; schema:text ?text ; zt:line ?line .
                OPTIONAL { ?question schema:about ?concept }
              }
            }""");

    private static final Query LINKS = QueryFactory.create("""
            PREFIX schema: <https://schema.org/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX zt: <https://w3id.org/zhitu/ontology#>
            SELECT ?text ?line ?graph ?otherLine ?otherGraph
            WHERE {
              GRAPH ?suggested { ?question skos:closeMatch ?other }
              GRAPH ?graph { ?question a schema:Question ; schema:name ?text ; zt:line ?line }
              GRAPH ?otherGraph { ?other a schema:Question ; zt:line ?otherLine }
            }
            ORDER BY ?graph ?line ?otherGraph ?otherLine""");

    /** Compares all questions of a store and replaces the links between them, where these became different. */
    void link(StoreWriter writer) {
        QuestionLinks links = QuestionLinks.of(SimilarQuestions.among(questions(writer)), iris);
        String graph = iris.suggestedGraph();
        String hash = links.contentHash();
        if (links.statements().isEmpty()) {
            writer.remove(graph);
        } else if (!hash.equals(writer.catalogue().get(graph))) {
            writer.replace(graph, links.statements(), links.evidence(), hash);
        }
    }

    /** Returns a finding for each question that an earlier note asks too. */
    List<Finding> findings(StoreReader reader) {
        if (!reader.catalogue().containsKey(iris.suggestedGraph())) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        try (QueryExec execution = reader.query(LINKS)
                .substitution(Var.alloc("suggested"), NodeFactory.createURI(iris.suggestedGraph()))
                .build()) {
            execution.select().forEachRemaining(row -> add(row, findings));
        }
        return findings;
    }

    private void add(Binding row, List<Finding> findings) {
        String path = iris.notePath(row.get("graph").getURI()).orElse("");
        String other = iris.notePath(row.get("otherGraph").getURI()).orElse("");
        if (other.compareTo(path) < 0) {
            findings.add(new Finding(
                    Finding.Severity.INFO,
                    "question-elsewhere",
                    path,
                    number(row, "line"),
                    List.of(row.get("text").getLiteralLexicalForm(), other, String.valueOf(number(row, "otherLine")))));
        }
    }

    private List<SimilarQuestions.Asked> questions(StoreReader reader) {
        Map<String, Binding> rows = new TreeMap<>();
        Map<String, Set<String>> about = new TreeMap<>();
        try (QueryExec execution = reader.query(QUESTIONS).build()) {
            execution.select().forEachRemaining(row -> {
                String key =
                        row.get("graph").getURI() + " " + row.get("question").getURI();
                rows.putIfAbsent(key, row);
                Set<String> concepts = about.computeIfAbsent(key, question -> new TreeSet<>());
                if (row.contains("concept")) {
                    concepts.add(row.get("concept").getURI());
                }
            });
        }
        List<SimilarQuestions.Asked> questions = new ArrayList<>();
        rows.forEach((key, row) -> iris.notePath(row.get("graph").getURI())
                .ifPresent(note -> questions.add(new SimilarQuestions.Asked(
                        row.get("question").getURI(),
                        iris.note(note),
                        number(row, "line"),
                        row.get("text").getLiteralLexicalForm(),
                        about.getOrDefault(key, Set.of())))));
        return questions;
    }

    private static int number(Binding row, String variable) {
        return ((Number) row.get(variable).getLiteralValue()).intValue();
    }
}
