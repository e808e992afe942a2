package org.zhitu.server.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.header;
import static org.zhitu.server.TestServer.query;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.VOID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhitu.graph.about.Example;
import org.zhitu.graph.about.Examples;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.TestServer;
import org.zhitu.server.load.NoteLibrary;

/** The rules S1 to S5: what a server over the bundled notes says of itself is so. */
class SelfDescriptionTest {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

    private static TestServer server;

    @BeforeAll
    static void start() {
        KnowledgeStore store = KnowledgeStore.inMemory();
        new NoteLibrary(store, Iris.DEFAULT, Optional.empty()).refresh((done, all) -> {});
        server = TestServer.over(store);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static long count(String pattern) {
        String csv = server.get(query("SELECT (COUNT(*) AS ?n) { " + pattern + " }"), "Accept", "text/csv")
                .body();
        return Long.parseLong(csv.lines().skip(1).findFirst().orElseThrow());
    }

    private static Graph turtle(String path) {
        HttpResponse<String> response = server.get(path, "Accept", "text/turtle");
        assertThat(response.statusCode()).isEqualTo(200);
        return RDFParser.fromString(response.body(), Lang.TURTLE).toGraph();
    }

    private static Set<String> values(Graph graph, String property) {
        Set<String> values = new TreeSet<>();
        graph.find(Node.ANY, NodeFactory.createURI(property), Node.ANY)
                .forEachRemaining(triple -> values.add(
                        triple.getObject().isLiteral()
                                ? triple.getObject().getLiteralLexicalForm()
                                : triple.getObject().getURI()));
        return values;
    }

    @Test
    void s1TheBareAddressGivesTheDescriptionInEveryForm() {
        for (String type :
                List.of("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples")) {
            HttpResponse<String> response = server.get("/sparql", "Accept", type);
            assertThat(header(response, "Content-Type")).startsWith(type);
            assertThat(response.body()).contains(server.at("/sparql").toString());
        }
        HttpResponse<String> editor = server.get("/sparql", "Accept", "text/html");
        assertThat(header(editor, "Content-Type")).startsWith("text/html");
    }

    @Test
    void s2TheDescriptionIsComplete() {
        Graph graph = turtle("/sparql");
        assertThat(values(graph, SD + "supportedLanguage")).containsExactly(SD + "SPARQL10Query", SD + "SPARQL11Query");
        assertThat(values(graph, SD + "feature")).contains(SD + "UnionDefaultGraph");
        assertThat(values(graph, SD + "resultFormat")).hasSize(10);
        assertThat(values(graph, SD + "propertyFeature")).contains("http://jena.apache.org/text#query");
        assertThat(values(graph, SD + "extensionFunction")).isNotEmpty();
        assertThat(values(graph, SD + "supportedVersion")).contains("1.2");
        assertThat(values(graph, SD + "name")).hasSize((int) count("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"));
        String scheme = Iris.DEFAULT.schemeGraph();
        assertThat(values(graph, VOID.triples.getURI()))
                .contains(
                        String.valueOf(count("GRAPH <" + scheme + "> { ?s ?p ?o }")),
                        String.valueOf(count("?s ?p ?o")));
    }

    @Test
    void s3TheNumbersAreThoseOfTheData() {
        Graph graph = turtle("/void.ttl");
        Node dataset = NodeFactory.createURI("https://w3id.org/zhitu/void#dataset");
        String others = " FILTER NOT EXISTS { VALUES ?about { <https://w3id.org/zhitu/graph/void> "
                + "<https://w3id.org/zhitu/graph/examples> } GRAPH ?about { ?s ?p ?o } }";
        assertThat(number(graph, dataset, VOID.triples.asNode())).isEqualTo(count("?s ?p ?o" + others));
        assertThat(number(graph, dataset, VOID.properties.asNode()))
                .isEqualTo(count("SELECT DISTINCT ?p { ?s ?p ?o" + others + " }"));
        graph.find(dataset, VOID.classPartition.asNode(), Node.ANY).forEachRemaining(part -> {
            Node type = graph.find(part.getObject(), VOID._class.asNode(), Node.ANY)
                    .next()
                    .getObject();
            String members = "?s ?p ?o . FILTER (?p = <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> && ?o = <"
                    + type.getURI() + ">)" + others;
            assertThat(number(graph, part.getObject(), VOID.entities.asNode()))
                    .as(type.getURI())
                    .isEqualTo(count(members));
        });
        assertThat(values(graph, VOID.property.getURI())).contains("http://www.w3.org/2004/02/skos/core#prefLabel");
        assertThat(values(graph, "http://purl.org/dc/terms/license")).hasSize(1);
        assertThat(values(graph, VOID.exampleResource.getURI())).hasSize(4);
        assertThat(values(graph, VOID.dataDump.getURI())).hasSize(3);
        assertThat(values(graph, "http://purl.org/dc/terms/title")).anyMatch(title -> title.startsWith("知图"));
    }

    private static long number(Graph graph, Node subject, Node property) {
        return Long.parseLong(
                graph.find(subject, property, Node.ANY).next().getObject().getLiteralLexicalForm());
    }

    @Test
    void s4TheDescriptionIsFoundFourWays() {
        HttpResponse<String> wellKnown = server.get("/.well-known/void", "Accept", "text/turtle");
        assertThat(wellKnown.statusCode()).isEqualTo(303);
        assertThat(header(wellKnown, "Location")).endsWith("/void.ttl");
        Graph document = turtle("/void.ttl");
        assertThat(count("GRAPH <https://w3id.org/zhitu/graph/void> { ?s ?p ?o }"))
                .isEqualTo(document.size());
        assertThat(server.get("/concept/bert.ttl").body()).contains("void:inDataset");
        assertThat(header(server.get("/sparql", "Accept", "text/turtle"), "Link"))
                .contains("/.well-known/void");
    }

    @TestFactory
    Stream<DynamicTest> s5EveryExampleHasARow() {
        List<Example> examples = server.store().read(reader -> Examples.of(reader, Iris.DEFAULT));
        assertThat(examples).hasSizeGreaterThanOrEqualTo(40);
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(example.slug(), () -> {
                    assertThat(example.english()).isNotBlank();
                    assertThat(example.chinese()).containsPattern("\\p{IsHan}");
                    assertThat(example.tags()).isNotEmpty();
                    HttpResponse<String> answer =
                            server.get(query(example.text()), "Accept", "text/csv, text/turtle;q=0.5");
                    assertThat(answer.statusCode()).isEqualTo(200);
                    assertThat(answer.body().lines()).hasSizeGreaterThan(1);
                    assertThat(answer.body()).doesNotEndWith("false\r\n");
                }));
    }

    @Test
    void s5TheExamplesAndPrefixesAreInTheDefaultGraphWhereEditorsLook() {
        long examples = count("""
            ?example a <http://www.w3.org/ns/shacl#SPARQLExecutable> ;
              <http://www.w3.org/2000/01/rdf-schema#comment> ?comment ; <https://schema.org/target> ?target
            FILTER (lang(?comment) = "zh")\
            """);
        assertThat(examples).isGreaterThanOrEqualTo(40);
        assertThat(count("""
            ?declaration <http://www.w3.org/ns/shacl#prefix> "skos" ;
              <http://www.w3.org/ns/shacl#namespace> ?namespace\
            """)).isEqualTo(1);
    }

    @Test
    void aSavedQueryTakesTypedParameters() {
        String unlocks = server.get("/q/unlocks?topic=" + TestServer.encode("注意力机制"), "Accept", "text/csv")
                .body();
        assertThat(unlocks)
                .isEqualTo(server.get("/q/unlocks?topic=attention-mechanism&format=csv")
                        .body());
        assertThat(server.get("/q/lacking?kind=zt:Task&lang=zh&format=csv").body())
                .contains("id/concept/");
        assertThat(server.get("/q/lacking?kind=Task").statusCode()).isEqualTo(400);
        assertThat(server.get("/q/unlocks?nosuch=1").body()).contains("topic, lang");
        assertThat(server.get("/q/unlocks?topic=nosuchconcept").statusCode()).isEqualTo(404);
        assertThat(server.get("/q/nosuch").statusCode()).isEqualTo(404);
        assertThat(header(server.get("/q/is-needed?a=bert&b=softmax"), "Content-Type"))
                .isEqualTo("application/sparql-results+json");
        HttpResponse<String> editor = server.get("/q/unlocks?topic=softmax", "Accept", "text/html");
        assertThat(editor.statusCode()).isEqualTo(303);
        assertThat(header(editor, "Location")).contains("/sparql?query=").contains("softmax");
        assertThat(server.get("/q?lang=zh").body())
                .contains("{\"name\":\"topic\",\"type\":\"concept\",\"value\":\"bert\"}", "学一个概念之前要懂的全部概念");
    }
}
