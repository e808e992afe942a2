package org.zhitu.graph.query;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Relation;

/**
 * The SPARQL that stands beside an answer: a named query with its values filled in, as text that runs at the endpoint and
 * selects what the answer lists. Values are filled in as terms of the parsed query. Where notes put prerequisites into a
 * cycle, the queries still see the edge that a plan leaves out.
 */
public final class StudyQueries {
    private static final NamedQuery NEXT = NamedQuery.of("study-next");
    private static final NamedQuery UNLOCKS = NamedQuery.of("study-unlocks");
    private static final NamedQuery BETWEEN = NamedQuery.of("study-between");
    private static final NamedQuery COMPARE = NamedQuery.of("study-compare");
    private static final NamedQuery UNCOVERED = NamedQuery.of("gaps-uncovered");

    private final Iris iris;

    public StudyQueries(Iris iris) {
        this.iris = iris;
    }

    /** Selects what is ready for a person who knows some concepts and nothing else. */
    public String next(Collection<String> known) {
        return text(NEXT, Map.of("known", concepts(known)));
    }

    /** Selects what directly requires a concept. */
    public String unlocks(String concept) {
        return text(UNLOCKS, Map.of("concept", concepts(List.of(concept))));
    }

    /** Selects what stands between two concepts, one step from each. */
    public String between(String from, String to, Collection<Relation> relations) {
        List<Node> some = relations.stream()
                .sorted()
                .map(relation -> NodeFactory.createURI(relation.iri()))
                .toList();
        return text(
                BETWEEN,
                Map.of("from", concepts(List.of(from)), "to", concepts(List.of(to)), "first", some, "second", some));
    }

    /** Selects what two concepts build on directly, consist of, are used for, and what notes ask and cite about them. */
    public String compare(String one, String other) {
        return text(COMPARE, Map.of("concept", concepts(List.of(one, other))));
    }

    /** Selects those of some concepts that no note covers. */
    public String uncovered(Collection<String> concepts) {
        return text(UNCOVERED, Map.of("concept", concepts(concepts)));
    }

    private List<Node> concepts(Collection<String> slugs) {
        return slugs.stream()
                .map(slug -> NodeFactory.createURI(iris.concept(slug)))
                .toList();
    }

    private static String text(NamedQuery query, Map<String, ? extends Collection<Node>> values) {
        return query.filled(values).toString();
    }
}
