package org.zhitu.graph.query;

import java.util.List;

/**
 * The names of all concepts from A to Z, Chinese ones by pinyin.
 *
 * @param groups by initial: A to Z, then {@code #} for all that begins otherwise
 */
public record NameIndex(List<Group> groups) {
    public NameIndex {
        groups = List.copyOf(groups);
    }

    /** The names with one initial, in order. */
    public record Group(String initial, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * One name.
     *
     * @param name    as written
     * @param alias   whether it is another name than the preferred label
     * @param concept the concept that has the name
     */
    public record Entry(String name, boolean alias, ConceptRef concept) {}
}
