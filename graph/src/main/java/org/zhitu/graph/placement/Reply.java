package org.zhitu.graph.placement;

/**
 * What a learner said about one concept.
 *
 * @param slug the concept
 */
public record Reply(String slug, Answer answer) {
    /** Whether somebody knows a concept, by his own word. */
    public enum Answer {
        KNOWS,
        DOES_NOT,
        /** He cannot tell: he is not asked about it again. */
        NOT_SURE
    }

    public Reply(String slug, boolean knows) {
        this(slug, knows ? Answer.KNOWS : Answer.DOES_NOT);
    }

    boolean knows() {
        return answer == Answer.KNOWS;
    }

    boolean isSure() {
        return answer != Answer.NOT_SURE;
    }
}
