package org.zhitu.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** The Turtle files of this module, read: vocabulary, shapes and the curated scheme. */
public final class Ontology {
    /** The areas of the scheme, in teaching order: one file each. */
    private static final List<String> AREAS = List.of(
            "mathematics",
            "linguistics",
            "text-processing",
            "classical-ml",
            "language-models",
            "representations",
            "neural-networks",
            "transformer",
            "pretrained-models",
            "compression",
            "large-language-models",
            "tasks",
            "knowledge-graphs",
            "datasets-and-metrics",
            "tools");

    private Ontology() {}

    /** Returns a new graph with the vocabulary: classes, properties, labels, definitions, competency questions. */
    public static Graph vocabulary() {
        return read("zhitu.ttl");
    }

    /** Returns the terms of the vocabulary with their documentation: classes, individuals, properties, each by name. */
    public static List<Term> terms() {
        Graph vocabulary = vocabulary();
        return vocabulary.find(Node.ANY, RDFS.label.asNode(), Node.ANY).toList().stream()
                .map(Triple::getSubject)
                .distinct()
                .map(term -> term(vocabulary, term))
                .sorted(Comparator.comparing(Term::sort)
                        .thenComparing(term -> term.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static Term term(Graph vocabulary, Node term) {
        Set<Node> types = vocabulary
                .find(term, RDF.type.asNode(), Node.ANY)
                .mapWith(Triple::getObject)
                .toSet();
        Term.Sort sort = types.contains(OWL.Class.asNode())
                ? Term.Sort.CLASS
                : types.contains(Zt.STRENGTH_CLASS) ? Term.Sort.INDIVIDUAL : Term.Sort.PROPERTY;
        return new Term(
                term.getURI().substring(Zt.NS.length()),
                sort,
                texts(vocabulary, term, RDFS.label.asNode()),
                texts(vocabulary, term, SKOS.definition.asNode()),
                texts(vocabulary, term, Zt.ANSWERS),
                G.getOneSP(vocabulary, term, SKOS.example.asNode()).getLiteralLexicalForm(),
                iri(vocabulary, term, RDFS.subClassOf.asNode())
                        .or(() -> iri(vocabulary, term, RDFS.subPropertyOf.asNode())),
                iri(vocabulary, term, RDFS.domain.asNode()),
                iri(vocabulary, term, RDFS.range.asNode()));
    }

    private static Map<Language, String> texts(Graph graph, Node subject, Node property) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        graph.find(subject, property, Node.ANY)
                .forEachRemaining(triple -> texts.put(
                        Language.lookup(triple.getObject().getLiteralLanguage()),
                        triple.getObject().getLiteralLexicalForm()));
        return texts;
    }

    private static Optional<String> iri(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY).toList().stream()
                .map(triple -> triple.getObject().getURI())
                .sorted()
                .findFirst();
    }

    /** Returns a new graph with the SHACL shapes that loaded data must satisfy. */
    public static Graph shapes() {
        return read("shapes.ttl");
    }

    /** Returns a new graph with mappings of concepts and terms to public vocabularies, concepts named below the base. */
    public static Graph alignment(Iris iris) {
        Graph alignment = GraphFactory.createDefaultGraph();
        read("alignment.ttl")
                .find()
                .forEachRemaining(triple ->
                        alignment.add(iris.rebased(triple.getSubject()), triple.getPredicate(), triple.getObject()));
        return alignment;
    }

    /**
     * Returns the curated scheme, its statements apart from the evidence for them. Only its digest is made now; its content
     * is read when it is first asked for.
     */
    public static Scheme scheme(Iris iris) {
        List<String> files = new ArrayList<>(List.of("scheme/scheme.ttl", "scheme/ambiguity.ttl"));
        AREAS.forEach(area -> files.add("scheme/" + area + ".ttl"));
        StringBuilder text = new StringBuilder(SchemeReader.VERSION).append(iris.base());
        files.forEach(file -> text.append('\n').append(text(file)));
        return new Scheme(Iris.hash(text.toString()), () -> {
            Graph written = GraphFactory.createDefaultGraph();
            files.forEach(file -> parse(file, written));
            return new SchemeReader(written, iris).read();
        });
    }

    private static Graph read(String resource) {
        Graph graph = GraphFactory.createDefaultGraph();
        parse(resource, graph);
        return graph;
    }

    private static void parse(String resource, Graph into) {
        RDFParser.fromString(text(resource), Lang.TURTLE).base(Zt.NS).parse(into);
    }

    private static String text(String resource) {
        try (InputStream in = Ontology.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }
}
