package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.study.StudyPlanner;
import org.zhitu.graph.study.Timetable;
import org.zhitu.ontology.Language;
import org.zhitu.server.plan.Plan;
import org.zhitu.server.plan.PlanAddress;
import org.zhitu.server.plan.PlanWords;

/**
 * A plan to show.
 *
 * @param steps   in learning order
 * @param helpers what would help beyond what is required; empty where it is among the steps
 * @param words   the sentences that its files share
 */
record PathPage(Plan plan, List<Step> steps, List<Step> helpers, PlanWords words) {
    /**
     * One step.
     *
     * @param fixed    whether it stands where the reader put it
     * @param warnings which of its prerequisites the reader's wishes break
     */
    record Step(StudyPath.Step step, ConceptRef concept, boolean fixed, List<StudyPath.Warning> warnings) {}

    /**
     * Makes the page of a plan.
     *
     * @param words the language of its sentences; that of the names is the plan's
     */
    static PathPage of(Knowledge knowledge, Plan plan, PathWishes wishes, Language words) {
        Language language = plan.language();
        int fixed = wishes.fixed(plan.path());
        Map<String, List<StudyPath.Warning>> warnings = plan.path().warnings().stream()
                .collect(Collectors.groupingBy(warning -> warning.step().slug()));
        List<Step> steps = new ArrayList<>();
        for (StudyPath.Step step : plan.path().steps()) {
            steps.add(new Step(
                    step,
                    ref(knowledge, step, language),
                    steps.size() < fixed,
                    warnings.getOrDefault(step.slug(), List.of())));
        }
        return new PathPage(plan, List.copyOf(steps), helpers(knowledge, plan), PlanWords.in(words));
    }

    private static List<Step> helpers(Knowledge knowledge, Plan plan) {
        if (plan.request().extent() == StudyPlanner.Extent.HELPFUL) {
            return List.of();
        }
        return knowledge.planner().path(plan.request().within(StudyPlanner.Extent.HELPFUL)).steps().stream()
                .filter(StudyPath.Step::optional)
                .map(step -> new Step(step, ref(knowledge, step, plan.language()), false, List.of()))
                .toList();
    }

    private static ConceptRef ref(Knowledge knowledge, StudyPath.Step step, Language language) {
        return knowledge.concepts().ref(step.slug(), language).orElseThrow();
    }

    public StudyPath path() {
        return plan.path();
    }

    /** Returns how many steps the notes treat. */
    public long covered() {
        return path().steps().stream().filter(StudyPath.Step::covered).count();
    }

    /** Returns the slugs of all that would have to be left out for the plan to fit, with commas between. */
    public String allToLeaveOut() {
        return plan.schedule().stream()
                .flatMap(schedule -> schedule.timetable().leaveOut().stream())
                .map(Timetable.LeaveOut::slug)
                .collect(Collectors.joining(","));
    }

    /** Returns the address of the plan in a form for programs. */
    public String file(String format) {
        return "/api/path?" + PlanAddress.query(plan.request(), plan.time()) + "&format=" + format + "&lang="
                + plan.language().tag();
    }

    /** Returns the address of the same plan with what only helps. */
    public String withHelpers() {
        return "/path?" + PlanAddress.query(plan.request().within(StudyPlanner.Extent.HELPFUL), plan.time());
    }
}
