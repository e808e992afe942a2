package org.zhitu.graph.study;

import java.util.List;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SectionRef;
import org.zhitu.graph.query.SourceRef;

/**
 * An order in which to learn, every required prerequisite before what needs it, except where the learner wished otherwise
 * and was warned.
 *
 * @param goal     slugs of the goals, in the order asked for
 * @param known    slugs that are taken as known, sorted
 * @param skipped  slugs that the learner leaves out, sorted
 * @param hours    the sum of the steps' hours, rounded to a quarter
 * @param total    how many steps there are; more than are listed where the path is longer than
 *                 {@link StudyPlanner#MAX_STEPS}
 * @param switches how often a step neither builds on the step before it nor shares its area
 * @param plainSwitches the same of a plain topological order of these steps: of all that is ready always the first by slug
 * @param steps    in learning order; goals that are not known are among them
 * @param cuts     edges left out because they close a cycle; empty for a sound graph
 * @param warnings where the learner's wishes break a required prerequisite, in the order of the steps; empty where nobody
 *                 wished anything
 */
public record StudyPath(
        List<String> goal,
        List<String> known,
        List<String> skipped,
        double hours,
        int total,
        int switches,
        int plainSwitches,
        List<Step> steps,
        List<Cut> cuts,
        List<Warning> warnings) {
    public StudyPath {
        goal = List.copyOf(goal);
        known = List.copyOf(known);
        skipped = List.copyOf(skipped);
        steps = List.copyOf(steps);
        cuts = List.copyOf(cuts);
        warnings = List.copyOf(warnings);
    }

    /**
     * One concept to learn.
     *
     * @param area       the top concept above it; itself where it is one
     * @param minutes    honest study time
     * @param hours      the same in hours, rounded to two digits
     * @param generation the length of the longest chain of steps before it, from 0
     * @param optional   whether only helpful edges lead to it
     * @param covered    whether the notes make the concept a topic or answer a question about it; false: the notes lack it
     * @param because    what needs it, in learning order; empty for a goal that nothing else needs
     * @param sections   the parts of notes that are about it, by note and line
     * @param questions  the notes' questions about it, answered first
     * @param sources    the notes' sources for it, by note and line
     */
    public record Step(
            String slug,
            String label,
            ConceptRef area,
            int minutes,
            double hours,
            int generation,
            boolean optional,
            boolean covered,
            List<Because> because,
            List<SectionRef> sections,
            List<QuestionRef> questions,
            List<SourceRef> sources) {
        public Step {
            because = List.copyOf(because);
            sections = List.copyOf(sections);
            questions = List.copyOf(questions);
            sources = List.copyOf(sources);
        }
    }

    /**
     * Why a step is there.
     *
     * @param neededFor      the slug of the step that needs it
     * @param neededForLabel its label
     * @param reason         why, in the language asked for
     * @param evidence       surest first: note and line, or the curated scheme
     */
    public record Because(String neededFor, String neededForLabel, String reason, List<EvidenceRef> evidence) {}

    /**
     * An edge left out because it closes a cycle: of all edges of the cycle the weakest.
     *
     * @param from       the concept that is said to build on the other
     * @param required   whether it is said to be required, not only helpful
     * @param confidence how sure that is, in [0,1]
     * @param evidence   who says so
     */
    public record Cut(
            ConceptRef from, ConceptRef to, boolean required, double confidence, List<EvidenceRef> evidence) {}

    /**
     * A required prerequisite that stands after what needs it, or is left out. It never blocks.
     *
     * @param step         what needs it
     * @param prerequisite what is needed
     * @param reason       why, in the language asked for
     */
    public record Warning(
            Breach breach, ConceptRef step, ConceptRef prerequisite, String reason, List<EvidenceRef> evidence) {}

    /** How a prerequisite is broken. */
    public enum Breach {
        /** The learner leaves it out. */
        SKIPPED,
        /** The learner puts it later. */
        LATER
    }
}
