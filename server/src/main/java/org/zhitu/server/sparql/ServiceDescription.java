package org.zhitu.server.sparql;

import java.util.Collection;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.zhitu.ontology.Iris;
import org.zhitu.server.results.GraphFormat;
import org.zhitu.server.results.RowFormat;

/**
 * What the endpoint says about itself.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>
 */
record ServiceDescription(Graph graph) {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    static final PrefixMapping PREFIXES = PrefixMapping.Factory.create()
            .setNsPrefix("sd", SD)
            .setNsPrefix("formats", FORMATS)
            .lock();

    /** Returns the description of the endpoint at an address, over graphs with these names. */
    static ServiceDescription of(String endpoint, Collection<String> graphs, Iris iris) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node service = NodeFactory.createURI(endpoint);
        Node dataset = NodeFactory.createURI(endpoint + "#dataset");
        Node defaultGraph = NodeFactory.createURI(endpoint + "#default-graph");
        graph.add(service, RDF.type.asNode(), sd("Service"));
        graph.add(service, sd("endpoint"), service);
        graph.add(service, sd("supportedLanguage"), sd("SPARQL10Query"));
        graph.add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
        for (String version : new String[] {"1.1", "1.2-basic", "1.2"}) {
            graph.add(service, sd("supportedVersion"), NodeFactory.createLiteralString(version));
        }
        for (RowFormat format : RowFormat.values()) {
            graph.add(service, sd("resultFormat"), format("SPARQL_Results_" + format.name()));
        }
        for (GraphFormat format : GraphFormat.values()) {
            graph.add(service, sd("resultFormat"), format(w3cName(format)));
        }
        graph.add(service, sd("defaultDataset"), dataset);
        graph.add(dataset, RDF.type.asNode(), sd("Dataset"));
        graph.add(dataset, sd("defaultGraph"), defaultGraph);
        graph.add(defaultGraph, RDF.type.asNode(), sd("Graph"));
        for (String name : graphs) {
            named(graph, dataset, endpoint, name);
            named(graph, dataset, endpoint, Iris.evidenceOf(name));
        }
        named(graph, dataset, endpoint, iris.catalogueGraph());
        return new ServiceDescription(graph);
    }

    private static void named(Graph graph, Node dataset, String endpoint, String name) {
        Node named = NodeFactory.createURI(endpoint + "#" + Iris.hash(name));
        graph.add(dataset, sd("namedGraph"), named);
        graph.add(named, RDF.type.asNode(), sd("NamedGraph"));
        graph.add(named, sd("name"), NodeFactory.createURI(name));
    }

    private static String w3cName(GraphFormat format) {
        return switch (format) {
            case TURTLE -> "Turtle";
            case NTRIPLES -> "N-Triples";
            case JSONLD -> "JSON-LD";
            case RDFXML -> "RDF_XML";
            case TRIG -> "TriG";
            case NQUADS -> "N-Quads";
        };
    }

    private static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }

    private static Node format(String name) {
        return NodeFactory.createURI(FORMATS + name);
    }
}
