package org.zhitu.graph.placement;

/**
 * What a learner said about one concept.
 *
 * @param slug  the concept
 * @param knows whether the learner knew it; who is not sure does not reply
 */
public record Reply(String slug, boolean knows) {}
