package org.zhitu.graph.query;

import java.util.Optional;
import org.zhitu.ontology.Language;

/** The concepts of the store. */
public final class Concepts {
    Concepts() {}

    /** Returns the slug of the concept that a person means by a slug, label or alias, Chinese or English, any case. */
    public Optional<String> resolve(String name) {
        throw new UnsupportedOperationException();
    }

    /** Returns all that is known of a concept, texts in the language asked for where there are any. */
    public Optional<ConceptCard> card(String slug, Language language) {
        throw new UnsupportedOperationException();
    }

    /** Returns what the store holds. */
    public Overview overview(Language language) {
        throw new UnsupportedOperationException();
    }
}
