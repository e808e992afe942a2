package org.zhitu.graph.query;

import java.util.List;

/**
 * A concept with what lies below it in the hierarchy.
 *
 * @param concept  the concept
 * @param size     how many concepts lie below it, at any depth, each counted once
 * @param narrower the next more special ones, by label; empty where the tree ends or where the concept stands above itself
 */
public record TopicTree(ConceptRef concept, int size, List<TopicTree> narrower) {
    /** The deepest that a tree goes. */
    public static final int MAX_DEPTH = 12;

    public TopicTree {
        narrower = List.copyOf(narrower);
    }
}
