package org.zhitu.graph.query;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhitu.ontology.Language;

/** Turns concept numbers and rows into things by name. */
final class Refs {
    static final Comparator<ConceptRef> BY_LABEL = Comparator.comparing(
                    ConceptRef::label, String.CASE_INSENSITIVE_ORDER)
            .thenComparing(ConceptRef::label)
            .thenComparing(ConceptRef::slug);

    private Refs() {}

    static List<ConceptRef> byLabel(ConceptGraph graph, Collection<Integer> concepts, Language language) {
        return concepts.stream()
                .map(concept -> graph.ref(concept, language))
                .sorted(BY_LABEL)
                .toList();
    }

    /** Texts by language tag, tags sorted; the first text of a language wins. */
    static void putFirst(Map<String, String> texts, NamedQuery.Row row, String variable) {
        texts.putIfAbsent(row.language(variable), row.text(variable));
    }

    static Map<String, String> texts() {
        return new TreeMap<>();
    }
}
