package org.zhitu.server.results;

/**
 * How much one answer may hold.
 *
 * @param rows          rows of a table, or triples of a graph that is written while it comes
 * @param triplesAtOnce triples of a graph in a form that needs them all first
 */
public record AnswerLimits(long rows, int triplesAtOnce) {
    /** Ten million rows, 200,000 triples at once. */
    public static final AnswerLimits DEFAULT = new AnswerLimits(10_000_000, 200_000);

    /** The caller's machine, the caller's patience. */
    public static final AnswerLimits NONE = new AnswerLimits(Long.MAX_VALUE, Integer.MAX_VALUE);
}
