package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.study.StudyPlanner;
import org.zhitu.ontology.Language;
import org.zhitu.server.naming.ConceptNames;
import org.zhitu.server.plan.PlanAddress;

/**
 * What a reader wants planned, as an address says it. Names may be of any kind; what is not known stays, so that the page
 * can say so.
 *
 * @param hours    a week; may be blank, as the days
 * @param start    the first day
 * @param deadline the last day
 */
record PathWishes(
        Named goals,
        Named known,
        Named skip,
        Named order,
        boolean helpful,
        String hours,
        String start,
        String deadline) {
    /** What a button of the page does to one step. */
    enum Move {
        UP,
        DOWN,
        FIRST,
        KEEP,
        RELEASE,
        LEAVE,
        TAKE,
        LEARNED;

        /** Returns the name of the button, which is that of the parameter. */
        String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PathWishes parse(MultiValueMap<String, String> parameters, Knowledge knowledge) {
        return new PathWishes(
                named("goal", parameters, knowledge),
                named("known", parameters, knowledge),
                named("skip", parameters, knowledge),
                named("order", parameters, knowledge),
                Boolean.parseBoolean(text("helpful", parameters)),
                text("hours-per-week", parameters),
                text("start", parameters),
                text("deadline", parameters));
    }

    private static Named named(String name, MultiValueMap<String, String> parameters, Knowledge knowledge) {
        return Named.parse(name, String.join(",", parameters.getOrDefault(name, List.of())), knowledge);
    }

    private static String text(String name, MultiValueMap<String, String> parameters) {
        return Optional.ofNullable(parameters.getFirst(name)).map(String::strip).orElse("");
    }

    /** Returns what the planner is asked. */
    PlanRequest request(Language language) {
        return new PlanRequest(
                goals.slugs(),
                known.slugs(),
                skip.slugs(),
                order.slugs(),
                helpful ? StudyPlanner.Extent.HELPFUL : StudyPlanner.Extent.REQUIRED,
                language);
    }

    /** Says whether a time is given without its first day. */
    boolean lacksStart() {
        return start.isBlank() && !(hours.isBlank() && deadline.isBlank());
    }

    /** Returns the same wishes, the first day said. */
    PathWishes from(String day) {
        return new PathWishes(goals, known, skip, order, helpful, hours, day, deadline);
    }

    /** Returns the names that the graph does not know. */
    List<String> unknown() {
        return Stream.of(goals, known, skip, order)
                .flatMap(named -> named.unknown().stream())
                .distinct()
                .toList();
    }

    /** Returns the address of the page that shows this. */
    String address() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("goal", goals.text());
        parameters.put("known", known.text());
        parameters.put("skip", skip.text());
        parameters.put("order", order.text());
        parameters.put("helpful", helpful ? "true" : "");
        parameters.put("hours-per-week", hours);
        parameters.put("start", start);
        parameters.put("deadline", deadline);
        String query = PlanAddress.query(parameters);
        return query.isEmpty() ? "/path" : "/path?" + query;
    }

    /**
     * Returns the wishes after a move. The steps that the reader has put in order are always the first of the path, so that
     * moving one fixes all before it.
     *
     * @param path the path as it is now
     */
    PathWishes after(Move move, Named what, StudyPath path) {
        return switch (move) {
            case LEAVE -> skipping(skip.and(what.slugs()));
            case TAKE -> skipping(skip.without(what.slugs()));
            case LEARNED ->
                new PathWishes(goals, known.and(what.slugs()), skip, order, helpful, hours, start, deadline);
            case UP, DOWN, FIRST, KEEP, RELEASE -> ordered(reordered(move, what.slugs(), path));
        };
    }

    private List<String> reordered(Move move, List<String> slugs, StudyPath path) {
        List<String> steps =
                new ArrayList<>(path.steps().stream().map(StudyPath.Step::slug).toList());
        int fixed = fixed(path);
        for (String slug : slugs) {
            int at = steps.indexOf(slug);
            if (at >= 0) {
                int to = Math.clamp(place(move, at), 0, steps.size() - 1);
                steps.add(to, steps.remove(at));
                fixed = switch (move) {
                    case FIRST -> at < fixed ? fixed : fixed + 1;
                    case RELEASE -> at < fixed ? fixed - 1 : fixed;
                    case UP, DOWN, KEEP, LEAVE, TAKE, LEARNED -> Math.max(fixed, Math.max(at, to) + 1);
                };
            }
        }
        return steps.subList(0, Math.min(fixed, ConceptNames.MOST));
    }

    private static int place(Move move, int at) {
        return switch (move) {
            case UP -> at - 1;
            case DOWN -> at + 1;
            case FIRST -> 0;
            case RELEASE -> Integer.MAX_VALUE;
            case KEEP, LEAVE, TAKE, LEARNED -> at;
        };
    }

    /** Returns how many of the first steps stand where the reader put them. */
    int fixed(StudyPath path) {
        Set<String> wished = new LinkedHashSet<>(order.slugs());
        return (int) path.steps().stream()
                .filter(step -> wished.contains(step.slug()))
                .count();
    }

    private PathWishes ordered(List<String> slugs) {
        return new PathWishes(goals, known, skip, Named.of(slugs), helpful, hours, start, deadline);
    }

    private PathWishes skipping(Named some) {
        return new PathWishes(goals, known, some, order, helpful, hours, start, deadline);
    }
}
