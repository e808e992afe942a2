package org.zhitu.graph.study;

import java.util.Arrays;

/**
 * Strongly connected components of a graph with two sorts of edges: vertices that reach each other.
 *
 * <p>Tarjan (1972), with a stack of its own, so that a chain of any length fits.
 */
final class Components {
    private final int[][] one;
    private final int[][] other;
    private final int[] order;
    private final int[] low;
    private final int[] component;
    private final int[] stack;
    private int top;
    private int visited;
    private int components;

    Components(int[][] one, int[][] other) {
        this.one = one;
        this.other = other;
        order = new int[one.length];
        low = new int[one.length];
        component = new int[one.length];
        stack = new int[one.length];
        Arrays.fill(component, -1);
    }

    /** Returns the number of each vertex's component. */
    int[] find() {
        int[] path = new int[one.length];
        int[] next = new int[one.length];
        for (int root = 0; root < one.length; root++) {
            if (order[root] == 0) {
                visit(root, path, next);
            }
        }
        return component;
    }

    private void visit(int root, int[] path, int[] next) {
        int depth = 0;
        path[0] = root;
        open(root);
        while (depth >= 0) {
            int vertex = path[depth];
            if (next[vertex] < one[vertex].length + other[vertex].length) {
                int target = target(vertex, next[vertex]++);
                if (order[target] == 0) {
                    open(target);
                    path[++depth] = target;
                } else if (component[target] < 0) {
                    low[vertex] = Math.min(low[vertex], order[target]);
                }
            } else {
                close(vertex);
                depth--;
                if (depth >= 0) {
                    low[path[depth]] = Math.min(low[path[depth]], low[vertex]);
                }
            }
        }
    }

    private int target(int vertex, int edge) {
        int[] first = one[vertex];
        return edge < first.length ? first[edge] : other[vertex][edge - first.length];
    }

    private void open(int vertex) {
        order[vertex] = ++visited;
        low[vertex] = visited;
        stack[top++] = vertex;
    }

    private void close(int vertex) {
        if (low[vertex] == order[vertex]) {
            int member;
            do {
                member = stack[--top];
                component[member] = components;
            } while (member != vertex);
            components++;
        }
    }
}
