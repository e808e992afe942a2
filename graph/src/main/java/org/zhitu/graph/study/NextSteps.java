package org.zhitu.graph.study;

import java.util.List;
import org.zhitu.graph.query.ConceptRef;

/**
 * What is ready to be learned: every required prerequisite is known. Most unlocked first, then least time, then by slug.
 *
 * @param known slugs taken as known
 */
public record NextSteps(List<String> known, List<Step> steps) {
    /**
     * One concept that is ready.
     *
     * @param minutes honest study time
     * @param unlocks how many concepts have it among their required prerequisites, direct or not
     * @param because labels of the known prerequisites it builds on
     */
    public record Step(ConceptRef concept, int minutes, int unlocks, List<ConceptRef> because) {}
}
