package org.zhitu.ontology;

import java.util.Map;
import java.util.Optional;

/**
 * A term of the vocabulary with its documentation.
 *
 * @param name        its local name, such as {@code prerequisite}
 * @param sort        what it is
 * @param labels      by language
 * @param definitions by language
 * @param answers     the competency question that needs it, by language; empty for an individual
 * @param example    a use of it in Turtle, relative IRIs below the base; prefixes are those of the vocabulary
 * @param above       the IRI of the class or property it specialises
 * @param domain      the IRI of the class of its subjects
 * @param range       the IRI of the class or datatype of its values
 */
public record Term(
        String name,
        Sort sort,
        Map<Language, String> labels,
        Map<Language, String> definitions,
        Map<Language, String> answers,
        String example,
        Optional<String> above,
        Optional<String> domain,
        Optional<String> range) {

    /** What a term is. */
    public enum Sort {
        CLASS,
        INDIVIDUAL,
        PROPERTY
    }

    public Term {
        labels = Map.copyOf(labels);
        definitions = Map.copyOf(definitions);
        answers = Map.copyOf(answers);
    }

    /** Returns the term's IRI. */
    public String iri() {
        return Zt.NS + name;
    }
}
