package org.zhitu.graph.study;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhitu.graph.query.ConceptGraph;

/**
 * Concepts to be learned together with what they require of each other: a graph without cycles, small enough for the
 * diagnostic and the review to look at whole.
 *
 * @param concepts each after all that it requires
 */
public record Course(List<Concept> concepts) {
    public Course {
        concepts = List.copyOf(concepts);
        for (int at = 0; at < concepts.size(); at++) {
            for (int before : concepts.get(at).before()) {
                if (before < 0 || before >= at) {
                    throw new IllegalArgumentException(
                            concepts.get(at).slug() + " stands before what it requires, number " + before);
                }
            }
        }
    }

    /**
     * One concept of a course.
     *
     * @param area    the slug of the top concept above it
     * @param minutes honest study time
     * @param before  the places, from 0, of what it directly requires within the course, ascending
     */
    public record Concept(String slug, String area, int minutes, List<Integer> before) {
        public Concept {
            before = before.stream().sorted().distinct().toList();
        }
    }

    /** Returns the places of the concepts by slug. */
    public Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < concepts.size(); at++) {
            places.put(concepts.get(at).slug(), at);
        }
        return places;
    }

    static Course of(ConceptGraph concepts, PrerequisiteGraph graph, Areas areas, int[] order) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int at = 0; at < order.length; at++) {
            places.put(order[at], at);
        }
        return new Course(Arrays.stream(order)
                .mapToObj(concept -> new Concept(
                        concepts.slug(concept),
                        concepts.slug(areas.of(concept)),
                        StudyPlanner.minutes(concepts, concept),
                        Arrays.stream(graph.required().neighbours(concept))
                                .boxed()
                                .filter(places::containsKey)
                                .map(before -> places.getOrDefault(before, 0))
                                .toList()))
                .toList());
    }
}
