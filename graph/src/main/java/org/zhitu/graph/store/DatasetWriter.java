package org.zhitu.graph.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.exec.UpdateExecBuilder;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.update.UpdateRequest;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Zt;

/**
 * Writes into a dataset within a transaction. Only the difference between a graph's old content and its new one is
 * written, to the graph and to the default graph; a statement leaves the default graph with the last plain graph that
 * has it.
 */
final class DatasetWriter extends DatasetState implements StoreWriter {
    private final Iris iris;

    /** The users' own graphs that an update changed; their hashes are made when all is done. */
    private final Set<Node> touched = new LinkedHashSet<>();

    DatasetWriter(DatasetGraph dataset, Iris iris) {
        super(dataset, iris.catalogueGraph());
        this.iris = iris;
    }

    @Override
    public void replace(String graph, Graph statements, Graph evidence, String contentHash) {
        Node name = plain(graph);
        statements.find().forEachRemaining(triple -> requirePlain(graph, triple));
        evidence.find().forEachRemaining(triple -> requireNoBlank(graph, triple));
        apply(name, difference(name, statements), true);
        Node evidenceName = NodeFactory.createURI(Iris.evidenceOf(graph));
        apply(evidenceName, difference(evidenceName, evidence), false);
        enter(name, contentHash);
    }

    @Override
    public void remove(String graph) {
        Node name = plain(graph);
        Graph nothing = GraphFactory.createDefaultGraph();
        apply(name, difference(name, nothing), true);
        Node evidenceName = NodeFactory.createURI(Iris.evidenceOf(graph));
        apply(evidenceName, difference(evidenceName, nothing), false);
        dataset.deleteAny(catalogue, name, Zt.CONTENT_HASH, Node.ANY);
    }

    @Override
    public void put(String graph, Graph content) {
        Node name = graph.isEmpty() ? Quad.defaultGraphIRI : NodeFactory.createURI(graph);
        requireOwn(name);
        apply(name, difference(name, content), true);
        enter(name, digest(name));
    }

    @Override
    public UpdateExecBuilder update(UpdateRequest update) {
        return UpdateExec.dataset(new OwnGraphs(dataset, this)).update(update);
    }

    void requireOwn(Node graph) {
        if (Quad.isDefaultGraph(graph)) {
            throw new ProtectedGraphException("");
        }
        if (!graph.isURI() || !iris.isOwnGraph(graph.getURI())) {
            throw new ProtectedGraphException(graph.toString());
        }
    }

    void add(Node graph, Triple triple) {
        requireOwn(graph);
        if (!dataset.contains(graph, triple.getSubject(), triple.getPredicate(), triple.getObject())) {
            apply(graph, new Difference(List.of(), List.of(triple)), true);
            touched.add(graph);
        }
    }

    void delete(Node graph, Triple triple) {
        requireOwn(graph);
        if (dataset.contains(graph, triple.getSubject(), triple.getPredicate(), triple.getObject())) {
            apply(graph, new Difference(List.of(triple), List.of()), true);
            touched.add(graph);
        }
    }

    /** Brings the catalogue up to date with what updates did; a graph that they emptied is gone. */
    void enterTouched() {
        for (Node graph : touched) {
            if (dataset.contains(graph, Node.ANY, Node.ANY, Node.ANY)) {
                enter(graph, digest(graph));
            } else {
                dataset.deleteAny(catalogue, graph, Zt.CONTENT_HASH, Node.ANY);
            }
        }
        touched.clear();
    }

    private String digest(Node graph) {
        List<String> lines = new ArrayList<>();
        dataset.find(graph, Node.ANY, Node.ANY, Node.ANY)
                .forEachRemaining(quad -> lines.add(NodeFmtLib.str(quad.asTriple())));
        lines.sort(null);
        return Iris.hash(String.join("\n", lines));
    }

    private Node plain(String graph) {
        if (Iris.isEvidence(graph) || graph.equals(catalogue.getURI())) {
            throw new IllegalArgumentException("evidence and the catalogue are kept by the store itself: " + graph);
        }
        return NodeFactory.createURI(graph);
    }

    private static void requirePlain(String graph, Triple triple) {
        requireNoBlank(graph, triple);
        if (triple.getObject().isTripleTerm()) {
            throw new IllegalArgumentException("a triple term belongs into the evidence of " + graph + ": " + triple);
        }
    }

    private static void requireNoBlank(String graph, Triple triple) {
        if (triple.getSubject().isBlank() || triple.getObject().isBlank()) {
            throw new IllegalArgumentException("a blank node in " + graph + ": " + triple);
        }
    }

    /** What leaves a graph and what enters it. */
    private record Difference(List<Triple> removed, List<Triple> added) {}

    private Difference difference(Node name, Graph content) {
        Set<Triple> old = new HashSet<>();
        dataset.find(name, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quad -> old.add(quad.asTriple()));
        List<Triple> added = new ArrayList<>();
        content.find().forEachRemaining(triple -> {
            if (!old.remove(triple)) {
                added.add(triple);
            }
        });
        return new Difference(List.copyOf(old), added);
    }

    private void apply(Node name, Difference difference, boolean inDefaultGraph) {
        for (Triple triple : difference.removed()) {
            dataset.delete(Quad.create(name, triple));
            if (inDefaultGraph && !isElsewhere(triple)) {
                dataset.delete(Quad.create(Quad.defaultGraphIRI, triple));
            }
        }
        for (Triple triple : difference.added()) {
            dataset.add(Quad.create(name, triple));
            if (inDefaultGraph && !triple.getObject().isTripleTerm()) {
                dataset.add(Quad.create(Quad.defaultGraphIRI, triple));
            }
        }
    }

    private boolean isElsewhere(Triple triple) {
        Iterator<Quad> places =
                dataset.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
        while (places.hasNext()) {
            Node graph = places.next().getGraph();
            if (!graph.equals(catalogue) && !Iris.isEvidence(graph.getURI())) {
                return true;
            }
        }
        return false;
    }

    private void enter(Node name, String contentHash) {
        dataset.deleteAny(catalogue, name, Zt.CONTENT_HASH, Node.ANY);
        dataset.add(catalogue, name, Zt.CONTENT_HASH, NodeFactory.createLiteralString(contentHash));
    }
}
