package org.zhitu.graph.explain;

import java.util.List;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SourceRef;

/**
 * Two concepts side by side.
 *
 * @param prerequisites what is directly a prerequisite, required or helpful, by slug
 * @param foundations   what is required, directly or not, by slug. SPARQL cannot say it
 * @param parts         what is part of the concept, by slug
 * @param uses          what the concept is used for, by slug
 * @param questions     about the concept, answered first, then by note and line
 * @param sources       one for each address that notes give for the concept, by note and line
 * @param sparql        selects all but the foundations: aspect, thing, and of which of the two
 */
public record Comparison(
        ConceptRef a,
        ConceptRef b,
        Sides<ConceptRef> prerequisites,
        Sides<ConceptRef> foundations,
        Sides<ConceptRef> parts,
        Sides<ConceptRef> uses,
        Sides<QuestionRef> questions,
        Sides<SourceRef> sources,
        String sparql) {
    /**
     * What two concepts have in one respect, each list cut at the limit asked for.
     *
     * @param shared what both have
     * @param onlyA  what only the first has
     * @param onlyB  what only the second has
     * @param total  how many there are in all three lists before they are cut
     */
    public record Sides<T>(List<T> shared, List<T> onlyA, List<T> onlyB, int total) {
        public Sides {
            shared = List.copyOf(shared);
            onlyA = List.copyOf(onlyA);
            onlyB = List.copyOf(onlyB);
        }
    }
}
