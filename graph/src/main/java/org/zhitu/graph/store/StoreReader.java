package org.zhitu.graph.store;

import java.util.Optional;
import java.util.SortedMap;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.zhitu.ontology.Iris;

/** One state of a store, to be read. */
public interface StoreReader {
    /** Returns a builder for one execution of a query on this state; what it returns must be closed. */
    QueryExecBuilder query(Query query);

    /** Returns the names of the graphs, evidence left out, with their content hashes, by name. */
    SortedMap<String, String> catalogue();

    /** Returns a digest of what one named graph was made from; empty where there is no such graph. */
    default Optional<String> contentHash(String graph) {
        String asserted = Iris.isEvidence(graph)
                ? graph.substring(0, graph.length() - Iris.evidenceOf("").length())
                : graph;
        return Optional.ofNullable(catalogue().get(asserted));
    }

    /** Returns the revision of this state; see {@link KnowledgeStore#revision()}. */
    default String revision() {
        return Revision.of(catalogue());
    }
}
