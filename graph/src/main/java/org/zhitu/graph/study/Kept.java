package org.zhitu.graph.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The edges within cycles that have been kept so far. */
final class Kept {
    private final Map<Integer, List<Integer>> edges = new HashMap<>();

    void add(PrerequisiteGraph.Edge edge) {
        edges.computeIfAbsent(edge.concept(), concept -> new ArrayList<>()).add(edge.prerequisite());
    }

    boolean reaches(int from, int to) {
        Set<Integer> seen = new HashSet<>(List.of(from));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            int concept = open.pop();
            if (concept == to) {
                return true;
            }
            for (int before : edges.getOrDefault(concept, List.of())) {
                if (seen.add(before)) {
                    open.push(before);
                }
            }
        }
        return false;
    }
}
