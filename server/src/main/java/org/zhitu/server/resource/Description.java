package org.zhitu.server.resource;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.VOID;
import org.zhitu.graph.about.SelfDescription;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.Iris;

/**
 * What the graph says of one thing: its own statements and those of its parts, the statements that point at it, and the
 * names of everything they mention. Plain RDF 1.1; evidence is for the query endpoint.
 */
final class Description {
    /** Statements that point at the thing, beyond which the rest is left to the query endpoint. */
    private static final int MOST_POINTING = 2_000;

    private static final String SCHEMA = "https://schema.org/";
    private static final Node NAME = NodeFactory.createURI(SCHEMA + "name");
    private static final Node LICENCE = NodeFactory.createURI("https://www.apache.org/licenses/LICENSE-2.0");

    private static final Query OUT = QueryFactory.create("""
        CONSTRUCT { ?thing ?property ?value } WHERE { ?thing ?property ?value }\
        """);
    private static final Query IN = QueryFactory.create("""
        CONSTRUCT { ?subject ?property ?thing } WHERE { ?subject ?property ?thing }
        ORDER BY ?property ?subject\
        """);
    private static final Query NAMES = QueryFactory.create("""
        PREFIX schema: <https://schema.org/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        CONSTRUCT { ?thing skos:prefLabel ?label . ?thing schema:name ?name }
        WHERE { { ?thing skos:prefLabel ?label } UNION { ?thing schema:name ?name } }\
        """);

    private Description() {}

    /**
     * Returns the description of a thing; empty where the graph does not have it.
     *
     * @param document the address of the page about the thing
     * @param modified when the data last changed, where that is known
     */
    static Optional<Graph> of(
            KnowledgeStore store, Iris iris, String thing, String document, Optional<Instant> modified) {
        return store.read(reader -> of(reader, iris, thing, document, modified));
    }

    private static Optional<Graph> of(
            StoreReader reader, Iris iris, String thing, String document, Optional<Instant> modified) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node subject = NodeFactory.createURI(thing);
        add(reader, OUT, subject, graph, Integer.MAX_VALUE);
        if (graph.isEmpty()) {
            return Optional.empty();
        }
        for (Node part : parts(graph, thing)) {
            add(reader, OUT, part, graph, Integer.MAX_VALUE);
        }
        add(reader, IN, subject, graph, MOST_POINTING);
        for (Node neighbour : neighbours(graph, subject, iris)) {
            add(reader, NAMES, neighbour, graph, Integer.MAX_VALUE);
        }
        asSearchEnginesKnowIt(graph, subject, iris);
        Node page = NodeFactory.createURI(document);
        graph.add(page, RDF.type.asNode(), FOAF.Document.asNode());
        graph.add(page, FOAF.primaryTopic.asNode(), subject);
        graph.add(page, DCTerms.license.asNode(), LICENCE);
        graph.add(page, VOID.inDataset.asNode(), SelfDescription.dataset(iris));
        modified.ifPresent(time -> graph.add(
                page,
                DCTerms.modified.asNode(),
                NodeFactory.createLiteralDT(time.toString(), XSDDatatype.XSDdateTime)));
        return Optional.of(graph);
    }

    /** A concept is a term of a set of defined terms to schema.org. */
    private static void asSearchEnginesKnowIt(Graph graph, Node subject, Iris iris) {
        if (!graph.contains(subject, RDF.type.asNode(), SKOS.Concept.asNode())) {
            return;
        }
        graph.add(subject, RDF.type.asNode(), schema("DefinedTerm"));
        graph.add(subject, schema("inDefinedTermSet"), NodeFactory.createURI(iris.scheme()));
        iris.local(Iris.Thing.CONCEPT, subject.getURI())
                .ifPresent(slug -> graph.add(subject, schema("termCode"), NodeFactory.createLiteralString(slug)));
        copy(graph, subject, SKOS.prefLabel.asNode(), NAME);
        copy(graph, subject, SKOS.definition.asNode(), schema("description"));
    }

    private static void copy(Graph graph, Node subject, Node from, Node to) {
        graph.find(subject, from, Node.ANY).toList().forEach(triple -> graph.add(subject, to, triple.getObject()));
    }

    private static Node schema(String name) {
        return NodeFactory.createURI(SCHEMA + name);
    }

    private static void add(StoreReader reader, Query query, Node thing, Graph into, int most) {
        try (QueryExec execution =
                reader.query(query).substitution(Var.alloc("thing"), thing).build()) {
            Iterator<Triple> triples = execution.constructTriples();
            for (int count = 0; triples.hasNext() && count < most; count++) {
                into.add(triples.next());
            }
        }
    }

    private static Set<Node> parts(Graph graph, String thing) {
        Set<Node> parts = new LinkedHashSet<>();
        graph.find().forEachRemaining(triple -> {
            Node value = triple.getObject();
            if (value.isURI() && value.getURI().startsWith(thing + "#")) {
                parts.add(value);
            }
        });
        return parts;
    }

    private static List<Node> neighbours(Graph graph, Node thing, Iris iris) {
        Set<Node> neighbours = new LinkedHashSet<>();
        graph.find().forEachRemaining(triple -> {
            for (Node node : List.of(triple.getSubject(), triple.getObject())) {
                if (node.isURI() && !node.equals(thing) && node.getURI().startsWith(iris.base() + "id/")) {
                    neighbours.add(node);
                }
            }
        });
        neighbours.removeIf(node -> graph.contains(node, NAME, Node.ANY));
        return List.copyOf(neighbours);
    }
}
