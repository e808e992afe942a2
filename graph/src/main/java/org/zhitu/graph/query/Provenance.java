package org.zhitu.graph.query;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/** Why the store says what it says: the evidence for statements, asked for many at a time. */
public final class Provenance {
    private static final NamedQuery EVIDENCE = NamedQuery.of("evidence");
    private static final NamedQuery REASONS = NamedQuery.of("evidence-reasons");

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

    /** Returns what speaks for each of some edges, in their order; two queries, however many edges there are. */
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
        Map<Triple, List<EvidenceRef>> evidence = evidence(reader, statements);
        Map<Triple, String> reasons = reasons(reader, statements, language);
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

    /** Returns the evidence for statements, given as triple terms. */
    Map<Triple, List<EvidenceRef>> evidence(StoreReader reader, Collection<Node> statements) {
        Map<Triple, List<EvidenceRef>> evidence = new HashMap<>();
        EVIDENCE.eachOf(
                reader,
                "statement",
                statements,
                row -> evidence.computeIfAbsent(row.node("statement").getTriple(), statement -> new ArrayList<>())
                        .add(new EvidenceRef(
                                iris.local(Iris.Thing.NOTE, row.iri("source")).orElse(""),
                                row.number("line"),
                                row.text("method"),
                                row.decimal("confidence"),
                                row.text("quote"))));
        return evidence;
    }

    private static Map<Triple, String> reasons(StoreReader reader, Collection<Node> statements, Language language) {
        Map<Triple, String> reasons = new HashMap<>();
        REASONS.eachOf(reader, "statement", statements, row -> {
            Triple statement = row.node("statement").getTriple();
            if (Language.lookup(row.language("reason")) == language) {
                reasons.put(statement, row.text("reason"));
            } else {
                reasons.putIfAbsent(statement, row.text("reason"));
            }
        });
        return reasons;
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
