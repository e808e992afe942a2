package org.zhitu.graph.store;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.zhitu.ontology.Zt;

/** The state of a dataset within a transaction. */
class DatasetState implements StoreReader {
    final DatasetGraph dataset;
    final Node catalogue;

    DatasetState(DatasetGraph dataset, String catalogue) {
        this.dataset = dataset;
        this.catalogue = NodeFactory.createURI(catalogue);
    }

    @Override
    public final QueryExecBuilder query(Query query) {
        return QueryExec.dataset(dataset).query(query);
    }

    @Override
    public final SortedMap<String, String> catalogue() {
        SortedMap<String, String> hashes = new TreeMap<>();
        dataset.find(catalogue, Node.ANY, Zt.CONTENT_HASH, Node.ANY)
                .forEachRemaining(quad ->
                        hashes.put(quad.getSubject().getURI(), quad.getObject().getLiteralLexicalForm()));
        return hashes;
    }
}
