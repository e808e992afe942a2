package org.zhitu.graph.study;

import java.util.List;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.NoteGaps;
import org.zhitu.graph.query.QuestionRef;

/**
 * What the notes lack. Each list says how many entries there are, gives the first of them, and the SPARQL that selects
 * them all where SPARQL can say it.
 *
 * @param goals       slugs of the goals; where none were given, every concept that the notes cover
 * @param uncovered   what the goals require, or are, and no note covers; what most steps need first, then by slug
 * @param unanswered  questions without an answer, by note and line
 * @param stubs       what a note or section is about without an answered question or a source, by label
 * @param islands     what notes mention and no relation connects with anything, by label
 * @param oneSource   what the notes give exactly one source for, by label
 * @param bottlenecks what many steps hang on; what most steps need first, then by slug. SPARQL cannot say it
 */
public record Gaps(
        List<String> goals,
        NoteGaps.Found<Uncovered> uncovered,
        NoteGaps.Found<QuestionRef> unanswered,
        NoteGaps.Found<ConceptRef> stubs,
        NoteGaps.Found<ConceptRef> islands,
        NoteGaps.Found<ConceptRef> oneSource,
        NoteGaps.Found<Bottleneck> bottlenecks) {
    public Gaps {
        goals = List.copyOf(goals);
    }

    /**
     * A concept on the way to a goal that no note covers.
     *
     * @param minutes  honest study time
     * @param neededBy how many steps require it, directly or not; 0 for a goal that nothing else requires
     */
    public record Uncovered(ConceptRef concept, int minutes, int neededBy) {}

    /**
     * A concept that many steps hang on: a third of them require it, or it alone joins parts of the way to the goals and at
     * least two steps require it.
     *
     * @param neededBy how many steps require it, directly or not
     * @param joint    whether the way falls apart without it (an articulation point of the required edges, taken without
     *                 direction; Hopcroft and Tarjan 1973)
     * @param covered  whether the notes cover it
     */
    public record Bottleneck(ConceptRef concept, int neededBy, boolean joint, boolean covered) {}
}
