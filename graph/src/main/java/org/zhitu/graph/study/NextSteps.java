package org.zhitu.graph.study;

import java.util.List;
import org.zhitu.graph.query.ConceptRef;

/**
 * What is ready to be learned: every required prerequisite is known.
 *
 * @param known  slugs taken as known, sorted
 * @param goals  slugs of the goals that distances are counted to, in the order asked for; possibly none
 * @param rank   by what the steps are ordered
 * @param total  how many concepts are ready
 * @param steps  the first of them
 * @param sparql selects all that is ready; what is known with all it requires is filled in
 */
public record NextSteps(List<String> known, List<String> goals, Rank rank, int total, List<Step> steps, String sparql) {
    public NextSteps {
        known = List.copyOf(known);
        goals = List.copyOf(goals);
        steps = List.copyOf(steps);
    }

    /** What comes first; ties go by the other two in the order below, then by slug. */
    public enum Rank {
        /** What most concepts require, directly or not. */
        UNLOCKS,
        /** What takes the least time. */
        TIME,
        /** What is the fewest steps away from a goal; what leads to no goal comes last. */
        GOAL
    }

    /**
     * One concept that is ready.
     *
     * @param minutes honest study time
     * @param unlocks how many concepts have it among their required prerequisites, direct or not; counted up to 10 000
     * @param opens   how many concepts become ready at once when it is known
     * @param toGoal  how many required edges lie between it and the nearest goal: 0 for a goal itself, -1 where it leads to none
     * @param because the known prerequisites it builds on, by slug
     */
    public record Step(ConceptRef concept, int minutes, int unlocks, int opens, int toGoal, List<ConceptRef> because) {
        public Step {
            because = List.copyOf(because);
        }
    }
}
