package org.zhitu.server.page;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.zhitu.graph.query.Questions;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/** What pages that list things show, as queries that anybody can run and change: the same rows, in SPARQL. */
final class PageQueries {
    private static final String PREFIXES = """
            PREFIX schema: <https://schema.org/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX zt: <https://w3id.org/zhitu/ontology#>
            """;

    private final Iris iris;

    PageQueries(Iris iris) {
        this.iris = iris;
    }

    /** The questions that pass a filter, all pages of the list at once. */
    String questions(Questions.Filter filter) {
        StringBuilder query = new StringBuilder(PREFIXES).append("""

                SELECT DISTINCT ?question ?text ?note ?line
                WHERE {
                  ?question a schema:Question ; schema:name ?text ; zt:line ?line ; schema:isPartOf+ ?note .
                  ?note a zt:Note .
                """);
        switch (filter.state()) {
            case ANSWERED -> query.append("  ?question zt:answered true .\n");
            case UNANSWERED -> query.append("  ?question zt:answered false .\n");
            case ANY -> {}
        }
        filter.topic()
                .ifPresent(slug -> query.append("  ?question schema:about/skos:broader* <")
                        .append(iris.concept(slug))
                        .append("> .\n"));
        filter.note()
                .ifPresent(path -> query.append("  VALUES ?note { <")
                        .append(iris.note(path))
                        .append("> }\n"));
        for (String word : filter.text().toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                query.append("  FILTER (CONTAINS(LCASE(?text), ")
                        .append(literal(word))
                        .append("))\n");
            }
        }
        return query.append("}\nORDER BY ?note ?line\n").toString();
    }

    /**
     * The sources of all notes, each once.
     *
     * @param kind empty for all
     */
    String sources(String kind) {
        String only = kind.isEmpty() ? "" : "HAVING (?what = " + literal(kind) + ")\n";
        return PREFIXES + """

                SELECT ?source (SAMPLE(?name) AS ?title) (COALESCE(MIN(?kind), "page") AS ?what) (COUNT(DISTINCT ?note) AS ?notes)
                WHERE {
                  GRAPH ?graph {
                    ?note schema:citation ?source .
                    ?source schema:url ?url .
                    OPTIONAL { ?source schema:name ?name }
                    OPTIONAL { ?source zt:sourceKind ?kind }
                  }
                }
                GROUP BY ?source
                """ + only + "ORDER BY ?what ?title\n";
    }

    /** The names of all concepts in one language; where a concept has no label in it, its label in the other. */
    String names(Language language) {
        return PREFIXES + """

                SELECT ?name ?concept
                WHERE {
                  {
                    ?concept a skos:Concept ; skos:prefLabel|skos:altLabel ?name
                    FILTER (lang(?name) = "%1$s")
                  } UNION {
                    ?concept a skos:Concept ; skos:prefLabel ?name
                    FILTER NOT EXISTS { ?concept skos:prefLabel ?own FILTER (lang(?own) = "%1$s") }
                  }
                }
                ORDER BY ?name
                """.formatted(language.tag());
    }

    /** What lies directly below what. */
    String topics() {
        return PREFIXES + """

                SELECT ?below ?topic
                WHERE { ?below skos:broader ?topic }
                ORDER BY ?topic ?below
                """;
    }

    /** The notes, with how much each holds. */
    String notes() {
        return PREFIXES + """

                SELECT ?note (COUNT(DISTINCT ?concept) AS ?concepts) (COUNT(DISTINCT ?question) AS ?questions)
                       (COUNT(DISTINCT ?source) AS ?sources)
                WHERE {
                  ?note a zt:Note .
                  {
                    OPTIONAL { ?note schema:mentions ?concept }
                  } UNION {
                    ?question a schema:Question ; schema:isPartOf+ ?note
                  } UNION {
                    ?note schema:citation ?source
                  }
                }
                GROUP BY ?note
                ORDER BY ?note
                """;
    }

    /** The concepts that a note names. */
    String note(String path) {
        return PREFIXES + """

                SELECT ?concept
                WHERE {
                  VALUES ?note { <%s> }
                  ?note schema:mentions ?concept
                }
                ORDER BY ?concept
                """.formatted(iris.note(path));
    }

    /** All that is said of a question. */
    String question(String id) {
        return PREFIXES + """

                SELECT ?property ?value
                WHERE { <%s> ?property ?value }
                ORDER BY ?property ?value
                """.formatted(iris.question(id));
    }

    /**
     * Concepts that were found, with what they are. How they were found (by sound, in spite of a slip) SPARQL cannot say, so the
     * query begins with them.
     */
    String concepts(List<String> slugs, Language language) {
        String values =
                slugs.stream().map(slug -> "<" + iris.concept(slug) + ">").collect(Collectors.joining(" "));
        return PREFIXES + """

                SELECT ?concept ?definition
                WHERE {
                  VALUES ?concept { %s }
                  OPTIONAL { ?concept skos:definition ?definition FILTER (lang(?definition) = "%s") }
                }
                """.formatted(values, language.tag());
    }

    /**
     * What is said between concepts that are drawn, by some relations; of a symmetric one said both ways, one.
     *
     * @param slugs the concepts drawn
     */
    String between(Collection<String> slugs, Collection<Relation> relations) {
        String concepts = slugs.stream().sorted().map(this::concept).collect(Collectors.joining(" "));
        String properties = relations.stream()
                .sorted()
                .map(relation -> "<" + relation.iri() + ">")
                .collect(Collectors.joining(" "));
        return """
                PREFIX c: <%s>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX zt: <https://w3id.org/zhitu/ontology#>

                SELECT ?from ?relation ?to
                WHERE {
                  VALUES ?from { %s }
                  VALUES ?relation { %s }
                  ?from ?relation ?to
                  FILTER (?to IN (%s))
                  # These two hold both ways: said twice, one direction is given.
                  FILTER (?relation NOT IN (zt:contrastsWith, skos:related)
                    || STR(?from) < STR(?to) || NOT EXISTS { ?to ?relation ?from })
                }
                ORDER BY ?from ?relation ?to
                """.formatted(iris.concept(""), concepts, properties, concepts.replace(" ", ", "));
    }

    /** A concept as a query writes it, short where that is possible. */
    private String concept(String slug) {
        return slug.matches("[A-Za-z][A-Za-z0-9-]*") ? "c:" + slug : "<" + iris.concept(slug) + ">";
    }

    private static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
