package org.zhitu.graph.about;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.VOID;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.graph.store.StoreWriter;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Zt;

/**
 * What the data say about themselves, as two graphs of the store: {@code graph/void} with counts, classes, properties, licence
 * and dumps, made at each load, and {@code graph/examples} with the example queries. The counts are those of the default graph
 * without these two.
 *
 * @see <a href="https://www.w3.org/TR/void/">Describing Linked Datasets with the VoID Vocabulary</a>
 */
public final class SelfDescription {
    private static final Query ALL = QueryFactory.create("CONSTRUCT WHERE { ?s ?p ?o }");
    private static final Query NAMED =
            QueryFactory.create("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }");
    private static final String MEDIA_TYPES = "https://www.iana.org/assignments/media-types/";

    /** The files with all data, and the media types of what is packed in them. */
    private static final SortedMap<String, String> DUMPS = new TreeMap<>(Map.of(
            "zhitu.nq.gz", "application/n-quads",
            "zhitu-rdf11.nq.gz", "application/n-quads",
            "zhitu.ttl.gz", "text/turtle"));

    private static final Node LICENCE = iri("https://www.apache.org/licenses/LICENSE-2.0");

    private final Iris iris;

    public SelfDescription(Iris iris) {
        this.iris = iris;
    }

    /** Writes both graphs anew, where what they describe has changed. */
    public void refresh(StoreWriter writer, Instant now) {
        String version = Examples.version();
        if (!writer.contentHash(iris.examplesGraph()).equals(Optional.of(version))) {
            writer.replace(iris.examplesGraph(), Examples.statements(iris), Graph.emptyGraph, version);
        }
        Graph old = read(writer, iris.voidGraph());
        Graph fresh = describe(writer);
        Set<Triple> before = old.find().toSet();
        before.removeIf(SelfDescription::isStamp);
        if (!before.equals(fresh.find().toSet())) {
            stamp(fresh, now);
            writer.replace(iris.voidGraph(), fresh, Graph.emptyGraph, digest(fresh));
        }
    }

    /** Says whether a store lacks what this version of the program says of itself, whatever is loaded. */
    public boolean isOld(SortedMap<String, String> catalogue) {
        return !Examples.version().equals(catalogue.get(iris.examplesGraph()));
    }

    /** Notes that something was written by hand; the counts stay those of the last load. */
    public void touch(StoreWriter writer, Instant now) {
        Graph graph = read(writer, iris.voidGraph());
        if (!graph.isEmpty()) {
            graph.remove(Node.ANY, DCTerms.modified.asNode(), Node.ANY);
            stamp(graph, now);
            writer.replace(iris.voidGraph(), graph, Graph.emptyGraph, digest(graph));
        }
    }

    /** Returns the graph that describes the data. */
    public Graph graph(StoreReader reader) {
        return read(reader, iris.voidGraph());
    }

    /** Returns when the data last changed; empty where nothing was ever loaded. */
    public Optional<Instant> modified(StoreReader reader) {
        Iterator<Triple> found = graph(reader).find(dataset(iris), DCTerms.modified.asNode(), Node.ANY);
        return found.hasNext()
                ? Optional.of(Instant.parse(found.next().getObject().getLiteralLexicalForm()))
                : Optional.empty();
    }

    /** Returns the IRI of the dataset. */
    public static Node dataset(Iris iris) {
        return iri(iris.base() + "void#dataset");
    }

    private void stamp(Graph graph, Instant now) {
        Node time =
                NodeFactory.createLiteralDT(now.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
        graph.add(dataset(iris), DCTerms.modified.asNode(), time);
        graph.add(iri(iris.base() + "void"), DCTerms.modified.asNode(), time);
        DUMPS.keySet().forEach(dump -> graph.add(distribution(dump), DCTerms.modified.asNode(), time));
    }

    private Node distribution(String dump) {
        return iri(iris.base() + "void#" + dump);
    }

    private static Graph read(StoreReader reader, String name) {
        Graph graph = GraphFactory.createDefaultGraph();
        try (QueryExec execution =
                reader.query(NAMED).substitution(Var.alloc("graph"), iri(name)).build()) {
            execution.constructTriples().forEachRemaining(graph::add);
        }
        return graph;
    }

    private static boolean isStamp(Triple triple) {
        return triple.getPredicate().equals(DCTerms.modified.asNode());
    }

    /** The same for the same data, whenever they were loaded. */
    private static String digest(Graph graph) {
        List<String> lines = new ArrayList<>();
        graph.find().forEachRemaining(triple -> {
            if (!isStamp(triple)) {
                lines.add(triple.toString());
            }
        });
        lines.sort(null);
        return Iris.hash(String.join("\n", lines));
    }

    /** What is counted in one pass over the data. */
    private static final class Counts {
        private long triples;
        private final Set<Node> subjects = new HashSet<>();
        private final Set<Node> objects = new HashSet<>();
        private final SortedMap<String, Long> properties = new TreeMap<>();
        private final SortedMap<String, Long> classes = new TreeMap<>();
        private final Map<String, Long> links = new HashMap<>();

        void count(Triple triple, String base) {
            triples++;
            subjects.add(triple.getSubject());
            objects.add(triple.getObject());
            properties.merge(triple.getPredicate().getURI(), 1L, Long::sum);
            if (triple.getPredicate().equals(RDF.type.asNode())
                    && triple.getObject().isURI()) {
                classes.merge(triple.getObject().getURI(), 1L, Long::sum);
            }
            boolean ours =
                    triple.getSubject().isURI() && triple.getSubject().getURI().startsWith(base);
            if (ours && triple.getObject().isURI()) {
                for (String target : TARGETS.keySet()) {
                    if (triple.getObject().getURI().startsWith(target)) {
                        links.merge(target + " " + triple.getPredicate().getURI(), 1L, Long::sum);
                    }
                }
            }
        }
    }

    /** Datasets that the data link to. */
    private static final SortedMap<String, String> TARGETS =
            new TreeMap<>(Map.of("http://www.wikidata.org/entity/", "Wikidata"));

    private Counts counts(StoreReader reader) {
        Set<Triple> own = new HashSet<>();
        read(reader, iris.voidGraph()).find().forEachRemaining(own::add);
        read(reader, iris.examplesGraph()).find().forEachRemaining(own::add);
        Counts counts = new Counts();
        try (QueryExec execution = reader.query(ALL).build()) {
            execution.constructTriples().forEachRemaining(triple -> {
                if (!own.contains(triple)) {
                    counts.count(triple, iris.base());
                }
            });
        }
        return counts;
    }

    private Graph describe(StoreReader reader) {
        Counts counts = counts(reader);
        Graph graph = GraphFactory.createDefaultGraph();
        Node dataset = dataset(iris);
        Node document = iri(iris.base() + "void");
        graph.add(document, RDF.type.asNode(), VOID.DatasetDescription.asNode());
        graph.add(document, FOAF.primaryTopic.asNode(), dataset);
        said(graph, document, DCTerms.title.asNode(), "Description of the Zhitu dataset", "知图数据集的描述");
        graph.add(dataset, RDF.type.asNode(), VOID.Dataset.asNode());
        said(graph, dataset, DCTerms.title.asNode(), "Zhitu: concepts of natural language processing", "知图：自然语言处理概念");
        said(
                graph,
                dataset,
                DCTerms.description.asNode(),
                "A curated scheme of NLP concepts, and what a person's study notes say about them.",
                "人工整理的自然语言处理概念体系，以及一个人的学习笔记中关于这些概念的内容。");
        Node maker = iri(iris.base() + "void#creator");
        graph.add(dataset, DCTerms.creator.asNode(), maker);
        graph.add(dataset, DCTerms.publisher.asNode(), maker);
        graph.add(maker, RDF.type.asNode(), FOAF.Agent.asNode());
        said(graph, maker, FOAF.name.asNode(), "The Zhitu project", "知图项目");
        graph.add(dataset, DCTerms.license.asNode(), LICENCE);
        graph.add(dataset, FOAF.homepage.asNode(), iri(iris.base()));
        graph.add(dataset, VOID.sparqlEndpoint.asNode(), iri(iris.base() + "sparql"));
        graph.add(dataset, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(iris.base() + "id/"));
        DUMPS.forEach((dump, mediaType) -> {
            Node file = iri(iris.base() + "dumps/" + dump);
            graph.add(dataset, VOID.dataDump.asNode(), file);
            graph.add(dataset, DCAT.distribution.asNode(), distribution(dump));
            graph.add(distribution(dump), RDF.type.asNode(), DCAT.Distribution.asNode());
            graph.add(distribution(dump), DCAT.downloadURL.asNode(), file);
            graph.add(distribution(dump), DCAT.mediaType.asNode(), iri(MEDIA_TYPES + mediaType));
            graph.add(distribution(dump), DCAT.compressFormat.asNode(), iri(MEDIA_TYPES + "application/gzip"));
            graph.add(distribution(dump), RDFS.seeAlso.asNode(), iri(iris.base() + "dumps/SHA256SUMS"));
        });
        for (String format : List.of("Turtle", "N-Triples", "RDF_XML", "JSON-LD")) {
            graph.add(dataset, VOID.feature.asNode(), iri("http://www.w3.org/ns/formats/" + format));
        }
        numbers(graph, dataset, counts);
        exampleResources(reader, graph, dataset);
        return graph;
    }

    private void numbers(Graph graph, Node dataset, Counts counts) {
        number(graph, dataset, VOID.triples.asNode(), counts.triples);
        number(
                graph,
                dataset,
                VOID.entities.asNode(),
                counts.subjects.stream()
                        .filter(subject -> subject.isURI() && subject.getURI().startsWith(iris.base() + "id/"))
                        .count());
        number(graph, dataset, VOID.classes.asNode(), counts.classes.size());
        number(graph, dataset, VOID.properties.asNode(), counts.properties.size());
        number(graph, dataset, VOID.distinctSubjects.asNode(), counts.subjects.size());
        number(graph, dataset, VOID.distinctObjects.asNode(), counts.objects.size());
        counts.classes.forEach((type, entities) -> {
            Node part = iri(iris.base() + "void#class-" + Iris.hash(type));
            graph.add(dataset, VOID.classPartition.asNode(), part);
            graph.add(part, VOID._class.asNode(), iri(type));
            number(graph, part, VOID.entities.asNode(), entities);
        });
        counts.properties.forEach((property, triples) -> {
            Node part = iri(iris.base() + "void#property-" + Iris.hash(property));
            graph.add(dataset, VOID.propertyPartition.asNode(), part);
            graph.add(part, VOID.property.asNode(), iri(property));
            number(graph, part, VOID.triples.asNode(), triples);
            Namespaces.of(iris).values().stream()
                    .filter(property::startsWith)
                    .forEach(namespace -> graph.add(dataset, VOID.vocabulary.asNode(), iri(namespace)));
        });
        counts.links.forEach((link, triples) -> {
            String[] parts = link.split(" ", 2);
            Node links = iri(iris.base() + "void#links-" + Iris.hash(link));
            Node target = iri(iris.base() + "void#" + TARGETS.get(parts[0]));
            graph.add(links, RDF.type.asNode(), VOID.Linkset.asNode());
            graph.add(dataset, VOID.subset.asNode(), links);
            graph.add(links, VOID.linkPredicate.asNode(), iri(parts[1]));
            graph.add(links, VOID.subjectsTarget.asNode(), dataset);
            graph.add(links, VOID.objectsTarget.asNode(), target);
            graph.add(target, RDF.type.asNode(), VOID.Dataset.asNode());
            graph.add(target, VOID.uriSpace.asNode(), NodeFactory.createLiteralString(parts[0]));
            number(graph, links, VOID.triples.asNode(), triples);
        });
    }

    /** The first concept, question, note and source by IRI. */
    private static void exampleResources(StoreReader reader, Graph graph, Node dataset) {
        for (String type : List.of(
                "http://www.w3.org/2004/02/skos/core#Concept",
                Namespaces.SCHEMA + "Question",
                Zt.NS + "Note",
                Namespaces.SCHEMA + "CreativeWork")) {
            Query first = QueryFactory.create("SELECT ?thing { ?thing a ?type } ORDER BY ?thing LIMIT 1");
            try (QueryExec execution = reader.query(first)
                    .substitution(Var.alloc("type"), iri(type))
                    .build()) {
                execution
                        .select()
                        .forEachRemaining(row -> graph.add(dataset, VOID.exampleResource.asNode(), row.get("thing")));
            }
        }
    }

    private static void said(Graph graph, Node subject, Node property, String english, String chinese) {
        graph.add(subject, property, NodeFactory.createLiteralLang(english, "en"));
        graph.add(subject, property, NodeFactory.createLiteralLang(chinese, "zh"));
    }

    private static void number(Graph graph, Node subject, Node property, long number) {
        graph.add(subject, property, NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
