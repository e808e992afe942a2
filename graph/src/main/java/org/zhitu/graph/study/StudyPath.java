package org.zhitu.graph.study;

import java.util.List;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SourceRef;

/**
 * An order in which to learn, every required prerequisite before what needs it.
 *
 * @param goal  slugs of the goals
 * @param known slugs that are taken as known
 * @param hours the sum of the steps' hours, rounded to a quarter
 * @param steps in learning order; goals that are not known are among them
 * @param cuts  edges left out because they close a cycle; empty for a sound graph
 */
public record StudyPath(List<String> goal, List<String> known, double hours, List<Step> steps, List<Cut> cuts) {
    /**
     * One concept to learn.
     *
     * @param minutes    honest study time
     * @param hours      the same in hours, rounded to two digits
     * @param generation the length of the longest chain of steps before it, from 0
     * @param optional   whether only helpful edges lead to it
     * @param covered    whether the notes make the concept a topic or answer a question about it
     * @param because    what needs it; empty for a goal
     * @param questions  the notes' questions about it
     * @param sources    the notes' sources for it
     */
    public record Step(
            String slug,
            String label,
            int minutes,
            double hours,
            int generation,
            boolean optional,
            boolean covered,
            List<Because> because,
            List<QuestionRef> questions,
            List<SourceRef> sources) {}

    /**
     * Why a step is there.
     *
     * @param neededFor      the slug of the step that needs it
     * @param neededForLabel its label
     * @param reason         why, in the language asked for
     */
    public record Because(String neededFor, String neededForLabel, String reason, List<EvidenceRef> evidence) {}

    /** An edge left out. */
    public record Cut(ConceptRef from, ConceptRef to) {}
}
