package org.zhitu.graph.study;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.zhitu.graph.query.Adjacency;

/**
 * Puts the steps of a path into an order in which every prerequisite, required or helpful, stands before what builds on it
 * and related steps stay together. Touches nothing but the steps.
 *
 * <p>The criterion is {@link Coherence#cost()}: switches from one area to another that the next step does not explain, plus
 * branches left open on average. Three orders are made and the best is taken, the first of equal ones:
 * <ol>
 *   <li>depth first from the goals, the largest branch first (the order in which Sethi and Ullman, 1970, evaluate an
 *       expression with the fewest registers);
 *   <li>the same, but the branch of a step's own area last, so that the step follows it;
 *   <li>step by step among all that is ready: what builds on the step just written, else what shares its area, else what
 *       stands first in the first order (Kahn 1962 with a preference).
 * </ol>
 * Then whole runs of steps between two switches, and single steps, are moved to where they cost less, as long as that is
 * allowed and {@link #EFFORT} lasts. Ties go by slug throughout, so equal input gives an equal order.
 */
final class LearningOrder {
    /** How many steps may be looked at while steps are moved. */
    private static final int EFFORT = 400_000;

    /** Up to so many steps the sizes of branches are exact; above, a step below two branches counts twice. */
    private static final int EXACT = 4096;

    private static final double SMALLEST_GAIN = 1e-9;

    private final int[] concepts;
    private final int[][] before;
    private final int[][] after;
    private final int[] areas;
    private final int[] generations;

    /**
     * @param areas by concept, asked once for each step
     */
    LearningOrder(PrerequisiteGraph graph, BitSet steps, IntUnaryOperator areas) {
        this.concepts = steps.stream().toArray();
        this.before = new int[concepts.length][];
        this.areas = new int[concepts.length];
        for (int step = 0; step < concepts.length; step++) {
            before[step] = before(graph, steps, concepts[step]);
            this.areas[step] = areas.applyAsInt(concepts[step]);
        }
        this.after = inverse(before);
        this.generations = new int[concepts.length];
    }

    /** Returns the concepts in learning order, where nothing else decides the branches of the first goal first. */
    int[] from(List<Integer> goals) {
        int[] sizes = sizes();
        int[] roots = goals.stream()
                .mapToInt(goal -> Arrays.binarySearch(concepts, goal))
                .filter(goal -> goal >= 0)
                .toArray();
        int[] largestFirst = depthFirst(roots, sizes, false);
        int[] best = largestFirst;
        for (int[] order : List.of(depthFirst(roots, sizes, true), clinging(largestFirst))) {
            best = cost(order) < cost(best) - SMALLEST_GAIN ? order : best;
        }
        int[] order = improve(best);
        return Arrays.stream(order).map(step -> concepts[step]).toArray();
    }

    /** Returns how well an order of the concepts holds together. */
    Coherence coherence(int[] order) {
        return Coherence.of(
                Arrays.stream(order)
                        .map(concept -> Arrays.binarySearch(concepts, concept))
                        .toArray(),
                before,
                areas);
    }

    /** Returns the length of the longest chain of steps before a concept. */
    int generation(int concept) {
        return generations[Arrays.binarySearch(concepts, concept)];
    }

    private double cost(int[] order) {
        return Coherence.of(order, before, areas).cost();
    }

    private int[] depthFirst(int[] roots, int[] sizes, boolean ownAreaLast) {
        int[] order = new int[concepts.length];
        int count = 0;
        BitSet written = new BitSet(concepts.length);
        int[][] below = new int[concepts.length][];
        int[] next = new int[concepts.length];
        int[] path = new int[concepts.length + 1];
        for (int i = 0; i < roots.length + concepts.length; i++) {
            int root = i < roots.length ? roots[i] : i - roots.length;
            int depth = written.get(root) ? -1 : 0;
            path[0] = root;
            while (depth >= 0) {
                int step = path[depth];
                if (below[step] == null) {
                    below[step] = branches(step, sizes, ownAreaLast);
                }
                if (next[step] < below[step].length) {
                    int one = below[step][next[step]++];
                    if (!written.get(one)) {
                        path[++depth] = one;
                    }
                } else {
                    depth--;
                    written.set(step);
                    order[count++] = step;
                }
            }
        }
        return order;
    }

    private int[] branches(int step, int[] sizes, boolean ownAreaLast) {
        return Arrays.stream(before[step])
                .boxed()
                .sorted(Comparator.comparing((Integer one) -> ownAreaLast && areas[one] == areas[step])
                        .thenComparing(one -> -sizes[one])
                        .thenComparing(one -> one))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] clinging(int[] first) {
        int[] rank = new int[first.length];
        for (int at = 0; at < first.length; at++) {
            rank[first[at]] = at;
        }
        int[] open = new int[first.length];
        PriorityQueue<Integer> ready = new PriorityQueue<>(Comparator.comparing((Integer step) -> rank[step]));
        PriorityQueue<Integer>[] readyInArea = queues(rank);
        int[] areaNumbers = areaNumbers();
        for (int step = 0; step < first.length; step++) {
            open[step] = before[step].length;
            if (open[step] == 0) {
                ready.add(step);
                readyInArea[areaNumbers[step]].add(step);
            }
        }
        BitSet written = new BitSet(first.length);
        int[] order = new int[first.length];
        int last = -1;
        for (int count = 0; count < order.length; count++) {
            int step = last < 0 ? -1 : buildingOn(last, open, written, rank);
            step = step >= 0 || last < 0 ? step : first(readyInArea[areaNumbers[last]], written);
            step = step >= 0 ? step : first(ready, written);
            written.set(step);
            order[count] = step;
            last = step;
            for (int later : after[step]) {
                if (--open[later] == 0) {
                    ready.add(later);
                    readyInArea[areaNumbers[later]].add(later);
                }
            }
        }
        return order;
    }

    private int buildingOn(int last, int[] open, BitSet written, int[] rank) {
        int best = -1;
        for (int later : after[last]) {
            if (open[later] == 0 && !written.get(later) && (best < 0 || rank[later] < rank[best])) {
                best = later;
            }
        }
        return best;
    }

    private static int first(PriorityQueue<Integer> ready, BitSet written) {
        while (!ready.isEmpty()) {
            int step = ready.remove();
            if (!written.get(step)) {
                return step;
            }
        }
        return -1;
    }

    @SuppressWarnings("unchecked")
    private PriorityQueue<Integer>[] queues(int[] rank) {
        PriorityQueue<Integer>[] queues = new PriorityQueue[rank.length];
        for (int area = 0; area < rank.length; area++) {
            queues[area] = new PriorityQueue<>(Comparator.comparing((Integer step) -> rank[step]));
        }
        return queues;
    }

    private int[] areaNumbers() {
        int[] distinct = Arrays.stream(areas).sorted().distinct().toArray();
        return Arrays.stream(areas)
                .map(area -> Arrays.binarySearch(distinct, area))
                .toArray();
    }

    /** Moves runs, then single steps, to where they cost less: the first gain first, until there is none. */
    private int[] improve(int[] start) {
        Moves moves = new Moves(start);
        boolean gained = true;
        while (gained) {
            gained = moves.run() || moves.step();
        }
        return moves.order;
    }

    /** An order that gets better. */
    private final class Moves {
        private int[] order;
        private double cost;
        private int effort = EFFORT;

        Moves(int[] start) {
            order = start;
            cost = cost(start);
        }

        /** Moves one run to an end of another. */
        boolean run() {
            int[] ends = runEnds(order);
            for (int run = 0; run + 1 < ends.length; run++) {
                if (move(ends[run], ends[run + 1], ends)) {
                    return true;
                }
            }
            return false;
        }

        /** Moves one step anywhere. */
        boolean step() {
            int[] places = IntStream.rangeClosed(0, order.length).toArray();
            for (int at = 0; at < order.length; at++) {
                if (move(at, at + 1, places)) {
                    return true;
                }
            }
            return false;
        }

        private boolean move(int from, int to, int[] places) {
            if (effort <= 0) {
                return false;
            }
            int[] window = window(order, from, to);
            effort -= order.length;
            for (int place : places) {
                if (effort > 0 && place >= window[0] && place <= window[1] && (place < from || place > to)) {
                    effort -= order.length;
                    int[] moved = moved(order, from, to, place);
                    double movedCost = cost(moved);
                    if (movedCost < cost - SMALLEST_GAIN) {
                        order = moved;
                        cost = movedCost;
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /** The places where one run ends and the next begins, with both ends of the order. */
    private int[] runEnds(int[] order) {
        int[] ends = new int[order.length + 1];
        int count = 0;
        for (int at = 0; at < order.length; at++) {
            if (at == 0 || isSwitch(order[at - 1], order[at])) {
                ends[count++] = at;
            }
        }
        ends[count++] = order.length;
        return Arrays.copyOf(ends, count);
    }

    private boolean isSwitch(int last, int step) {
        return areas[last] != areas[step] && Arrays.stream(before[step]).noneMatch(one -> one == last);
    }

    /** Between which places a run may stand: after all it builds on, before all that builds on it. */
    private int[] window(int[] order, int from, int to) {
        BitSet run = new BitSet();
        BitSet needed = new BitSet();
        BitSet needing = new BitSet();
        for (int at = from; at < to; at++) {
            run.set(order[at]);
            Arrays.stream(before[order[at]]).forEach(needed::set);
            Arrays.stream(after[order[at]]).forEach(needing::set);
        }
        needed.andNot(run);
        needing.andNot(run);
        int first = 0;
        int last = order.length;
        for (int at = 0; at < order.length; at++) {
            first = needed.get(order[at]) ? at + 1 : first;
            last = needing.get(order[at]) && last == order.length ? at : last;
        }
        return new int[] {first, last};
    }

    private static int[] moved(int[] order, int from, int to, int place) {
        int[] moved = order.clone();
        int length = to - from;
        if (place < from) {
            System.arraycopy(order, place, moved, place + length, from - place);
            System.arraycopy(order, from, moved, place, length);
        } else {
            System.arraycopy(order, to, moved, from, place - to);
            System.arraycopy(order, from, moved, place - length, length);
        }
        return moved;
    }

    /** How many steps lie below each step; fills in the generations on the way. */
    private int[] sizes() {
        boolean exact = concepts.length <= EXACT;
        int[] sizes = new int[concepts.length];
        BitSet[] below = new BitSet[exact ? concepts.length : 0];
        for (int step : upwards()) {
            BitSet all = new BitSet(exact ? concepts.length : 0);
            for (int one : before[step]) {
                if (exact) {
                    all.set(one);
                    all.or(below[one]);
                } else {
                    sizes[step] = Math.min(Integer.MAX_VALUE / 2, sizes[step] + 1 + sizes[one]);
                }
                generations[step] = Math.max(generations[step], generations[one] + 1);
            }
            if (exact) {
                below[step] = all;
                sizes[step] = all.cardinality();
            }
        }
        return sizes;
    }

    /** The steps so that each stands after all it builds on (Kahn 1962). */
    private int[] upwards() {
        int[] open = new int[concepts.length];
        int[] upwards = new int[concepts.length];
        int count = 0;
        for (int step = 0; step < concepts.length; step++) {
            open[step] = before[step].length;
            if (open[step] == 0) {
                upwards[count++] = step;
            }
        }
        for (int done = 0; done < count; done++) {
            for (int step : after[upwards[done]]) {
                if (--open[step] == 0) {
                    upwards[count++] = step;
                }
            }
        }
        return upwards;
    }

    private int[] before(PrerequisiteGraph graph, BitSet steps, int concept) {
        int[] some = new int[graph.required().degree(concept) + graph.helpful().degree(concept)];
        int count = 0;
        for (Adjacency edges : List.of(graph.required(), graph.helpful())) {
            for (int edge = edges.start(concept); edge < edges.start(concept + 1); edge++) {
                if (steps.get(edges.target(edge))) {
                    some[count++] = Arrays.binarySearch(concepts, edges.target(edge));
                }
            }
        }
        return Arrays.copyOf(some, count);
    }

    private static int[][] inverse(int[][] edges) {
        int[] degrees = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                degrees[target]++;
            }
        }
        int[][] inverse = new int[edges.length][];
        for (int i = 0; i < edges.length; i++) {
            inverse[i] = new int[degrees[i]];
        }
        for (int from = edges.length - 1; from >= 0; from--) {
            for (int target : edges[from]) {
                inverse[target][--degrees[target]] = from;
            }
        }
        return inverse;
    }
}
