package org.zhitu.graph.placement;

import java.util.BitSet;
import java.util.List;
import org.zhitu.graph.study.Course;

/** How far knowing and not knowing reach along a course. */
final class Reach {
    private Reach() {}

    /** Returns a concept and all that it requires: what is known with it. */
    static BitSet down(Course course, int place) {
        BitSet reach = new BitSet();
        reach.set(place);
        for (int at = place; at >= 0; at = at == 0 ? -1 : reach.previousSetBit(at - 1)) {
            course.concepts().get(at).before().forEach(reach::set);
        }
        return reach;
    }

    /** Returns a concept and all that requires it: what is not known without it. */
    static BitSet up(Course course, int place) {
        BitSet reach = new BitSet();
        reach.set(place);
        List<Course.Concept> concepts = course.concepts();
        for (int at = place + 1; at < concepts.size(); at++) {
            if (concepts.get(at).before().stream().anyMatch(reach::get)) {
                reach.set(at);
            }
        }
        return reach;
    }
}
