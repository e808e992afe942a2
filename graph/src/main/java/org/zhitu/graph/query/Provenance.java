package org.zhitu.graph.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.SchemaDO;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;
import org.zhitu.ontology.Zt;

/** Why the store says what it says: the evidence for statements, asked for many at a time. */
public final class Provenance {
    private static final NamedQuery EVIDENCE = NamedQuery.of("evidence");
    private static final Node DERIVED_FROM = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

    private final KnowledgeStore store;
    private final Iris iris;
    private final ConceptGraph graph;

    public Provenance(KnowledgeStore store, Iris iris, ConceptGraph graph) {
        this.store = store;
        this.iris = iris;
        this.graph = graph;
    }

    /** An edge between two concepts by their numbers in the graph. */
    public record Edge(int from, Relation relation, int to) {}

    /**
     * What speaks for an edge.
     *
     * @param reason   why it holds, in the language asked for, else in the other one; possibly empty
     * @param evidence surest first, then by note and line
     */
    public record Grounds(String reason, List<EvidenceRef> evidence) {
        /** Nothing speaks for the edge but that it is there. */
        static final Grounds NONE = new Grounds("", List.of());

        public Grounds {
            evidence = List.copyOf(evidence);
        }
    }

    /** Returns what speaks for each of some edges, in their order; one query, however many edges there are. */
    public Map<Edge, Grounds> grounds(Collection<Edge> edges, Language language) {
        return store.read(reader -> grounds(reader, edges, language));
    }

    Map<Edge, Grounds> grounds(StoreReader reader, Collection<Edge> edges, Language language) {
        List<Node> statements = new ArrayList<>();
        for (Edge edge : edges) {
            statements.add(NodeFactory.createTripleTerm(statement(edge)));
            if (edge.relation().isSymmetric()) {
                statements.add(NodeFactory.createTripleTerm(statement(turned(edge))));
            }
        }
        Map<Triple, List<EvidenceRef>> evidence = new HashMap<>();
        Map<Triple, String> reasons = new HashMap<>();
        for (Said said : said(reader, statements)) {
            evidence.computeIfAbsent(said.statement, statement -> new ArrayList<>())
                    .add(said.ref(iris));
            said.reason(language).ifPresent(reason -> reasons.putIfAbsent(said.statement, reason));
        }
        Map<Edge, Grounds> grounds = new LinkedHashMap<>();
        for (Edge edge : edges) {
            List<EvidenceRef> all = new ArrayList<>(evidence.getOrDefault(statement(edge), List.of()));
            String reason = reasons.getOrDefault(statement(edge), "");
            if (edge.relation().isSymmetric()) {
                all.addAll(evidence.getOrDefault(statement(turned(edge)), List.of()));
                reason = reason.isEmpty() ? reasons.getOrDefault(statement(turned(edge)), "") : reason;
            }
            grounds.put(edge, all.isEmpty() && reason.isEmpty() ? Grounds.NONE : new Grounds(reason, all));
        }
        return grounds;
    }

    /** Returns the evidence for statements, given as triple terms; surest first, then by note and line. */
    Map<Triple, List<EvidenceRef>> evidence(StoreReader reader, Collection<Node> statements) {
        Map<Triple, List<EvidenceRef>> evidence = new HashMap<>();
        for (Said said : said(reader, statements)) {
            evidence.computeIfAbsent(said.statement, statement -> new ArrayList<>())
                    .add(said.ref(iris));
        }
        return evidence;
    }

    /**
     * Returns what says that each of some things is about a concept; nothing for a thing of which nobody says so.
     *
     * @param things by a key of the caller's, the IRI
     * @param slug   the concept
     */
    Map<String, List<EvidenceRef>> about(Map<String, String> things, String slug) {
        Node concept = NodeFactory.createURI(iris.concept(slug));
        Map<String, Triple> statements = new TreeMap<>();
        things.forEach((key, thing) ->
                statements.put(key, Triple.create(NodeFactory.createURI(thing), SchemaDO.about.asNode(), concept)));
        List<Node> terms = statements.values().stream()
                .<Node>map(NodeFactory::createTripleTerm)
                .toList();
        Map<Triple, List<EvidenceRef>> evidence = store.read(reader -> evidence(reader, terms));
        Map<String, List<EvidenceRef>> about = new TreeMap<>();
        statements.forEach((key, statement) -> about.put(key, evidence.getOrDefault(statement, List.of())));
        return about;
    }

    private static List<Said> said(StoreReader reader, Collection<Node> statements) {
        Map<Node, Said> all = new LinkedHashMap<>();
        EVIDENCE.eachOf(
                reader,
                "statement",
                statements,
                row -> all.computeIfAbsent(
                                row.node("evidence"),
                                evidence -> new Said(row.node("statement").getTriple()))
                        .add(row));
        return all.values().stream().sorted(Said.SUREST_FIRST).toList();
    }

    /** What one piece of evidence says, gathered from its statements. */
    private static final class Said {
        static final Comparator<Said> SUREST_FIRST = Comparator.comparing((Said said) -> -said.confidence)
                .thenComparing(said -> said.source)
                .thenComparing(said -> said.line);

        private final Triple statement;
        private final Map<Language, String> reasons = new EnumMap<>(Language.class);
        private String source = "";
        private String method = "";
        private String quote = "";
        private double confidence;
        private int line;

        Said(Triple statement) {
            this.statement = statement;
        }

        void add(NamedQuery.Row row) {
            Node property = row.node("property");
            if (property.equals(DERIVED_FROM)) {
                source = row.text("value");
            } else if (property.equals(Zt.METHOD)) {
                method = row.text("value");
            } else if (property.equals(Zt.QUOTE)) {
                quote = row.text("value");
            } else if (property.equals(Zt.CONFIDENCE)) {
                confidence = row.decimal("value");
            } else if (property.equals(Zt.LINE)) {
                line = row.number("value");
            } else if (property.equals(Zt.REASON)) {
                reasons.putIfAbsent(Language.lookup(row.language("value")), row.text("value"));
            }
        }

        EvidenceRef ref(Iris iris) {
            return new EvidenceRef(iris.local(Iris.Thing.NOTE, source).orElse(""), line, method, confidence, quote);
        }

        Optional<String> reason(Language language) {
            return Optional.ofNullable(reasons.get(language))
                    .or(() -> Optional.ofNullable(reasons.get(language.other())));
        }
    }

    private Triple statement(Edge edge) {
        return Triple.create(
                NodeFactory.createURI(iris.concept(graph.slug(edge.from()))),
                NodeFactory.createURI(edge.relation().iri()),
                NodeFactory.createURI(iris.concept(graph.slug(edge.to()))));
    }

    private static Edge turned(Edge edge) {
        return new Edge(edge.to(), edge.relation(), edge.from());
    }
}
