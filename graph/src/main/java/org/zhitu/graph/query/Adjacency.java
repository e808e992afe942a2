package org.zhitu.graph.query;

import java.util.Arrays;

/**
 * Directed edges in compressed rows: the neighbours of one vertex stand side by side, ascending. Immutable; takes four bytes
 * for each vertex and each edge.
 */
public final class Adjacency {
    private final int[] offsets;
    private final int[] targets;

    private Adjacency(int[] offsets, int[] targets) {
        this.offsets = offsets;
        this.targets = targets;
    }

    /** Returns the edges given as {@code from << 32 | to}, each once, no loops. Sorts the array. */
    public static Adjacency of(int vertices, long[] edges) {
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

    /** Returns the same edges, turned round. */
    public Adjacency inverse() {
        long[] edges = new long[targets.length];
        for (int from = 0; from + 1 < offsets.length; from++) {
            for (int edge = offsets[from]; edge < offsets[from + 1]; edge++) {
                edges[edge] = (long) targets[edge] << 32 | from;
            }
        }
        return of(offsets.length - 1, edges);
    }

    /** Returns how many edges there are. */
    public int size() {
        return targets.length;
    }

    /** Returns how many vertices there are. */
    public int vertices() {
        return offsets.length - 1;
    }

    /** Returns how many edges lead away from a vertex. */
    public int degree(int vertex) {
        return offsets[vertex + 1] - offsets[vertex];
    }

    /** Returns the place of a vertex's first edge; that of the next vertex is the end. */
    public int start(int vertex) {
        return offsets[vertex];
    }

    /** Returns where the edge at a place leads. */
    public int target(int place) {
        return targets[place];
    }

    /** Returns a new array with the neighbours of a vertex, ascending. */
    public int[] neighbours(int vertex) {
        return Arrays.copyOfRange(targets, offsets[vertex], offsets[vertex + 1]);
    }

    /** Returns the place of an edge in the order by from, to; negative where there is none. */
    public int edge(int from, int to) {
        return Arrays.binarySearch(targets, offsets[from], offsets[from + 1], to);
    }
}
