package org.zhitu.graph.search;

/**
 * One way in which an entry matches.
 *
 * @param score smaller is better; see {@link Matcher}
 * @param entry the entry
 * @param from  where in the entry's wording
 * @param to    where it ends
 */
record Match(long score, int entry, int from, int to) {
    /** How an entry matches, the best first. */
    enum Tier {
        LABEL(0),
        ALIAS(1),
        BEGINNING(2),
        WORDS(3),
        INSIDE(4),
        MENTIONED(5),
        PINYIN(6),
        FUZZY(7);

        private final int rank;

        Tier(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }
    }
}
