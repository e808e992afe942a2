package org.zhitu.graph.query;

import java.util.Arrays;

/** The edges of one relation in compressed rows: the neighbours of one vertex stand side by side, ascending. */
final class Adjacency {
    private final int[] offsets;
    private final int[] targets;

    private Adjacency(int[] offsets, int[] targets) {
        this.offsets = offsets;
        this.targets = targets;
    }

    /** Returns the edges given as {@code from << 32 | to}, each once, no loops. Sorts the array. */
    static Adjacency of(int vertices, long[] edges) {
        Arrays.sort(edges);
        int[] offsets = new int[vertices + 1];
        int[] targets = new int[edges.length];
        int count = 0;
        for (int i = 0; i < edges.length; i++) {
            int from = (int) (edges[i] >>> 32);
            int to = (int) edges[i];
            if (from != to && (i == 0 || edges[i] != edges[i - 1])) {
                targets[count++] = to;
                offsets[from + 1] = count;
            }
        }
        for (int i = 1; i <= vertices; i++) {
            offsets[i] = Math.max(offsets[i], offsets[i - 1]);
        }
        return new Adjacency(offsets, Arrays.copyOf(targets, count));
    }

    Adjacency inverse() {
        long[] edges = new long[targets.length];
        for (int from = 0; from + 1 < offsets.length; from++) {
            for (int edge = offsets[from]; edge < offsets[from + 1]; edge++) {
                edges[edge] = (long) targets[edge] << 32 | from;
            }
        }
        return of(offsets.length - 1, edges);
    }

    int size() {
        return targets.length;
    }

    int degree(int vertex) {
        return offsets[vertex + 1] - offsets[vertex];
    }

    int[] neighbours(int vertex) {
        return Arrays.copyOfRange(targets, offsets[vertex], offsets[vertex + 1]);
    }

    /** Returns the place of an edge in the order by from, to; negative where there is none. */
    int edge(int from, int to) {
        return Arrays.binarySearch(targets, offsets[from], offsets[from + 1], to);
    }
}
