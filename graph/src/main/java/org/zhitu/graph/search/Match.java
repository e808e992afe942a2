package org.zhitu.graph.search;

/**
 * One way in which an entry matches.
 *
 * @param score smaller is better; see {@link Matcher}
 * @param tier  how it matches
 * @param entry the entry
 * @param from  where in the entry's wording
 * @param to    where it ends
 */
record Match(long score, Tier tier, int entry, int from, int to) {
    /** How an entry matches, the best first. */
    enum Tier {
        LABEL(0),
        ALIAS(1),
        BEGINNING(2),
        WORDS(3),
        INSIDE(4),
        NEARLY(5),
        MENTIONED(6),
        PINYIN(7),
        FUZZY(8);

        private final int rank;

        Tier(int rank) {
            this.rank = rank;
        }

        int rank() {
            return rank;
        }
    }
}
