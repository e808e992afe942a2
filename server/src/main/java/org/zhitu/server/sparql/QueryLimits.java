package org.zhitu.server.sparql;

import java.time.Duration;
import org.zhitu.server.results.AnswerLimits;

/**
 * What one query may cost.
 *
 * @param time     from its first character to the last row
 * @param text     the length of its text in bytes
 * @param literal  the length of a text it may build, in UTF-16 code units
 * @param answer   how much its answer may hold
 * @param parallel how many queries may run at once; more are turned away after a short wait
 */
public record QueryLimits(Duration time, int text, int literal, AnswerLimits answer, int parallel) {
    /** 30 s, 1 MiB of query, texts of 4 Mi characters, {@link AnswerLimits#DEFAULT}, 64 at once. */
    public static final QueryLimits DEFAULT =
            new QueryLimits(Duration.ofSeconds(30), 1 << 20, 1 << 22, AnswerLimits.DEFAULT, 64);

    /** The caller's own machine: an hour, and as much as memory holds. */
    public static final QueryLimits LOCAL =
            new QueryLimits(Duration.ofHours(1), Integer.MAX_VALUE, 1 << 28, AnswerLimits.NONE, 1);
}
