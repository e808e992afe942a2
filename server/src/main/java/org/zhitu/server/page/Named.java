package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhitu.graph.Knowledge;

/**
 * Concepts as a person names them: slugs, labels or aliases in either language, with commas between.
 *
 * @param slugs   those that the graph knows, each once, in the order named
 * @param unknown the names that it does not know
 */
record Named(List<String> slugs, List<String> unknown) {
    /** The most names that are read. */
    static final int MOST = 500;

    static Named parse(String names, Knowledge knowledge) {
        Set<String> slugs = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        String[] parts = names.split("[,，、;；\\n]", -1);
        for (int i = 0; i < Math.min(parts.length, MOST); i++) {
            String name = parts[i].strip();
            if (!name.isEmpty()) {
                Optional<String> slug = knowledge.concepts().resolve(name);
                slug.ifPresentOrElse(slugs::add, () -> unknown.add(name));
            }
        }
        return new Named(List.copyOf(slugs), List.copyOf(unknown));
    }
}
