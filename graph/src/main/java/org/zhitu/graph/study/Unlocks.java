package org.zhitu.graph.study;

import java.util.List;
import org.zhitu.graph.query.ConceptRef;

/**
 * What requires a concept, directly or not, by how many edges away it is.
 *
 * @param total  how many concepts, counted up to 10 000
 * @param levels from 1: what requires it directly
 * @param sparql selects the first level
 */
public record Unlocks(ConceptRef concept, int total, List<Level> levels, String sparql) {
    public Unlocks {
        levels = List.copyOf(levels);
    }

    /**
     * The concepts that are equally far away.
     *
     * @param level    the fewest required edges from them to the concept
     * @param count    how many there are
     * @param concepts the first of them: those that need the fewest others, then by slug
     */
    public record Level(int level, int count, List<Item> concepts) {
        public Level {
            concepts = List.copyOf(concepts);
        }
    }

    /**
     * One concept that is unlocked.
     *
     * @param minutes honest study time
     * @param also    what else it directly requires that is not known, by slug; empty: it is ready once the concept is known
     */
    public record Item(ConceptRef concept, int minutes, List<ConceptRef> also) {
        public Item {
            also = List.copyOf(also);
        }
    }
}
