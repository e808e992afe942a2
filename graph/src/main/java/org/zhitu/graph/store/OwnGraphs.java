package org.zhitu.graph.store;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;

/** A dataset as an update sees it: every graph can be read, only those of the users' own can be written. */
final class OwnGraphs extends DatasetGraphWrapper {
    private final DatasetWriter writer;

    OwnGraphs(DatasetGraph dataset, DatasetWriter writer) {
        super(dataset);
        this.writer = writer;
    }

    @Override
    public void add(Quad quad) {
        writer.add(quad.getGraph(), quad.asTriple());
    }

    @Override
    public void add(Node graph, Node subject, Node predicate, Node object) {
        add(Quad.create(graph, subject, predicate, object));
    }

    @Override
    public void delete(Quad quad) {
        writer.delete(quad.getGraph(), quad.asTriple());
    }

    @Override
    public void delete(Node graph, Node subject, Node predicate, Node object) {
        delete(Quad.create(graph, subject, predicate, object));
    }

    @Override
    public void deleteAny(Node graph, Node subject, Node predicate, Node object) {
        List<Quad> leaving = Iter.toList(find(graph, subject, predicate, object));
        leaving.forEach(this::delete);
    }

    @Override
    public void clear() {
        throw new ProtectedGraphException("");
    }

    @Override
    public Graph getDefaultGraph() {
        return GraphView.createDefaultGraph(this);
    }

    @Override
    public Graph getGraph(Node graph) {
        return Quad.isDefaultGraph(graph) ? getDefaultGraph() : GraphView.createNamedGraph(this, graph);
    }

    @Override
    public void addGraph(Node graph, Graph content) {
        removeGraph(graph);
        Iterator<Quad> entering = Iter.map(content.find(), triple -> Quad.create(graph, triple));
        entering.forEachRemaining(this::add);
    }

    @Override
    public void removeGraph(Node graph) {
        writer.requireOwn(graph);
        deleteAny(graph, Node.ANY, Node.ANY, Node.ANY);
    }
}
