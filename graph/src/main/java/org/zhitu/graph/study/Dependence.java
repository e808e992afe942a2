package org.zhitu.graph.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** How the steps of a path hang on each other by required edges. */
final class Dependence {
    /** Up to so many steps, needs are followed all the way; above, only those of direct dependants are counted. */
    private static final int EXACT = 4096;

    private final int[] concepts;
    private final List<int[]> neighbours = new ArrayList<>();
    private final int[] neededBy;

    Dependence(PrerequisiteGraph graph, BitSet steps) {
        concepts = steps.stream().toArray();
        neededBy = new int[concepts.length];
        BitSet[] above = new BitSet[concepts.length];
        int[][] after = new int[concepts.length][];
        for (int step = 0; step < concepts.length; step++) {
            after[step] = inside(graph.requiredBy().neighbours(concepts[step]), steps);
            int[] before = inside(graph.required().neighbours(concepts[step]), steps);
            int[] all = Arrays.copyOf(before, before.length + after[step].length);
            System.arraycopy(after[step], 0, all, before.length, after[step].length);
            neighbours.add(all);
            neededBy[step] = after[step].length;
        }
        if (concepts.length <= EXACT) {
            for (int step = 0; step < concepts.length; step++) {
                neededBy[step] = above(step, after, above).cardinality();
            }
        }
    }

    /** Returns how many steps require a step, directly or not. */
    int neededBy(int concept) {
        return neededBy[Arrays.binarySearch(concepts, concept)];
    }

    /** The steps above one, those above them first; a path is as long as the longest chain. */
    private static BitSet above(int root, int[][] after, BitSet[] above) {
        int[] path = new int[after.length + 1];
        int depth = 0;
        path[0] = root;
        while (depth >= 0) {
            int step = path[depth];
            int open = above[step] == null ? firstOpen(after[step], above) : -1;
            if (open >= 0) {
                path[++depth] = open;
                continue;
            }
            if (above[step] == null) {
                BitSet all = new BitSet(after.length);
                for (int one : after[step]) {
                    all.set(one);
                    all.or(above[one]);
                }
                above[step] = all;
            }
            depth--;
        }
        return above[root];
    }

    private static int firstOpen(int[] some, BitSet[] above) {
        for (int one : some) {
            if (above[one] == null) {
                return one;
            }
        }
        return -1;
    }

    private int[] inside(int[] some, BitSet steps) {
        return Arrays.stream(some)
                .filter(steps::get)
                .map(concept -> Arrays.binarySearch(concepts, concept))
                .toArray();
    }

    /** Returns the articulation points of the edges without direction (Hopcroft and Tarjan 1973). */
    BitSet joints() {
        BitSet joints = new BitSet();
        int[] order = new int[concepts.length];
        int[] low = new int[concepts.length];
        int[] parent = new int[concepts.length];
        int[] next = new int[concepts.length];
        int[] path = new int[concepts.length];
        int visited = 0;
        for (int root = 0; root < concepts.length; root++) {
            if (order[root] != 0) {
                continue;
            }
            int depth = 0;
            int branches = 0;
            path[0] = root;
            parent[root] = -1;
            order[root] = ++visited;
            low[root] = visited;
            while (depth >= 0) {
                int step = path[depth];
                int[] some = neighbours.get(step);
                if (next[step] < some.length) {
                    int one = some[next[step]++];
                    if (order[one] == 0) {
                        parent[one] = step;
                        order[one] = ++visited;
                        low[one] = visited;
                        branches += step == root ? 1 : 0;
                        path[++depth] = one;
                    } else if (one != parent[step]) {
                        low[step] = Math.min(low[step], order[one]);
                    }
                } else {
                    depth--;
                    int above = parent[step];
                    if (above >= 0) {
                        low[above] = Math.min(low[above], low[step]);
                        if (above != root && low[step] >= order[above]) {
                            joints.set(concepts[above]);
                        }
                    }
                }
            }
            if (branches > 1) {
                joints.set(concepts[root]);
            }
        }
        return joints;
    }
}
