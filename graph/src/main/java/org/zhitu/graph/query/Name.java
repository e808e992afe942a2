package org.zhitu.graph.query;

import org.zhitu.ontology.Language;

/** One name of a concept. */
public record Name(Language language, Role role, String text) {
    /** How a name is used, the best first. */
    public enum Role {
        PREFERRED,
        ALTERNATIVE,
        /** A frequent misspelling: found, never shown. */
        HIDDEN
    }
}
