package org.zhitu.graph.explain;

import java.util.List;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.ontology.Relation;

/**
 * A way from one concept to another, each hop a sentence to be said. No concept comes twice.
 *
 * @param hops in order; the first begins at the one concept, the last ends at the other
 */
public record Explanation(List<Hop> hops) {
    public Explanation {
        hops = List.copyOf(hops);
    }

    /**
     * Two concepts that are directly related.
     *
     * @param statements how, the most telling relation first; at least one
     */
    public record Hop(ConceptRef from, ConceptRef to, List<Statement> statements) {
        public Hop {
            statements = List.copyOf(statements);
        }
    }

    /**
     * One relation between the two concepts of a hop, as the store states it.
     *
     * @param subject  of whom it is said: one of the two
     * @param object   the other
     * @param relation read as subject, relation, object
     * @param forward  whether the subject is where the hop begins; true for a symmetric relation
     * @param reason   why it holds, in the language asked for; possibly empty
     * @param evidence surest first
     */
    public record Statement(
            ConceptRef subject,
            Relation relation,
            ConceptRef object,
            boolean forward,
            String reason,
            List<EvidenceRef> evidence) {}
}
