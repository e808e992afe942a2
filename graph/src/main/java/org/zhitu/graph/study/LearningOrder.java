package org.zhitu.graph.study;

import java.util.Arrays;
import java.util.BitSet;
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
 *   <li>step by step among all that is ready: what builds on the step just written, else what shares its area, else what
 *       stands first in the first order (Kahn 1962 with a preference);
 *   <li>depth first again, but the branch of a step's own area last, so that the step follows it.
 * </ol>
 * Then whole runs of steps between two switches, and single steps, are moved to where they cost less, as long as that is
 * allowed and {@link #EFFORT} lasts. A path of more than {@link #MOVED} steps is the first order. Ties go by slug
 * throughout, so equal input gives an equal order.
 */
final class LearningOrder {
    /** How many steps may be looked at while steps are moved. */
    private static final int EFFORT = 100_000;

    /** A path of more steps is left as it is made: nobody sees whether one of a thousand stands elsewhere. */
    private static final int MOVED = 400;

    /** Up to so many steps the sizes of branches are exact; above, a step below two branches counts twice. */
    private static final int EXACT = 4096;

    private static final double SMALLEST_GAIN = 1e-9;

    private final int[] concepts;
    private final Numbering numbering;
    private final int[][] before;
    private final int[][] after;
    private final int[] areas;
    private final int[] generations;

    /**
     * @param areas by concept, asked once for each step
     */
    LearningOrder(PrerequisiteGraph graph, BitSet steps, IntUnaryOperator areas) {
        this.concepts = steps.stream().toArray();
        this.numbering = new Numbering(concepts);
        this.before = new int[concepts.length][];
        this.areas = new int[concepts.length];
        for (int step = 0; step < concepts.length; step++) {
            before[step] = before(graph, concepts[step]);
            this.areas[step] = areas.applyAsInt(concepts[step]);
        }
        this.after = inverse(before);
        this.generations = new int[concepts.length];
    }

    /** Returns the concepts in learning order, where nothing else decides the branches of the first goal first. */
    int[] from(List<Integer> goals) {
        int[] sizes = sizes();
        int[] roots =
                goals.stream().mapToInt(numbering::of).filter(goal -> goal >= 0).toArray();
        int[] largestFirst = depthFirst(roots, sizes, false);
        int[] best = largestFirst;
        if (concepts.length <= MOVED) {
            best = better(best, clinging(largestFirst));
            best = improve(better(best, depthFirst(roots, sizes, true)));
        }
        int[] order = new int[best.length];
        for (int at = 0; at < order.length; at++) {
            order[at] = concepts[best[at]];
        }
        return order;
    }

    /** Returns how well an order of the concepts holds together. */
    Coherence coherence(int[] order) {
        return Coherence.of(numbering.of(order), before, areas);
    }

    /** Returns how well a plain topological order holds together: of all that is ready always the first by slug (Kahn 1962). */
    Coherence plain() {
        int[] open = new int[concepts.length];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int step = 0; step < concepts.length; step++) {
            open[step] = before[step].length;
            if (open[step] == 0) {
                ready.add(step);
            }
        }
        int[] order = new int[concepts.length];
        for (int at = 0; at < order.length; at++) {
            order[at] = ready.remove();
            for (int later : after[order[at]]) {
                if (--open[later] == 0) {
                    ready.add(later);
                }
            }
        }
        return Coherence.of(order, before, areas);
    }

    /** Returns the length of the longest chain of steps before a concept. */
    int generation(int concept) {
        return generations[numbering.of(concept)];
    }

    private int[] better(int[] order, int[] other) {
        return cost(other) < cost(order) - SMALLEST_GAIN ? other : order;
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

    /** What a step builds on, the largest branch first; if asked for, that of its own area last. */
    private int[] branches(int step, int[] sizes, boolean ownAreaLast) {
        int[] some = before[step];
        if (some.length < 2) {
            return some;
        }
        long[] keys = new long[some.length];
        for (int i = 0; i < some.length; i++) {
            long last = ownAreaLast && areas[some[i]] == areas[step] ? 1L << 62 : 0;
            long key = last | (long) (Integer.MAX_VALUE / 2 - sizes[some[i]]) << 32 | some[i];
            int at = i;
            for (; at > 0 && keys[at - 1] > key; at--) {
                keys[at] = keys[at - 1];
            }
            keys[at] = key;
        }
        int[] branches = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            branches[i] = (int) keys[i];
        }
        return branches;
    }

    private int[] clinging(int[] first) {
        Ready ready = new Ready(first);
        int[] open = new int[first.length];
        for (int step = 0; step < first.length; step++) {
            open[step] = before[step].length;
            if (open[step] == 0) {
                ready.add(step);
            }
        }
        int[] order = new int[first.length];
        int last = -1;
        for (int count = 0; count < order.length; count++) {
            last = ready.removeAfter(last);
            order[count] = last;
            for (int later : after[last]) {
                if (--open[later] == 0) {
                    ready.add(later);
                }
            }
        }
        return order;
    }

    /** The steps that can be written, by their place in a given order, all together and area by area. */
    private final class Ready {
        private final int[] first;
        private final int[] rank;
        private final int[] byArea;
        private final int[] placeInArea;

        /** By place in the order by area, where that area begins. */
        private final int[] areaStart;

        private final BitSet all;
        private final BitSet inArea;

        Ready(int[] first) {
            this.first = first;
            rank = new int[first.length];
            long[] keys = new long[first.length];
            for (int at = 0; at < first.length; at++) {
                rank[first[at]] = at;
                keys[at] = (long) areas[first[at]] << 32 | at;
            }
            Arrays.sort(keys);
            byArea = new int[first.length];
            placeInArea = new int[first.length];
            areaStart = new int[first.length];
            for (int at = 0; at < keys.length; at++) {
                byArea[at] = first[(int) keys[at]];
                placeInArea[byArea[at]] = at;
                boolean begins = at == 0 || areas[byArea[at]] != areas[byArea[at - 1]];
                areaStart[at] = begins ? at : areaStart[at - 1];
            }
            all = new BitSet(first.length);
            inArea = new BitSet(first.length);
        }

        void add(int step) {
            all.set(rank[step]);
            inArea.set(placeInArea[step]);
        }

        /** Takes out what builds on a step, else what shares its area, else the first. */
        int removeAfter(int last) {
            int step = last < 0 ? -1 : buildingOn(last);
            step = step >= 0 || last < 0 ? step : sharingArea(last);
            step = step >= 0 ? step : first[all.nextSetBit(0)];
            all.clear(rank[step]);
            inArea.clear(placeInArea[step]);
            return step;
        }

        private int buildingOn(int last) {
            int best = -1;
            for (int later : after[last]) {
                if (all.get(rank[later]) && (best < 0 || rank[later] < rank[best])) {
                    best = later;
                }
            }
            return best;
        }

        private int sharingArea(int last) {
            int found = inArea.nextSetBit(areaStart[placeInArea[last]]);
            return found >= 0 && areas[byArea[found]] == areas[last] ? byArea[found] : -1;
        }
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
        int[] upwards = upwards();
        for (int step : upwards) {
            for (int one : before[step]) {
                generations[step] = Math.max(generations[step], generations[one] + 1);
            }
        }
        return concepts.length <= EXACT ? exactSizes(upwards) : roughSizes(upwards);
    }

    /** The steps below each step as rows of bits, one after the other in one array. */
    private int[] exactSizes(int[] upwards) {
        int[] sizes = new int[concepts.length];
        int words = (concepts.length + Long.SIZE - 1) / Long.SIZE;
        long[] below = new long[concepts.length * words];
        for (int step : upwards) {
            int row = step * words;
            for (int one : before[step]) {
                int other = one * words;
                for (int word = 0; word < words; word++) {
                    below[row + word] |= below[other + word];
                }
                below[row + one / Long.SIZE] |= 1L << one;
            }
            for (int word = 0; word < words; word++) {
                sizes[step] += Long.bitCount(below[row + word]);
            }
        }
        return sizes;
    }

    private int[] roughSizes(int[] upwards) {
        int[] sizes = new int[concepts.length];
        for (int step : upwards) {
            for (int one : before[step]) {
                sizes[step] = Math.min(Integer.MAX_VALUE / 2, sizes[step] + 1 + sizes[one]);
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

    private int[] before(PrerequisiteGraph graph, int concept) {
        int[] some = new int[graph.required().degree(concept) + graph.helpful().degree(concept)];
        int count = add(graph.required(), concept, some, 0);
        count = add(graph.helpful(), concept, some, count);
        return Arrays.copyOf(some, count);
    }

    /** Adds the steps among the targets of a concept's edges; returns how many there are then. */
    private int add(Adjacency edges, int concept, int[] into, int from) {
        int count = from;
        int end = edges.start(concept + 1);
        for (int edge = edges.start(concept); edge < end; edge++) {
            int step = numbering.of(edges.target(edge));
            if (step >= 0) {
                into[count++] = step;
            }
        }
        return count;
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
