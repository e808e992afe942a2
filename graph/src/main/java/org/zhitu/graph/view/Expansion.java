package org.zhitu.graph.view;

import java.util.List;
import java.util.Map;

/**
 * What appears when a node of a drawing is expanded.
 *
 * @param centre the slug of the node that was expanded
 * @param nodes  the new ones, by slug; roles and distances are seen from the expanded node
 * @param edges  those with a new node at one end or both, by from, relation, to
 * @param hidden what now lies hidden behind each node that was there before, by slug
 */
public record Expansion(
        String centre,
        List<Neighbourhood.Node> nodes,
        List<Neighbourhood.Edge> edges,
        Map<String, List<Neighbourhood.HiddenNeighbours>> hidden) {}
