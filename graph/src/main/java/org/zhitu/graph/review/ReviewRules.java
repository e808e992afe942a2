package org.zhitu.graph.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.zhitu.graph.study.Course;

/**
 * What the graph of prerequisites says about review; when a card is due is FSRS's own business. Pure functions of a course.
 *
 * <p>The rules live here, once. What they say of a concept is handed out as {@link Links}, plain data that a browser applies
 * with a comparison and a multiplication; {@link #isWaiting}, {@link #credits} and {@link #toBlame} say how.
 * <ul>
 *   <li><b>Gate</b>: a card that has never been reviewed waits until every direct prerequisite of its concept is known or
 *       has been recalled. A card that has been reviewed never waits again. A waiting card may be opened all the same.
 *   <li><b>Credit</b>: who recalls a concept has used what it requires. A prerequisite {@code n} edges below is credited with
 *       {@link #DECAY} to the power of {@code n} of a review, as far as {@link #DEPTH} edges, by the shortest way. Credit
 *       puts a review off; it never makes a card known and never counts as a failure.
 *   <li><b>Blame</b>: a failure points at the weakest prerequisite: of those at most {@link #DEPTH} edges below, the one with
 *       the lowest strength, if that is lower than {@link #WEAK}; of equal ones the nearest, then the first in learning order.
 * </ul>
 */
public final class ReviewRules {
    /** What is left of a credit after each edge. */
    public static final double DECAY = 0.5;

    /** How many edges credit and blame reach down. */
    public static final int DEPTH = 3;

    /** A prerequisite that is recalled with at least this probability is not to blame. */
    public static final double WEAK = 0.9;

    private final Course course;
    private final Map<String, Integer> places;

    public ReviewRules(Course course) {
        this.course = course;
        this.places = course.places();
    }

    /**
     * What the rules say of a concept, whoever asks.
     *
     * @param waitsFor slugs of the direct prerequisites, in learning order
     * @param below    what is credited and may be to blame, nearest first, then in learning order
     */
    public record Links(String slug, List<String> waitsFor, List<Below> below) {
        public Links {
            waitsFor = List.copyOf(waitsFor);
            below = List.copyOf(below);
        }
    }

    /**
     * A concept that another requires.
     *
     * @param distance the fewest required edges between them, from 1 to {@link #DEPTH}
     * @param credit   the share of a review, in (0,1)
     */
    public record Below(String slug, int distance, double credit) {}

    /** Returns what the rules say of every concept of the course, in learning order. */
    public List<Links> links() {
        return course.concepts().stream().map(concept -> links(concept.slug())).toList();
    }

    /**
     * Returns what the rules say of a concept.
     *
     * @throws IllegalArgumentException if it is not in the course
     */
    public Links links(String slug) {
        int place = place(slug);
        return new Links(
                slug,
                course.concepts().get(place).before().stream().map(this::slug).toList(),
                below(place));
    }

    /**
     * Says whether a new card about a concept waits.
     *
     * @param known slugs of what is known or has been recalled
     */
    public boolean isWaiting(String slug, Set<String> known) {
        return !known.containsAll(links(slug).waitsFor());
    }

    /**
     * Returns what a review of a concept is worth to what it requires, by slug: nothing unless it was recalled.
     *
     * @param recalled whether the grade was hard, good or easy
     */
    public Map<String, Double> credits(String slug, boolean recalled) {
        Map<String, Double> credits = new TreeMap<>();
        if (recalled) {
            links(slug).below().forEach(below -> credits.put(below.slug(), below.credit()));
        }
        return credits;
    }

    /**
     * Returns the prerequisite to look at after a concept was not recalled; none where all of them are strong.
     *
     * @param strength by slug, the probability of recall now, in [0,1]; 0 for what has never been reviewed and is not known
     */
    public Optional<String> toBlame(String slug, ToDoubleFunction<String> strength) {
        Optional<String> weakest = Optional.empty();
        double least = WEAK;
        for (Below below : links(slug).below()) {
            double now = strength.applyAsDouble(below.slug());
            if (now < least) {
                weakest = Optional.of(below.slug());
                least = now;
            }
        }
        return weakest;
    }

    private List<Below> below(int place) {
        List<Below> below = new ArrayList<>();
        Map<Integer, Integer> distances = new TreeMap<>(Map.of(place, 0));
        List<Integer> level = List.of(place);
        double credit = 1;
        for (int distance = 1; distance <= DEPTH; distance++) {
            credit *= DECAY;
            List<Integer> next = new ArrayList<>();
            for (int from : level) {
                for (int before : course.concepts().get(from).before()) {
                    if (distances.putIfAbsent(before, distance) == null) {
                        next.add(before);
                    }
                }
            }
            level = next.stream().sorted().toList();
            for (int one : level) {
                below.add(new Below(slug(one), distance, credit));
            }
        }
        return below;
    }

    private String slug(int place) {
        return course.concepts().get(place).slug();
    }

    private int place(String slug) {
        Integer place = places.get(slug);
        if (place == null) {
            throw new IllegalArgumentException("not in the course: " + slug);
        }
        return place;
    }
}
