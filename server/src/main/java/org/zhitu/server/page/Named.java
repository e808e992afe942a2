package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhitu.graph.Knowledge;
import org.zhitu.server.naming.ConceptNames;

/**
 * Concepts as a person names them: slugs, labels or aliases in either language, with commas between.
 *
 * @param slugs   those that the graph knows, each once, in the order named
 * @param unknown the names that it does not know
 */
record Named(List<String> slugs, List<String> unknown) {
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
}
