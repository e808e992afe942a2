package org.zhitu.graph.placement;

import java.util.List;
import java.util.Optional;

/**
 * Where a learner stands, as far as the replies tell. Concepts by slug; labels and the notes' questions are looked up by who
 * shows them.
 *
 * @param asked     how many questions have been answered
 * @param beliefs   one for each concept of the course, in learning order
 * @param known     what is more likely known than not: with each concept all that it requires
 * @param frontier  what is ready: not among the known, all that it requires is
 * @param certainty the share of all concepts that is expected to be judged right, in [0.5,1]
 * @param next      what to ask next; none where enough has been asked or nothing more would be learned
 */
public record Placement(
        int asked,
        List<Belief> beliefs,
        List<String> known,
        List<String> frontier,
        double certainty,
        Optional<Question> next) {
    public Placement {
        beliefs = List.copyOf(beliefs);
        known = List.copyOf(known);
        frontier = List.copyOf(frontier);
    }

    /**
     * What is believed of one concept.
     *
     * @param probability that the learner knows it, in [0,1]
     * @param ground      what the belief stands on
     */
    public record Belief(String slug, double probability, Ground ground) {}

    /** What a belief stands on. */
    public enum Ground {
        /** The learner has said so and nothing overrules it. */
        OVERRULED,
        /** The learner was asked. */
        ASKED,
        /** It follows from replies about other concepts. */
        INFERRED
    }

    /**
     * One question: which of these do you know?
     *
     * @param concepts    slugs, the first the one that tells most
     * @param information what the replies are expected to tell, in bits; at most one for each concept
     */
    public record Question(List<String> concepts, double information) {
        public Question {
            concepts = List.copyOf(concepts);
        }
    }
}
