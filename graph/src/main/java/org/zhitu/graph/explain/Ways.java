package org.zhitu.graph.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.ontology.Relation;

/**
 * The shortest ways between two concepts that pass no concept twice.
 *
 * <p>Best first over beginnings of ways, with the true distance to the end as the bound (A*, Hart, Nilsson and Raphael
 * 1968): a breadth-first search from the end gives the distances, as far out as the beginning lies. Beginnings that promise
 * the same are taken by the numbers of their concepts, which is the order of slugs, so ways come out in the order promised.
 * Only beginnings that are as good as the last way returned are ever opened.
 */
final class Ways {
    /** One hop weighs more than all ranks of a way together. */
    static final int HOP = 128;

    private final ConceptGraph graph;
    private final Set<Relation> relations;
    private final int maxHops;
    private final int effort;
    private boolean complete = true;

    /**
     * @param maxHops the longest way
     * @param effort  at most so many beginnings are kept
     */
    Ways(ConceptGraph graph, Set<Relation> relations, int maxHops, int effort) {
        this.graph = graph;
        this.relations = relations;
        this.maxHops = maxHops;
        this.effort = effort;
    }

    /** The beginning of a way: concepts from the first on, what they cost, and what the whole way costs at least. */
    private static final class Beginning implements Comparable<Beginning> {
        private final int[] concepts;
        private final int cost;
        private final int least;

        Beginning(int[] concepts, int cost, int least) {
            this.concepts = concepts;
            this.cost = cost;
            this.least = least;
        }

        int last() {
            return concepts[concepts.length - 1];
        }

        boolean passes(int concept) {
            return Arrays.stream(concepts).anyMatch(one -> one == concept);
        }

        Beginning then(int concept, int newCost, int newLeast) {
            int[] longer = Arrays.copyOf(concepts, concepts.length + 1);
            longer[concepts.length] = concept;
            return new Beginning(longer, newCost, newLeast);
        }

        @Override
        public int compareTo(Beginning other) {
            return least != other.least
                    ? Integer.compare(least, other.least)
                    : Arrays.compare(concepts, other.concepts);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Beginning beginning
                    && least == beginning.least
                    && Arrays.equals(concepts, beginning.concepts);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(concepts);
        }
    }

    /** Says whether the ways returned are surely the shortest. */
    boolean isComplete() {
        return complete;
    }

    /** Returns the concepts of the first ways from one concept to another. */
    List<int[]> find(int from, int to, int count) {
        List<int[]> found = new ArrayList<>();
        Distances distances = new Distances(from, to);
        if (from == to || !distances.reached) {
            return found;
        }
        PriorityQueue<Beginning> open = new PriorityQueue<>();
        open.add(new Beginning(new int[] {from}, 0, HOP * distances.of(from)));
        int kept = 1;
        while (!open.isEmpty() && found.size() < count) {
            Beginning way = open.remove();
            if (way.last() == to) {
                found.add(way.concepts);
                continue;
            }
            for (Map.Entry<Integer, Integer> hop : hops(way.last()).entrySet()) {
                int concept = hop.getKey();
                int hops = way.concepts.length + distances.of(concept);
                if (hops > maxHops || way.passes(concept)) {
                    continue;
                }
                if (++kept > effort) {
                    complete = false;
                    return found;
                }
                int cost = way.cost + HOP + hop.getValue();
                open.add(way.then(concept, cost, cost + HOP * distances.of(concept)));
            }
        }
        return found;
    }

    /** The neighbours of a concept with the rank of the most telling relation to each. */
    private Map<Integer, Integer> hops(int concept) {
        Map<Integer, Integer> hops = new TreeMap<>();
        for (Relation relation : relations) {
            int rank = Explanations.rank(relation);
            for (int neighbour : graph.objects(relation, concept)) {
                hops.merge(neighbour, rank, Math::min);
            }
            for (int neighbour : graph.subjects(relation, concept)) {
                hops.merge(neighbour, rank, Math::min);
            }
        }
        return hops;
    }

    /** How many hops lie between a concept and the end; beyond where the beginning lies, only that it is farther. */
    private final class Distances {
        private final Map<Integer, Integer> near = new HashMap<>();
        private final boolean reached;
        private final int beyond;

        Distances(int from, int to) {
            List<Integer> level = List.of(to);
            near.put(to, 0);
            int distance = 0;
            while (!level.isEmpty() && !near.containsKey(from) && distance < maxHops && near.size() < effort) {
                distance++;
                List<Integer> next = new ArrayList<>();
                for (int concept : level) {
                    for (int neighbour : hops(concept).keySet()) {
                        if (near.putIfAbsent(neighbour, distance) == null) {
                            next.add(neighbour);
                        }
                    }
                }
                level = next;
            }
            reached = near.containsKey(from);
            complete &= reached || near.size() < effort;
            beyond = distance + 1;
        }

        int of(int concept) {
            return near.getOrDefault(concept, beyond);
        }
    }
}
