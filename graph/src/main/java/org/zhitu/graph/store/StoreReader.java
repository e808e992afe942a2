package org.zhitu.graph.store;

import java.util.SortedMap;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExecBuilder;

/** One state of a store, to be read. */
public interface StoreReader {
    /** Returns a builder for one execution of a query on this state; what it returns must be closed. */
    QueryExecBuilder query(Query query);

    /** Returns the names of the graphs, evidence left out, with their content hashes, by name. */
    SortedMap<String, String> catalogue();

    /** Returns the revision of this state; see {@link KnowledgeStore#revision()}. */
    default String revision() {
        return Revision.of(catalogue());
    }
}
