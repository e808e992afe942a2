package org.zhitu.server.sparql;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.graph.about.SelfDescription;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.Iris;
import org.zhitu.server.results.GraphFormat;
import org.zhitu.server.results.RowFormat;

/**
 * What the endpoint says about itself.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>
 */
final class ServiceDescription {
    private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    private static final String FORMATS = "http://www.w3.org/ns/formats/";
    private static final Query NAMED =
            QueryFactory.create("SELECT ?graph (COUNT(*) AS ?triples) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph");
    private static final Query DEFAULT = QueryFactory.create("SELECT (COUNT(*) AS ?triples) { ?s ?p ?o }");

    static final PrefixMapping PREFIXES = PrefixMapping.Factory.create()
            .setNsPrefixes(Namespaces.MAPPING)
            .setNsPrefix("formats", FORMATS)
            .lock();

    private final Graph graph = GraphFactory.createDefaultGraph();
    private final String endpoint;
    private final Node service;

    private ServiceDescription(String endpoint) {
        this.endpoint = endpoint;
        this.service = node(endpoint);
    }

    /**
     * What an endpoint offers beside reading.
     *
     * @param isUnion whether the default graph is the union of the named ones
     * @param writes  whether updates are taken from anybody
     */
    record Offer(boolean isUnion, boolean writes) {}

    /** Returns the description of the endpoint at an address, over the present state of the store. */
    static Graph of(String endpoint, StoreReader reader, Iris iris, Offer offer) {
        ServiceDescription description = new ServiceDescription(endpoint);
        description.service(offer);
        description.dataset(reader, iris);
        return description.graph;
    }

    private void service(Offer offer) {
        add(service, RDF.type.asNode(), sd("Service"));
        add(service, sd("endpoint"), service);
        said(service, RDFS.label.asNode(), "The SPARQL endpoint of Zhitu", "知图的 SPARQL 端点");
        add(service, sd("supportedLanguage"), sd("SPARQL10Query"));
        add(service, sd("supportedLanguage"), sd("SPARQL11Query"));
        if (offer.writes()) {
            add(service, sd("supportedLanguage"), sd("SPARQL11Update"));
            for (String format : List.of("Turtle", "N-Triples", "RDF_XML", "JSON-LD", "TriG", "N-Quads")) {
                add(service, sd("inputFormat"), node(FORMATS + format));
            }
        }
        for (String version : List.of("1.1", "1.2-basic", "1.2")) {
            add(service, sd("supportedVersion"), NodeFactory.createLiteralString(version));
        }
        if (offer.isUnion()) {
            add(service, sd("feature"), sd("UnionDefaultGraph"));
        }
        for (RowFormat format : RowFormat.values()) {
            add(service, sd("resultFormat"), node(FORMATS + "SPARQL_Results_" + format.name()));
        }
        for (GraphFormat format : GraphFormat.values()) {
            add(service, sd("resultFormat"), node(FORMATS + w3cName(format)));
        }
        add(service, sd("defaultEntailmentRegime"), node("http://www.w3.org/ns/entailment/Simple"));
        Node textQuery = node(TextSearch.QUERY);
        add(service, sd("propertyFeature"), textQuery);
        add(textQuery, RDF.type.asNode(), sd("Feature"));
        said(
                textQuery,
                RDFS.label.asNode(),
                "Full-text search in names, definitions, questions and answers",
                "在名称、定义、问题与答案中全文检索");
        for (String function : List.of(
                "pi", "exp", "exp10", "log", "log10", "pow", "sqrt", "sin", "cos", "tan", "asin", "acos", "atan",
                "atan2")) {
            Node name = node(BoundedExpressions.MATH + function);
            add(service, sd("extensionFunction"), name);
            add(name, RDF.type.asNode(), sd("Function"));
        }
    }

    private void dataset(StoreReader reader, Iris iris) {
        Node dataset = node(endpoint + "#dataset");
        Node defaultGraph = node(endpoint + "#default-graph");
        Node available = node(endpoint + "#graphs");
        add(service, sd("defaultDataset"), dataset);
        add(service, sd("availableGraphs"), available);
        add(available, RDF.type.asNode(), sd("GraphCollection"));
        add(dataset, RDF.type.asNode(), sd("Dataset"));
        add(dataset, DCTerms.isPartOf.asNode(), SelfDescription.dataset(iris));
        add(dataset, sd("defaultGraph"), defaultGraph);
        add(defaultGraph, RDF.type.asNode(), sd("Graph"));
        add(defaultGraph, VOID.triples.asNode(), number(count(reader)));
        counts(reader).forEach((name, triples) -> {
            Node named = node(endpoint + "#" + Iris.hash(name));
            add(dataset, sd("namedGraph"), named);
            add(available, sd("namedGraph"), named);
            add(named, RDF.type.asNode(), sd("NamedGraph"));
            add(named, sd("name"), node(name));
            Node content = node(endpoint + "#content-" + Iris.hash(name));
            add(named, sd("graph"), content);
            add(content, RDF.type.asNode(), sd("Graph"));
            add(content, VOID.triples.asNode(), number(triples));
        });
    }

    private static long count(StoreReader reader) {
        try (QueryExec execution = reader.query(DEFAULT).build()) {
            return ((Number) execution.select().next().get("triples").getLiteralValue()).longValue();
        }
    }

    private static SortedMap<String, Long> counts(StoreReader reader) {
        SortedMap<String, Long> counts = new TreeMap<>();
        try (QueryExec execution = reader.query(NAMED).build()) {
            execution.select().forEachRemaining(row -> {
                Node graph = row.get("graph");
                if (graph != null && graph.isURI()) {
                    counts.put(graph.getURI(), ((Number) row.get("triples").getLiteralValue()).longValue());
                }
            });
        }
        return counts;
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

    private void add(Node subject, Node property, Node value) {
        graph.add(subject, property, value);
    }

    private void said(Node subject, Node property, String english, String chinese) {
        add(subject, property, NodeFactory.createLiteralLang(english, "en"));
        add(subject, property, NodeFactory.createLiteralLang(chinese, "zh"));
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
    }

    private static Node sd(String name) {
        return node(SD + name);
    }

    private static Node node(String iri) {
        return NodeFactory.createURI(iri);
    }
}
