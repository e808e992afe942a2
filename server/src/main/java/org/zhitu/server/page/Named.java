package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.search.Hit;
import org.zhitu.ontology.Language;
import org.zhitu.server.naming.ConceptNames;

/**
 * Concepts as a person names them: slugs, labels or aliases in either language, with commas between.
 *
 * @param slugs   those that the graph knows, each once, in the order named
 * @param unknown the names that it does not know
 */
record Named(List<String> slugs, List<String> unknown) {
    private static final int NEAR = 5;

    /**
     * A name that the graph does not know.
     *
     * @param near what may have been meant
     */
    record Unknown(String name, List<Hit> near) {
        static List<Unknown> of(Collection<String> names, Knowledge knowledge, Language language) {
            return names.stream()
                    .map(name -> new Unknown(
                            name,
                            knowledge.search().find(name, language, NEAR).stream()
                                    .filter(hit -> hit.type() == Hit.Type.CONCEPT)
                                    .toList()))
                    .toList();
        }
    }

    /**
     * Looks names up.
     *
     * @param parameter what the list is called where the person gave it
     */
    static Named parse(String parameter, String names, Knowledge knowledge) {
        Set<String> slugs = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String name : ConceptNames.split(parameter, List.of(names))) {
            knowledge.concepts().resolve(name).ifPresentOrElse(slugs::add, () -> unknown.add(name));
        }
        return new Named(List.copyOf(slugs), List.copyOf(unknown));
    }

    static Named of(Collection<String> slugs) {
        return new Named(List.copyOf(slugs), List.of());
    }

    /** Returns the same and some more. */
    Named and(Collection<String> more) {
        return new Named(Stream.concat(slugs.stream(), more.stream()).distinct().toList(), unknown);
    }

    /** Returns the same without some. */
    Named without(Collection<String> some) {
        return new Named(slugs.stream().filter(slug -> !some.contains(slug)).toList(), unknown);
    }

    /** Returns the slugs, then the names that are not known, with commas between. */
    public String text() {
        return Stream.concat(slugs.stream(), unknown.stream()).collect(Collectors.joining(","));
    }
}
