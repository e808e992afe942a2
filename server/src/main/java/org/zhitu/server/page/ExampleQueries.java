package org.zhitu.server.page;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Zt;
import tools.jackson.databind.json.JsonMapper;

/** A handful of queries to start from, in the reader's language, with the prefixes that they need. */
record ExampleQueries(SortedMap<String, String> prefixes, List<Query> queries) {

    /**
     * A query to try.
     *
     * @param key of the message that says what it answers
     */
    record Query(String key, String text) {}

    static ExampleQueries of(Iris iris, Language language) {
        SortedMap<String, String> prefixes = new TreeMap<>(Map.of(
                "c", iris.base() + "id/concept/",
                "dcterms", "http://purl.org/dc/terms/",
                "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
                "rdfs", "http://www.w3.org/2000/01/rdf-schema#",
                "schema", "https://schema.org/",
                "skos", "http://www.w3.org/2004/02/skos/core#",
                "xsd", "http://www.w3.org/2001/XMLSchema#",
                "zt", Zt.NS));
        String tag = language.tag();
        return new ExampleQueries(
                prefixes,
                List.of(
                        query("concepts", prefixes, List.of("skos"), """
                                SELECT ?concept ?label ?definition
                                WHERE {
                                  ?concept a skos:Concept ; skos:prefLabel ?label .
                                  FILTER (lang(?label) = "%s")
                                  OPTIONAL { ?concept skos:definition ?definition FILTER (lang(?definition) = "%s") }
                                }
                                ORDER BY ?label
                                LIMIT 100
                                """.formatted(tag, tag)),
                        query("needs", prefixes, List.of("c", "skos", "zt"), """
                                SELECT DISTINCT ?needed ?label
                                WHERE {
                                  c:bert zt:prerequisite+ ?needed .
                                  ?needed skos:prefLabel ?label .
                                  FILTER (lang(?label) = "%s")
                                }
                                ORDER BY ?label
                                """.formatted(tag)),
                        query("unanswered", prefixes, List.of("schema", "zt"), """
                                SELECT ?question ?text ?line
                                WHERE {
                                  ?question a schema:Question ; schema:name ?text ;
                                            zt:answered false ; zt:line ?line .
                                }
                                ORDER BY ?question
                                LIMIT 100
                                """),
                        query("asked", prefixes, List.of("schema", "skos"), """
                                SELECT ?label (COUNT(DISTINCT ?question) AS ?questions)
                                WHERE {
                                  ?question a schema:Question ; schema:about ?concept .
                                  ?concept skos:prefLabel ?label .
                                  FILTER (lang(?label) = "%s")
                                }
                                GROUP BY ?label
                                ORDER BY DESC(?questions) ?label
                                LIMIT 30
                                """.formatted(tag)),
                        query("years", prefixes, List.of("dcterms", "skos", "zt"), """
                                SELECT ?year ?label ?title
                                WHERE {
                                  ?concept zt:introducedIn ?work ; skos:prefLabel ?label .
                                  ?work dcterms:title ?title ; dcterms:date ?year .
                                  FILTER (lang(?label) = "%s")
                                }
                                ORDER BY ?year ?label
                                """.formatted(tag)),
                        query("evidence", prefixes, List.of("c", "rdf", "zt"), """
                                SELECT ?needed ?method ?confidence ?line ?quote
                                WHERE {
                                  GRAPH ?graph {
                                    ?evidence rdf:reifies <<( c:bert zt:prerequisite ?needed )>> ;
                                              zt:method ?method ; zt:confidence ?confidence .
                                    OPTIONAL { ?evidence zt:line ?line }
                                    OPTIONAL { ?evidence zt:quote ?quote }
                                  }
                                }
                                ORDER BY ?needed ?line
                                """)));
    }

    private static Query query(String key, SortedMap<String, String> prefixes, List<String> used, String body) {
        StringBuilder text = new StringBuilder();
        for (String prefix : used) {
            text.append("PREFIX ")
                    .append(prefix)
                    .append(": <")
                    .append(prefixes.get(prefix))
                    .append(">\n");
        }
        return new Query(key, text.append('\n').append(body).toString());
    }

    /** Returns the prefixes as a JSON object from prefix to namespace. */
    String prefixesAsJson() {
        return JsonMapper.shared().writeValueAsString(prefixes).replace("<", "\\u003c");
    }
}
