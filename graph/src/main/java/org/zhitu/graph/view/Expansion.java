package org.zhitu.graph.view;

import java.util.List;
import org.zhitu.graph.query.ConceptRef;

/**
 * What comes to a drawing. Where it is put is the drawing's business: what is there already stays.
 *
 * @param nodes the new ones, the most telling first
 * @param edges those with a new node at one end or both, by from, relation, to
 */
public record Expansion(List<Arrival> nodes, List<Neighbourhood.Edge> edges) {
    public Expansion {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /**
     * A concept that comes.
     *
     * @param width  of its box; fits the label
     * @param height of its box
     * @param hidden what lies behind it and is not drawn even then, by relation
     */
    public record Arrival(
            ConceptRef concept, double width, double height, List<Neighbourhood.HiddenNeighbours> hidden) {
        public Arrival {
            hidden = List.copyOf(hidden);
        }
    }
}
