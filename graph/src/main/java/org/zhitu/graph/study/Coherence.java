package org.zhitu.graph.study;

/**
 * How well an order of steps keeps together what belongs together: the criterion by which {@link LearningOrder} chooses.
 *
 * @param switches    how often a step neither builds directly on the step before it nor shares its area
 * @param openBranches how many steps are waiting for their last use, on average over the order: a step is open from when it
 *                     is learned until the last step that builds directly on it is
 */
record Coherence(int switches, double openBranches) {
    /** What is to be small: one switch weighs as much as one more open branch throughout. */
    double cost() {
        return switches + openBranches;
    }

    /**
     * Measures an order.
     *
     * @param order  each step once
     * @param before by step, the steps that it builds on
     * @param areas  by step
     */
    static Coherence of(int[] order, int[][] before, int[] areas) {
        int[] place = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            place[order[at]] = at;
        }
        return of(order, place, before, areas);
    }

    private static Coherence of(int[] order, int[] place, int[][] before, int[] areas) {
        int[] last = new int[order.length];
        int switches = 0;
        long open = 0;
        for (int at = 0; at < order.length; at++) {
            int step = order[at];
            boolean apart = at > 0 && areas[step] != areas[order[at - 1]];
            for (int one : before[step]) {
                open += Math.max(0, at - Math.max(place[one], last[one]));
                last[one] = Math.max(last[one], at);
                apart &= at == 0 || one != order[at - 1];
            }
            switches += apart ? 1 : 0;
        }
        return new Coherence(switches, order.length == 0 ? 0 : open / (double) order.length);
    }
}
