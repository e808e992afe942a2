package org.zhitu.graph.store;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.exec.UpdateExecBuilder;
import org.apache.jena.system.Txn;
import org.apache.jena.update.UpdateRequest;

/** An empty dataset in memory, as the standards have it: the default graph is a graph of its own, every graph may change. */
final class ScratchStore implements KnowledgeStore {
    private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
    private final AtomicLong version = new AtomicLong();

    @Override
    public <T> T read(Function<StoreReader, T> work) {
        return Txn.calculateRead(dataset, () -> work.apply(new State()));
    }

    @Override
    public void write(Consumer<StoreWriter> work) {
        Txn.executeWrite(dataset, () -> {
            work.accept(new State());
            version.incrementAndGet();
        });
    }

    @Override
    public String revision() {
        return "scratch-" + version.get();
    }

    @Override
    public boolean isUnion() {
        return false;
    }

    @Override
    public void close() {
        dataset.close();
    }

    private final class State implements StoreWriter {
        @Override
        public QueryExecBuilder query(Query query) {
            return QueryExec.dataset(dataset).query(query);
        }

        @Override
        public SortedMap<String, String> catalogue() {
            SortedMap<String, String> graphs = new TreeMap<>();
            dataset.listGraphNodes().forEachRemaining(name -> graphs.put(name.toString(), revision()));
            return graphs;
        }

        @Override
        public String revision() {
            return ScratchStore.this.revision();
        }

        @Override
        public void replace(String graph, Graph statements, Graph evidence, String contentHash) {
            put(graph, statements);
        }

        @Override
        public void put(String graph, Graph content) {
            Node name = name(graph);
            dataset.deleteAny(name, Node.ANY, Node.ANY, Node.ANY);
            for (Triple triple : content.find().toList()) {
                dataset.add(Quad.create(name, triple));
            }
        }

        @Override
        public void remove(String graph) {
            dataset.deleteAny(name(graph), Node.ANY, Node.ANY, Node.ANY);
        }

        @Override
        public UpdateExecBuilder update(UpdateRequest update) {
            return UpdateExec.dataset(dataset).update(update);
        }

        private static Node name(String graph) {
            return graph.isEmpty() ? Quad.defaultGraphIRI : NodeFactory.createURI(graph);
        }
    }
}
