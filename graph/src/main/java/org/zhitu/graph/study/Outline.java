package org.zhitu.graph.study;

import java.util.BitSet;
import java.util.List;

/**
 * Which concepts a path is made of.
 *
 * @param required what the goals require, directly or not, the goals among them
 * @param steps    the same, and what is optional
 * @param skipped  what the learner leaves out
 */
record Outline(BitSet required, BitSet steps, BitSet skipped) {
    /** Gathers the steps; costs as much as there are steps with their edges. */
    static Outline of(
            PrerequisiteGraph graph, List<Integer> goals, BitSet mastered, BitSet skipped, StudyPlanner.Extent extent) {
        BitSet without = mastered;
        if (!skipped.isEmpty()) {
            without = (BitSet) mastered.clone();
            without.or(skipped);
        }
        BitSet required = new BitSet();
        for (int goal : goals) {
            if (!without.get(goal)) {
                required.set(goal);
            }
        }
        graph.close(required, without);
        return new Outline(
                required,
                extent == StudyPlanner.Extent.HELPFUL ? withHelpful(graph, required, without) : required,
                skipped);
    }

    private static BitSet withHelpful(PrerequisiteGraph graph, BitSet required, BitSet without) {
        BitSet steps = (BitSet) required.clone();
        required.stream().forEach(step -> {
            for (int helper : graph.helpful().neighbours(step)) {
                if (!without.get(helper)) {
                    steps.set(helper);
                }
            }
        });
        graph.close(steps, without);
        return steps;
    }
}
