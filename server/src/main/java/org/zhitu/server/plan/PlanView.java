package org.zhitu.server.plan;

import java.util.List;
import java.util.Optional;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.study.Timetable;

/**
 * A plan as JSON: the members of {@link StudyPath}, and the weeks.
 *
 * @param timetable null where no time was given
 */
public record PlanView(
        List<String> goal,
        List<String> known,
        List<String> skipped,
        double hours,
        int total,
        int switches,
        int plainSwitches,
        List<StudyPath.Step> steps,
        List<StudyPath.Cut> cuts,
        List<StudyPath.Warning> warnings,
        Optional<Timetable> timetable) {
    /** Returns a plan as JSON. */
    public static PlanView of(Plan plan) {
        StudyPath path = plan.path();
        return new PlanView(
                path.goal(),
                path.known(),
                path.skipped(),
                path.hours(),
                path.total(),
                path.switches(),
                path.plainSwitches(),
                path.steps(),
                path.cuts(),
                path.warnings(),
                plan.schedule().map(Plan.Schedule::timetable));
    }
}
