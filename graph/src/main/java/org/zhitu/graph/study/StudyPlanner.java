package org.zhitu.graph.study;

import java.util.Collection;
import org.zhitu.ontology.Language;

/** Plans what to learn. Immutable: made from one state of the store. All names are slugs that the store knows. */
public final class StudyPlanner {
    /** The most steps that one path or list returns. */
    public static final int MAX_STEPS = 1000;

    StudyPlanner() {}

    /** Returns the smallest order of steps that leads to the goals, minus what is known and what only that needed. */
    public StudyPath path(Collection<String> goals, Collection<String> known, Language language) {
        throw new UnsupportedOperationException();
    }

    /** Returns what is ready to be learned by a person who knows some concepts and what those require. */
    public NextSteps next(Collection<String> known, int limit, Language language) {
        throw new UnsupportedOperationException();
    }
}
