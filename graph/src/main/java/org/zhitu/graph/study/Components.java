package org.zhitu.graph.study;

import java.util.Arrays;
import org.zhitu.graph.query.Adjacency;

/**
 * Strongly connected components of a graph with two sorts of edges: vertices that reach each other.
 *
 * <p>Tarjan (1972), with a stack of its own, so that a chain of any length fits.
 */
final class Components {
    private final Adjacency one;
    private final Adjacency other;
    private final int[] order;
    private final int[] low;
    private final int[] component;
    private final int[] stack;
    private int top;
    private int visited;
    private int components;

    Components(Adjacency one, Adjacency other) {
        this.one = one;
        this.other = other;
        int size = one.vertices();
        order = new int[size];
        low = new int[size];
        component = new int[size];
        stack = new int[size];
        Arrays.fill(component, -1);
    }

    /** Returns the number of each vertex's component. */
    int[] find() {
        int[] path = new int[order.length];
        int[] next = new int[order.length];
        for (int root = 0; root < order.length; root++) {
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
            if (next[vertex] < one.degree(vertex) + other.degree(vertex)) {
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
        int first = one.degree(vertex);
        return edge < first ? one.target(one.start(vertex) + edge) : other.target(other.start(vertex) + edge - first);
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
