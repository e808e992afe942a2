package org.zhitu.graph.study;

import java.util.Collection;
import java.util.List;
import org.zhitu.ontology.Language;

/**
 * What a learner wants planned.
 *
 * @param goals    slugs; several are planned together, shared steps once
 * @param known    slugs; one that is not in the store is left out
 * @param skip     slugs that the learner does not want to see, nor what only they need; not taken as known
 * @param order    slugs that come first, in this order, whatever they need; the other steps follow in the planner's order. A
 *                 slug that is no step is left out. A whole path gives the whole order.
 * @param extent   whether helpful prerequisites are there as optional steps
 * @param language of labels and reasons
 */
public record PlanRequest(
        List<String> goals,
        List<String> known,
        List<String> skip,
        List<String> order,
        StudyPlanner.Extent extent,
        Language language) {
    public PlanRequest {
        goals = List.copyOf(goals);
        known = List.copyOf(known);
        skip = List.copyOf(skip);
        order = List.copyOf(order);
    }

    /** Returns a request for the smallest path to some goals, nothing known, nothing wished. */
    public static PlanRequest to(Collection<String> goals, Language language) {
        return new PlanRequest(
                List.copyOf(goals), List.of(), List.of(), List.of(), StudyPlanner.Extent.REQUIRED, language);
    }

    /** Returns the same request of a person who knows some concepts. */
    public PlanRequest knowing(Collection<String> slugs) {
        return new PlanRequest(goals, List.copyOf(slugs), skip, order, extent, language);
    }

    /** Returns the same request without some steps. */
    public PlanRequest skipping(Collection<String> slugs) {
        return new PlanRequest(goals, known, List.copyOf(slugs), order, extent, language);
    }

    /** Returns the same request with some steps first, in this order. */
    public PlanRequest ordered(List<String> slugs) {
        return new PlanRequest(goals, known, skip, slugs, extent, language);
    }

    /** Returns the same request with or without helpful steps. */
    public PlanRequest within(StudyPlanner.Extent reach) {
        return new PlanRequest(goals, known, skip, order, reach, language);
    }
}
