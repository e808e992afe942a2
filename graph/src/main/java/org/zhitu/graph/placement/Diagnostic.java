package org.zhitu.graph.placement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhitu.graph.study.Course;

/**
 * Places a learner on a course by asking which of a few concepts he knows, again and again, each time those whose replies
 * are expected to tell most. Replies reach up and down: who knows a concept knows what it requires; who does not, knows
 * nothing that requires it. A reply may be a slip or a guess, so that one that does not fit the others is doubted, and what
 * the learner sets right himself overrules every reply.
 *
 * <p>A function of the course, the options and what was replied: nothing is kept between two questions, and equal input
 * gives equal output. See {@link Belief} for how it believes.
 */
public final class Diagnostic {
    /** Less information than this, in bits, is not worth a question. */
    private static final double WORTH_ASKING = 0.02;

    /** How often one concept may be asked about: a second time only pays where the first reply does not fit the others. */
    private static final int MOST_ASKED = 3;

    private static final double EVEN = 0.5;

    private final Course course;
    private final Options options;
    private final Map<String, Integer> places;

    /**
     * How to ask.
     *
     * @param questions at most so many, from 1
     * @param width     how many concepts one question shows, from 1 to 8
     * @param slip      how often somebody says no to what he knows, in (0,0.5)
     * @param guess     how often somebody says yes to what he does not know, in (0,0.5)
     * @param seed      of the sampling
     */
    public record Options(int questions, int width, double slip, double guess, long seed) {
        /** A dozen questions of six concepts each. */
        public static final Options DEFAULT = new Options(12, 6, 0.05, 0.05, 1);

        public Options {
            if (questions < 1 || width < 1 || width > 8) {
                throw new IllegalArgumentException("questions " + questions + ", width " + width + " not in 1..8");
            }
            if (slip <= 0 || slip >= EVEN || guess <= 0 || guess >= EVEN) {
                throw new IllegalArgumentException("slip " + slip + " or guess " + guess + " not in (0,0.5)");
            }
        }
    }

    /**
     * @param course at most {@link org.zhitu.graph.study.StudyPlanner#MAX_STEPS} concepts are meant
     */
    public Diagnostic(Course course, Options options) {
        this.course = course;
        this.options = options;
        this.places = course.places();
    }

    /**
     * Returns where a learner stands.
     *
     * @param answers   one list of replies for each question answered, in order; an empty one where the learner was not sure
     *                  of anything. What he was asked and was not sure of is not asked again: what he says so of, whatever
     *                  else he says, and what he leaves out, as long as nothing else is overruled. A concept that is not in
     *                  the course is left out
     * @param overruled what the learner has set right, in order; a later one wins over an earlier one that it contradicts.
     *                  Knowing reaches down, not knowing reaches up; who is not sure sets nothing right
     */
    public Placement place(List<List<Reply>> answers, List<Reply> overruled) {
        Map<Integer, Boolean> fixed = fixed(overruled);
        Belief belief = new Belief(course, options, fixed);
        Map<Integer, Integer> asked = new HashMap<>();
        Set<Integer> closed = new HashSet<>(fixed.keySet());
        for (List<Reply> answer : answers) {
            Map<Integer, Boolean> replies = new LinkedHashMap<>();
            Set<Integer> named = new HashSet<>();
            for (Reply reply : answer) {
                Integer place = places.get(reply.slug());
                if (place != null) {
                    named.add(place);
                    if (reply.isSure()) {
                        replies.put(place, reply.knows());
                        asked.merge(place, 1, Integer::sum);
                    }
                }
            }
            if (answer.size() < options.width()) {
                closed.addAll(unsure(belief.mostTelling(options.width(), closed).places(), named));
            }
            named.removeAll(replies.keySet());
            closed.addAll(named);
            belief.hear(replies);
            replies.keySet().stream()
                    .filter(place -> asked.getOrDefault(place, 0) >= MOST_ASKED)
                    .forEach(closed::add);
        }
        return placement(answers.size(), belief.probabilities(), fixed, asked, next(answers.size(), belief, closed));
    }

    /**
     * Returns what a question asked and the learner did not name; nothing if he named what it did not ask, as then it was
     * another question.
     */
    private static Set<Integer> unsure(List<Integer> question, Set<Integer> named) {
        Set<Integer> unsure = new HashSet<>(question);
        if (!unsure.containsAll(named)) {
            return Set.of();
        }
        unsure.removeAll(named);
        return unsure;
    }

    /** By place, what is certain because the learner says so. */
    private Map<Integer, Boolean> fixed(List<Reply> overruled) {
        Map<Integer, Boolean> fixed = new LinkedHashMap<>();
        for (Reply reply : overruled) {
            Integer place = places.get(reply.slug());
            if (place != null && reply.isSure()) {
                BitSet reach = reply.knows() ? Reach.down(course, place) : Reach.up(course, place);
                reach.stream().forEach(one -> fixed.put(one, reply.knows()));
            }
        }
        return fixed;
    }

    private Optional<Placement.Question> next(int answered, Belief belief, Set<Integer> closed) {
        if (answered >= options.questions()) {
            return Optional.empty();
        }
        Belief.Choice choice = belief.mostTelling(options.width(), closed);
        return choice.information() < WORTH_ASKING
                ? Optional.empty()
                : Optional.of(new Placement.Question(
                        choice.places().stream().map(this::slug).toList(), choice.information()));
    }

    private Placement placement(
            int questions,
            double[] probabilities,
            Map<Integer, Boolean> fixed,
            Map<Integer, Integer> asked,
            Optional<Placement.Question> next) {
        List<Placement.Belief> beliefs = new ArrayList<>();
        BitSet known = new BitSet();
        List<String> frontier = new ArrayList<>();
        double right = 0;
        for (int place = 0; place < probabilities.length; place++) {
            boolean ready = course.concepts().get(place).before().stream().allMatch(known::get);
            known.set(place, ready && probabilities[place] > EVEN);
            if (ready && !known.get(place)) {
                frontier.add(slug(place));
            }
            right += Math.max(probabilities[place], 1 - probabilities[place]);
            Placement.Ground ground = fixed.containsKey(place)
                    ? Placement.Ground.OVERRULED
                    : asked.containsKey(place) ? Placement.Ground.ASKED : Placement.Ground.INFERRED;
            beliefs.add(new Placement.Belief(slug(place), probabilities[place], ground));
        }
        return new Placement(
                questions,
                beliefs,
                known.stream().mapToObj(this::slug).toList(),
                frontier,
                probabilities.length == 0 ? 1 : right / probabilities.length,
                next);
    }

    private String slug(int place) {
        return course.concepts().get(place).slug();
    }
}
