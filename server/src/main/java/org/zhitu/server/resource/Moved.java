package org.zhitu.server.resource;

import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;

/**
 * Where things went that have another name now, or none: {@code dcterms:isReplacedBy} leads to the new name,
 * {@code owl:deprecated} without it means that the thing is gone.
 *
 * @param to the IRI of what took its place; empty for what is gone
 */
record Moved(Optional<String> to) {
    private static final Query FIND = QueryFactory.create("""
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        SELECT ?new ?gone
        WHERE { { ?old dcterms:isReplacedBy ?new } UNION { ?old owl:deprecated true BIND (true AS ?gone) } }
        ORDER BY ?gone ?new\
        """);

    /** Returns what became of a thing; empty where it stands as it was, or never was. */
    static Optional<Moved> of(KnowledgeStore store, String thing) {
        return store.read(reader -> {
            try (QueryExec execution = reader.query(FIND)
                    .substitution(Var.alloc("old"), NodeFactory.createURI(thing))
                    .build()) {
                RowSet rows = execution.select();
                if (!rows.hasNext()) {
                    return Optional.empty();
                }
                Binding first = rows.next();
                return Optional.of(new Moved(Optional.ofNullable(first.get("new"))
                        .filter(node -> node.isURI())
                        .map(node -> node.getURI())));
            }
        });
    }

    /** Returns the path on this server of the new name, if it is one of ours: {@code id/concept/bert}. */
    Optional<String> local(Iris iris) {
        return to.filter(iri -> iri.startsWith(iris.base()))
                .map(iri -> iri.substring(iris.base().length()));
    }
}
