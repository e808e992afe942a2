package org.zhitu.graph.view;

import java.util.List;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.ontology.Relation;

/**
 * A concept with what is around it, laid out: prerequisites to the left, what it unlocks to the right, the rest below.
 * The same input gives the same coordinates. Coordinates are in pixels at scale 1, the centre concept's box at (0,0).
 *
 * @param centre the slug of the concept in the middle
 * @param nodes  by slug; the centre is one of them
 * @param edges  between those nodes, by from, relation, to
 */
public record Neighbourhood(String centre, int depth, List<Node> nodes, List<Edge> edges) {
    /** Where a node stands to the centre. */
    public enum Role {
        CENTRE,
        PREREQUISITE,
        UNLOCK,
        RELATED
    }

    /**
     * A concept to draw.
     *
     * @param distance steps from the centre
     * @param x        left edge of its box
     * @param y        upper edge of its box
     * @param width    of its box; fits the label
     * @param hidden   what lies behind it and is not among the nodes, by relation
     */
    public record Node(
            ConceptRef concept,
            Role role,
            int distance,
            double x,
            double y,
            double width,
            double height,
            List<HiddenNeighbours> hidden) {}

    /**
     * Neighbours that are not drawn.
     *
     * @param inverse whether the node is the object of those edges
     */
    public record HiddenNeighbours(Relation relation, boolean inverse, int count) {}

    /** An edge to draw, as the graph stores it: subject, relation, object. */
    public record Edge(String from, Relation relation, String to, String reason, List<EvidenceRef> evidence) {}
}
