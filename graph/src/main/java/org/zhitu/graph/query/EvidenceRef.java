package org.zhitu.graph.query;

/**
 * Where a statement comes from.
 *
 * @param note       the path of the note; empty for the curated scheme
 * @param line       the line, counted from 1; 0 for the curated scheme
 * @param method     the rule, or {@code curated}
 * @param confidence in [0,1], 1 = certain
 * @param quote      the note's own words, possibly empty
 */
public record EvidenceRef(String note, int line, String method, double confidence, String quote) {}
