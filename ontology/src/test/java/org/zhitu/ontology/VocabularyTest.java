package org.zhitu.ontology;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final Graph VOCABULARY = Ontology.vocabulary();

    @Test
    void javaConstantsAndTurtleNameTheSameTerms() throws Exception {
        Set<String> constants = new TreeSet<>();
        for (Field field : Zt.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.get(null) instanceof Node node) {
                constants.add(node.getURI());
            }
        }
        assertThat(constants).isEqualTo(new TreeSet<>(terms()));
    }

    @Test
    void everyTermHasLabelsDefinitionsAndACompetencyQuestionInBothLanguages() {
        List<String> lacking = new ArrayList<>();
        for (String term : terms()) {
            boolean individual = term.endsWith("#helpful") || term.endsWith("#required");
            for (Node property : List.of(RDFS.label.asNode(), SKOS.definition.asNode(), Zt.ANSWERS)) {
                for (String language : List.of("en", "zh")) {
                    if (!has(term, property, language) && !(individual && property.equals(Zt.ANSWERS))) {
                        lacking.add(term + " " + property + " " + language);
                    }
                }
            }
        }
        assertThat(lacking).isEmpty();
    }

    @Test
    void everyTermHasAnExampleThatUsesItAndSaysOfTheSchemeWhatTheSchemeSays() {
        Graph scheme = Ontology.scheme(Iris.DEFAULT).statements();
        String prefixes = prefixes();
        for (Term term : Ontology.terms()) {
            Graph example = GraphFactory.createDefaultGraph();
            RDFParser.fromString(prefixes + term.example(), Lang.TURTLE)
                    .base(Iris.DEFAULT.base())
                    .parse(example);
            Node node = NodeFactory.createURI(term.iri());
            List<Triple> statements = example.find().toList();
            assertThat(statements)
                    .as(term.name())
                    .anyMatch(triple -> triple.getSubject().equals(node)
                            || triple.getPredicate().equals(node)
                            || triple.getObject().equals(node));
            for (Triple triple : statements) {
                if (scheme.contains(triple.getSubject(), RDF.type.asNode(), Node.ANY)
                        && !triple.getObject().isBlank()) {
                    assertThat(scheme.contains(triple))
                            .as("%s: %s", term.name(), triple)
                            .isTrue();
                }
            }
        }
    }

    private static String prefixes() {
        try (InputStream in = Ontology.class.getResourceAsStream("zhitu.ttl")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("PREFIX"))
                    .collect(joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void termsStandInAlphabeticalOrderInTheFile() throws Exception {
        try (InputStream in = Ontology.class.getResourceAsStream("zhitu.ttl")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String part : text.split("(?m)^# (Classes|Individuals|Properties)$", -1)) {
                List<String> names = new ArrayList<>();
                Matcher subject = Pattern.compile("(?m)^zt:(\\w+) ").matcher(part);
                while (subject.find()) {
                    names.add(subject.group(1).toLowerCase(Locale.ROOT));
                }
                assertThat(names).isSorted();
            }
        }
    }

    @Test
    void everyKindAndEveryRelationIsATermOfTheVocabularyOrOfSkos() {
        for (ConceptKind kind : ConceptKind.values()) {
            assertThat(terms()).contains(kind.iri());
            assertThat(ConceptKind.ofIri(kind.iri())).contains(kind);
        }
        for (Relation relation : Relation.values()) {
            assertThat(relation.iri()).matches(iri -> terms().contains(iri) || iri.startsWith(SKOS.getURI()));
            assertThat(Relation.ofKey(relation.key())).contains(relation);
            assertThat(Relation.ofIri(relation.iri())).contains(relation);
        }
    }

    private static List<String> terms() {
        return VOCABULARY.find(Node.ANY, RDF.type.asNode(), Node.ANY).toList().stream()
                .map(triple -> triple.getSubject().getURI())
                .filter(iri -> iri.startsWith(Zt.NS))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean has(String term, Node property, String language) {
        return VOCABULARY.find(NodeFactory.createURI(term), property, Node.ANY).toList().stream()
                .anyMatch(triple -> triple.getObject().getLiteralLanguage().equals(language));
    }
}
