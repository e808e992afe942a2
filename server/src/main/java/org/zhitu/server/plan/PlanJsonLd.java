package org.zhitu.server.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SectionRef;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.server.json.Json;

/**
 * A plan as linked data: a course whose syllabus sections are the steps. The context stands in the document, so that nobody
 * has to fetch one to read it.
 *
 * @see <a href="https://schema.org/Course">schema.org, Course</a>
 */
final class PlanJsonLd {
    private static final String SCHEMA = "https://schema.org/";

    private final PlanWords words;
    private final Iris iris;

    PlanJsonLd(PlanWords words, Iris iris) {
        this.words = words;
        this.iris = iris;
    }

    String write(Plan plan) {
        Map<String, Object> course = new LinkedHashMap<>();
        course.put("@context", context());
        course.put("@id", iris.base() + "path?" + PlanAddress.query(plan));
        course.put("@type", "Course");
        course.put("name", text(words.of("calendar-name", words.goals(plan))));
        course.put("description", text(words.heading(plan)));
        course.put("inLanguage", words.language().tag());
        course.put(
                "timeRequired",
                duration(plan.path().steps().stream()
                        .mapToInt(StudyPath.Step::minutes)
                        .sum()));
        course.put("teaches", plan.goals().stream().map(this::concept).toList());
        course.put(
                "competencyRequired", plan.known().stream().map(this::concept).toList());
        plan.schedule().ifPresent(schedule -> course.put("hasCourseInstance", instance(schedule)));
        List<Map<String, Object>> sections = new ArrayList<>();
        for (StudyPath.Step step : plan.path().steps()) {
            sections.add(section(step, sections.size() + 1, plan));
        }
        course.put("syllabusSections", sections);
        return Json.readable(course) + "\n";
    }

    /** Texts are of the plan's language where nothing else is said. */
    private Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@vocab", SCHEMA);
        context.put("description", Map.of("@language", words.language().tag()));
        context.put("name", Map.of("@language", words.language().tag()));
        context.put("url", Map.of("@type", "@id"));
        return context;
    }

    private static Map<String, Object> instance(Plan.Schedule schedule) {
        Map<String, Object> instance = new LinkedHashMap<>();
        instance.put("@type", "CourseInstance");
        instance.put("courseWorkload", duration(schedule.budget().minutesPerWeek()));
        instance.put("startDate", schedule.budget().start());
        instance.put("endDate", schedule.timetable().end());
        return instance;
    }

    private Map<String, Object> section(StudyPath.Step step, int position, Plan plan) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("@type", "Syllabus");
        section.put("position", position);
        section.put("name", text(step.label()));
        section.put("timeRequired", duration(step.minutes()));
        section.put("teaches", concept(step.slug(), step.label()));
        List<Map<String, Object>> needs = plan.path().steps().stream()
                .filter(other -> other.because().stream()
                        .anyMatch(because -> because.neededFor().equals(step.slug())))
                .map(other -> concept(other.slug(), other.label()))
                .toList();
        section.put("competencyRequired", needs);
        String reasons = step.because().stream().map(words::because).collect(Collectors.joining("\n"));
        if (!reasons.isEmpty()) {
            section.put("description", text(reasons));
        }
        section.put("hasPart", parts(step));
        return section;
    }

    private List<Map<String, Object>> parts(StudyPath.Step step) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (SectionRef part : step.sections()) {
            String fragment = part.fragment().isEmpty() ? "" : "#" + part.fragment();
            parts.add(thing("LearningResource", iris.note(part.note()) + fragment, part.title()));
        }
        for (QuestionRef question : step.questions()) {
            parts.add(thing(
                    "Question", iris.question(question.id()), question.text().strip()));
        }
        for (SourceRef source : step.sources()) {
            Map<String, Object> work = new LinkedHashMap<>();
            work.put("@type", "CreativeWork");
            work.put("name", text(source.title()));
            work.put("url", source.url());
            parts.add(work);
        }
        return parts;
    }

    private Map<String, Object> concept(ConceptRef concept) {
        return concept(concept.slug(), concept.label());
    }

    private Map<String, Object> concept(String slug, String label) {
        return thing("DefinedTerm", iris.concept(slug), label);
    }

    private Map<String, Object> thing(String type, String id, String name) {
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put("@id", id);
        thing.put("@type", type);
        thing.put("name", text(name));
        return thing;
    }

    /** Returns a text, with its language where that is not the plan's: notes and sources have their own. */
    private Object text(String text) {
        Language written = Language.written(text);
        if (written == words.language()) {
            return text;
        }
        Map<String, Object> foreign = new LinkedHashMap<>();
        foreign.put("@value", text);
        foreign.put("@language", written.tag());
        return foreign;
    }

    private static String duration(int minutes) {
        return "PT" + minutes + "M";
    }
}
