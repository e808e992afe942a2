package org.zhitu.graph.query;

import java.util.Optional;
import org.zhitu.ontology.Language;

/** The questions of the store. */
public final class Questions {
    Questions() {}

    /** Returns all that is known of a question. */
    public Optional<QuestionCard> card(String id, Language language) {
        throw new UnsupportedOperationException();
    }
}
