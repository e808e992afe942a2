package org.zhitu.server.plan;

import java.util.List;
import java.util.Optional;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.study.Budget;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.study.Timetable;
import org.zhitu.ontology.Language;

/**
 * A study path with what was asked for, and its weeks where there is a time.
 *
 * @param time  as the person gave it
 * @param goals the goals by name, in the order asked for
 * @param known   what is taken as known, by slug; what the store does not know is left out
 * @param skipped what is left out because the person wants it so
 */
public record Plan(
        PlanRequest request,
        Optional<StudyTime> time,
        StudyPath path,
        List<ConceptRef> goals,
        List<ConceptRef> known,
        List<ConceptRef> skipped,
        Optional<Schedule> schedule) {
    private static final int MAX_NAME = 80;

    /** The weeks, and the time they were made for. */
    public record Schedule(Budget budget, Timetable timetable) {}

    /** Plans what a person asks for. */
    public static Plan of(Knowledge knowledge, PlanRequest request, Optional<StudyTime> time) {
        StudyPath path = knowledge.planner().path(request);
        return new Plan(
                request,
                time,
                path,
                refs(knowledge, path.goal(), request.language()),
                refs(knowledge, path.known(), request.language()),
                refs(knowledge, path.skipped(), request.language()),
                time.map(given -> given.budget(path)).map(budget -> new Schedule(budget, Timetable.of(path, budget))));
    }

    private static List<ConceptRef> refs(Knowledge knowledge, List<String> slugs, Language language) {
        return slugs.stream()
                .flatMap(slug -> knowledge.concepts().ref(slug, language).stream())
                .toList();
    }

    /** Returns the language of its texts. */
    public Language language() {
        return request.language();
    }

    /** Returns the label of a step or goal. */
    String label(String slug) {
        return path.steps().stream()
                .filter(step -> step.slug().equals(slug))
                .map(StudyPath.Step::label)
                .findFirst()
                .or(() -> goals.stream()
                        .filter(goal -> goal.slug().equals(slug))
                        .map(ConceptRef::label)
                        .findFirst())
                .orElse(slug);
    }

    /** Returns a name for a file that holds a plan, made of the goals; ASCII, no spaces. */
    public static String fileName(List<String> goals, PlanFormat format) {
        StringBuilder name = new StringBuilder("zhitu");
        for (String goal : goals) {
            if (name.length() + goal.length() < MAX_NAME) {
                name.append('-').append(goal.replaceAll("[^a-z0-9-]", "_"));
            }
        }
        return name.append('.').append(format.ending()).toString();
    }
}
