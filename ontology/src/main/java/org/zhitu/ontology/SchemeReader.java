package org.zhitu.ontology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
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
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;

/** Turns the scheme as written in Turtle into a {@link Scheme}: names the blank nodes, parts statements from evidence. */
final class SchemeReader {
    /** Counted up whenever the same Turtle is read differently, so that stores take the scheme anew. */
    static final String VERSION = "1";

    private static final Node TYPE = RDF.type.asNode();
    private static final Node REIFIES = NodeFactory.createURI(RDF.getURI() + "reifies");
    private static final Node TITLE = NodeFactory.createURI("http://purl.org/dc/terms/title");
    private static final Node DERIVED_FROM = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

    private final Graph written;
    private final Iris iris;
    private final Map<Node, Node> names = new HashMap<>();
    private final Set<Node> reifiers = new HashSet<>();

    SchemeReader(Graph written, Iris iris) {
        this.written = written;
        this.iris = iris;
    }

    Scheme.Content read() {
        nameBlankNodes();
        Graph statements = GraphFactory.createDefaultGraph();
        Graph evidence = GraphFactory.createDefaultGraph();
        Node scheme = NodeFactory.createURI(iris.scheme());
        for (Triple triple : written.find().toList()) {
            if (reifiers.contains(triple.getSubject())) {
                addEvidence(triple, scheme, evidence);
            } else {
                statements.add(named(triple));
            }
        }
        for (Node concept : conceptNodes(statements)) {
            statements.add(concept, TYPE, SKOS.Concept.asNode());
            statements.add(concept, SKOS.inScheme.asNode(), scheme);
            if (!statements.contains(concept, SKOS.broader.asNode(), Node.ANY)) {
                statements.add(concept, SKOS.topConceptOf.asNode(), scheme);
                statements.add(scheme, SKOS.hasTopConcept.asNode(), concept);
            }
        }
        return new Scheme.Content(concepts(statements), ambiguousForms(statements), statements, evidence);
    }

    private void nameBlankNodes() {
        for (Triple triple : written.find(Node.ANY, REIFIES, Node.ANY).toList()) {
            Node reifier = triple.getSubject();
            reifiers.add(reifier);
            Triple reified = triple.getObject().getTriple();
            if (reifier.isBlank()) {
                names.put(reifier, NodeFactory.createURI(iris.evidence("scheme " + reified)));
            }
        }
        for (Triple triple : written.find(Node.ANY, Zt.INTRODUCED_IN, Node.ANY).toList()) {
            Node paper = triple.getObject();
            if (paper.isBlank()) {
                Node key = object(written, paper, SchemaDO.url.asNode())
                        .or(() -> object(written, paper, TITLE))
                        .orElseThrow(() -> new IllegalStateException(
                                "a paper without address and title, cited by " + triple.getSubject()));
                names.put(
                        paper,
                        NodeFactory.createURI(iris.source(key.isURI() ? key.getURI() : key.getLiteralLexicalForm())));
            }
        }
        for (Triple triple : written.find(Node.ANY, Zt.FORM, Node.ANY).toList()) {
            String text = triple.getObject().getLiteralLexicalForm();
            Node form = NodeFactory.createURI(iris.form(text));
            names.put(triple.getSubject(), form);
            for (Node reading : objects(written, triple.getSubject(), Zt.READING)) {
                String meant =
                        object(written, reading, Zt.MEANS).map(Node::getURI).orElse("");
                names.put(reading, NodeFactory.createURI(form.getURI() + "/" + local(meant)));
            }
        }
    }

    private void addEvidence(Triple triple, Node scheme, Graph evidence) {
        Node reifier = name(triple.getSubject());
        if (triple.getPredicate().equals(REIFIES)) {
            evidence.add(
                    reifier,
                    REIFIES,
                    NodeFactory.createTripleTerm(named(triple.getObject().getTriple())));
            evidence.add(reifier, TYPE, Zt.EVIDENCE);
            evidence.add(reifier, DERIVED_FROM, scheme);
            evidence.add(reifier, Zt.METHOD, NodeFactory.createLiteralString("curated"));
            evidence.add(reifier, Zt.CONFIDENCE, NodeFactory.createLiteralDT("1.0", XSDDatatype.XSDdecimal));
        } else {
            evidence.add(reifier, triple.getPredicate(), name(triple.getObject()));
        }
    }

    private Triple named(Triple triple) {
        return Triple.create(name(triple.getSubject()), triple.getPredicate(), name(triple.getObject()));
    }

    private Node name(Node node) {
        Node name = names.getOrDefault(node, iris.rebased(node));
        if (name.isBlank()) {
            throw new IllegalStateException("a blank node in the scheme that is no paper, reading or annotation: "
                    + written.find(name, Node.ANY, Node.ANY).toList());
        }
        return name;
    }

    private SortedMap<String, Concept> concepts(Graph statements) {
        SortedMap<String, Concept> concepts = new TreeMap<>();
        for (Node node : conceptNodes(statements)) {
            String slug = local(node.getURI());
            concepts.put(
                    slug,
                    new Concept(
                            slug,
                            kind(statements, node),
                            preferred(statements, node),
                            labels(statements, node, SKOS.altLabel.asNode()),
                            labels(statements, node, SKOS.hiddenLabel.asNode()),
                            objects(statements, node, SKOS.broader.asNode()).stream()
                                    .map(broader -> local(broader.getURI()))
                                    .sorted()
                                    .toList()));
        }
        return concepts;
    }

    private static List<Node> conceptNodes(Graph graph) {
        return graph.find(Node.ANY, SKOS.prefLabel.asNode(), Node.ANY).toList().stream()
                .map(Triple::getSubject)
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .toList();
    }

    private static ConceptKind kind(Graph graph, Node concept) {
        return objects(graph, concept, TYPE).stream()
                .flatMap(type -> ConceptKind.ofIri(type.getURI()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a concept without a kind: " + concept));
    }

    private static Map<Language, String> preferred(Graph graph, Node concept) {
        Map<Language, String> preferred = new HashMap<>();
        labels(graph, concept, SKOS.prefLabel.asNode())
                .forEach((language, texts) -> preferred.put(language, texts.getFirst()));
        return preferred;
    }

    private static Map<Language, List<String>> labels(Graph graph, Node concept, Node property) {
        Map<Language, List<String>> labels = new HashMap<>();
        for (Node label : objects(graph, concept, property)) {
            labels.computeIfAbsent(Language.lookup(label.getLiteralLanguage()), language -> new ArrayList<>())
                    .add(label.getLiteralLexicalForm());
        }
        labels.values().forEach(texts -> texts.sort(null));
        return labels;
    }

    private static List<AmbiguousForm> ambiguousForms(Graph graph) {
        List<AmbiguousForm> forms = new ArrayList<>();
        for (Triple triple : graph.find(Node.ANY, Zt.FORM, Node.ANY).toList()) {
            List<AmbiguousForm.Reading> readings = new ArrayList<>();
            for (Node reading : objects(graph, triple.getSubject(), Zt.READING)) {
                readings.add(new AmbiguousForm.Reading(
                        local(object(graph, reading, Zt.MEANS).orElseThrow().getURI()),
                        objects(graph, reading, Zt.CUE).stream()
                                .map(Node::getLiteralLexicalForm)
                                .sorted()
                                .toList(),
                        object(graph, reading, Zt.IS_DEFAULT)
                                .map(flag -> flag.getLiteralLexicalForm().equals("true"))
                                .orElse(false)));
            }
            readings.sort(Comparator.comparing(AmbiguousForm.Reading::slug));
            forms.add(new AmbiguousForm(triple.getObject().getLiteralLexicalForm(), readings));
        }
        forms.sort(Comparator.comparing(AmbiguousForm::text));
        return forms;
    }

    private static List<Node> objects(Graph graph, Node subject, Node property) {
        return graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private static Optional<Node> object(Graph graph, Node subject, Node property) {
        return objects(graph, subject, property).stream().findFirst();
    }

    private static String local(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
