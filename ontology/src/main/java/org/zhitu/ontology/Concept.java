package org.zhitu.ontology;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A concept of the curated scheme, as the loader needs it to recognise the concept in a note.
 *
 * @param slug        the last segment of the concept's IRI
 * @param kind        what sort of thing it is
 * @param prefLabels  one preferred label in each language
 * @param altLabels   other names in use, by language; possibly empty
 * @param hiddenLabels frequent misspellings, by language; never shown
 * @param broader     slugs of the more general concepts; empty for a top concept
 */
public record Concept(
        String slug,
        ConceptKind kind,
        Map<Language, String> prefLabels,
        Map<Language, List<String>> altLabels,
        Map<Language, List<String>> hiddenLabels,
        List<String> broader) {

    public Concept {
        if (!Slug.isValid(slug)) {
            throw new IllegalArgumentException("not a slug: " + slug);
        }
        Objects.requireNonNull(kind, slug);
        prefLabels = Map.copyOf(prefLabels);
        altLabels = Map.copyOf(altLabels);
        hiddenLabels = Map.copyOf(hiddenLabels);
        broader = List.copyOf(broader);
    }

    /** Returns the preferred label in the language asked for, else in the other one, else the slug. */
    public String label(Language language) {
        return Optional.ofNullable(prefLabels.get(language))
                .or(() -> Optional.ofNullable(prefLabels.get(language.other())))
                .orElse(slug);
    }
}
