package org.zhitu.graph.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts the steps of a path into an order in which every prerequisite stands before what builds on it and related steps
 * stay together.
 *
 * <p>The criterion: go depth first from the goals and write a step down once all it builds on is written. Of the branches
 * below a step the largest comes first and the smallest last, so that few branches are open at a time and a step follows
 * the branch that was finished just before it (the order in which Sethi and Ullman, 1970, evaluate an expression with
 * the fewest registers). Equal branches go by slug. Runs in O(n + m) and n²/64 for the sizes of branches.
 */
final class LearningOrder {
    private final PrerequisiteGraph graph;
    private final BitSet steps;
    private final int[] concepts;
    private final int[][] before;
    private final int[] generations;
    private final List<Integer> order = new ArrayList<>();

    LearningOrder(PrerequisiteGraph graph, BitSet steps) {
        this.graph = graph;
        this.steps = steps;
        this.concepts = steps.stream().toArray();
        this.before = new int[concepts.length][];
        this.generations = new int[concepts.length];
        for (int step = 0; step < concepts.length; step++) {
            before[step] = before(concepts[step]);
        }
    }

    /** Returns the steps in learning order, the branches of the first goal first. */
    List<Integer> from(List<Integer> goals) {
        int[] sizes = sizes();
        Comparator<Integer> largestFirst =
                Comparator.comparing((Integer step) -> -sizes[step]).thenComparing(step -> step);
        BitSet written = new BitSet();
        for (int goal : goals) {
            if (steps.get(goal)) {
                write(index(goal), largestFirst, written);
            }
        }
        for (int step = 0; step < concepts.length; step++) {
            write(step, largestFirst, written);
        }
        return order;
    }

    /** Returns the length of the longest chain of steps before a concept. */
    int generation(int concept) {
        return generations[index(concept)];
    }

    private void write(int root, Comparator<Integer> largestFirst, BitSet written) {
        if (written.get(root)) {
            return;
        }
        List<Branch> path = new ArrayList<>(List.of(branch(root, largestFirst)));
        while (!path.isEmpty()) {
            Branch branch = path.getLast();
            if (branch.next < branch.below.length) {
                int below = branch.below[branch.next++];
                if (!written.get(below)) {
                    path.add(branch(below, largestFirst));
                }
            } else {
                path.removeLast();
                if (!written.get(branch.step)) {
                    written.set(branch.step);
                    order.add(concepts[branch.step]);
                }
            }
        }
    }

    private Branch branch(int step, Comparator<Integer> largestFirst) {
        return new Branch(
                step,
                Arrays.stream(before[step])
                        .boxed()
                        .sorted(largestFirst)
                        .mapToInt(Integer::intValue)
                        .toArray());
    }

    /** A step whose branches are being written. */
    private static final class Branch {
        final int step;
        final int[] below;
        int next;

        Branch(int step, int[] below) {
            this.step = step;
            this.below = below;
        }
    }

    /** How many steps lie below each step; fills in the generations on the way. */
    private int[] sizes() {
        int[] sizes = new int[concepts.length];
        BitSet[] below = new BitSet[concepts.length];
        for (int step : upwards()) {
            BitSet all = new BitSet(concepts.length);
            for (int one : before[step]) {
                all.set(one);
                all.or(below[one]);
                generations[step] = Math.max(generations[step], generations[one] + 1);
            }
            below[step] = all;
            sizes[step] = all.cardinality();
        }
        return sizes;
    }

    /** The steps so that each stands after all it builds on (Kahn 1962). */
    private int[] upwards() {
        int[] open = new int[concepts.length];
        List<List<Integer>> after = new ArrayList<>();
        for (int step = 0; step < concepts.length; step++) {
            after.add(new ArrayList<>());
        }
        for (int step = 0; step < concepts.length; step++) {
            open[step] = before[step].length;
            for (int one : before[step]) {
                after.get(one).add(step);
            }
        }
        int[] upwards = new int[concepts.length];
        int count = 0;
        for (int step = 0; step < concepts.length; step++) {
            if (open[step] == 0) {
                upwards[count++] = step;
            }
        }
        for (int done = 0; done < count; done++) {
            for (int step : after.get(upwards[done])) {
                if (--open[step] == 0) {
                    upwards[count++] = step;
                }
            }
        }
        return upwards;
    }

    private int[] before(int concept) {
        return IntStream.concat(Arrays.stream(graph.required(concept)), Arrays.stream(graph.helpful(concept)))
                .filter(steps::get)
                .map(this::index)
                .toArray();
    }

    private int index(int concept) {
        return Arrays.binarySearch(concepts, concept);
    }
}
