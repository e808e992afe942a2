package org.zhitu.graph.atlas;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.ontology.Relation;

/** Undirected links between numbered vertices, each pair once, ascending, weighed by how many links stand behind it. */
final class Links {
    private final long[] pairs;
    private final int[] weights;

    private Links(long[] pairs, int[] weights) {
        this.pairs = pairs;
        this.weights = weights;
    }

    /** Returns the links between concepts: two are linked where any relation holds between them, in either direction. */
    static Links between(ConceptGraph graph) {
        long[] all = new long[16];
        int count = 0;
        for (Relation relation : Relation.values()) {
            for (int from = 0; from < graph.size(); from++) {
                for (int to : graph.objects(relation, from)) {
                    if (count == all.length) {
                        all = Arrays.copyOf(all, 2 * count);
                    }
                    all[count++] = pair(from, to);
                }
            }
        }
        int[] weights = new int[count];
        Arrays.fill(weights, 1);
        return merged(Arrays.copyOf(all, count), weights);
    }

    private static long pair(int one, int other) {
        return (long) Math.min(one, other) << 32 | Math.max(one, other);
    }

    /** Takes equal pairs together and leaves loops out. */
    private static Links merged(long[] pairs, int[] weights) {
        Integer[] order = new Integer[pairs.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(pairs[a], pairs[b]));
        long[] kept = new long[pairs.length];
        int[] sums = new int[pairs.length];
        int count = 0;
        for (int place : order) {
            long pair = pairs[place];
            if (pair >>> 32 == (pair & 0xffff_ffffL)) {
                continue;
            }
            if (count == 0 || kept[count - 1] != pair) {
                kept[count++] = pair;
            }
            sums[count - 1] += weights[place];
        }
        return new Links(Arrays.copyOf(kept, count), Arrays.copyOf(sums, count));
    }

    /**
     * Returns what is left of the links when vertices get new numbers: several vertices with one number become one, those with
     * a negative number go.
     */
    Links renumbered(IntUnaryOperator number) {
        long[] some = new long[pairs.length];
        int[] theirs = new int[pairs.length];
        int count = 0;
        for (int link = 0; link < pairs.length; link++) {
            int one = number.applyAsInt(from(link));
            int other = number.applyAsInt(to(link));
            if (one >= 0 && other >= 0 && one != other) {
                some[count] = pair(one, other);
                theirs[count++] = weights[link];
            }
        }
        return merged(Arrays.copyOf(some, count), Arrays.copyOf(theirs, count));
    }

    int size() {
        return pairs.length;
    }

    /** Returns the end of a link with the smaller number. */
    int from(int link) {
        return (int) (pairs[link] >>> 32);
    }

    /** Returns the end of a link with the greater number. */
    int to(int link) {
        return (int) pairs[link];
    }

    int weight(int link) {
        return weights[link];
    }
}
