package org.zhitu.ontology;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which concepts the scheme relates, in whatever way. Immutable. */
public final class SchemeLinks {
    private final Map<String, Set<String>> related;
    private final Map<String, Set<String>> broader;

    private SchemeLinks(Map<String, Set<String>> related, Map<String, Set<String>> broader) {
        this.related = related;
        this.broader = broader;
    }

    /** Reads them from a scheme, once. */
    public static SchemeLinks of(Scheme scheme) {
        Map<String, Set<String>> related = new HashMap<>();
        scheme.statements().find().forEachRemaining(triple -> {
            if (Relation.ofIri(triple.getPredicate().getURI()).isPresent()) {
                String from = slug(triple.getSubject().getURI());
                String to = slug(triple.getObject().getURI());
                related.computeIfAbsent(from, key -> new HashSet<>()).add(to);
                related.computeIfAbsent(to, key -> new HashSet<>()).add(from);
            }
        });
        Map<String, Set<String>> broader = new HashMap<>();
        for (Concept concept : scheme.concepts()) {
            broader.put(concept.slug(), above(concept, scheme));
        }
        return new SchemeLinks(related, broader);
    }

    /** Says whether one of two concepts, by slug, is related to the other, or is a kind of it at whatever distance. */
    public boolean relates(String one, String other) {
        return related.getOrDefault(one, Set.of()).contains(other)
                || broader.getOrDefault(one, Set.of()).contains(other)
                || broader.getOrDefault(other, Set.of()).contains(one);
    }

    private static Set<String> above(Concept concept, Scheme scheme) {
        Set<String> above = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(concept.broader());
        while (!next.isEmpty()) {
            String slug = next.pop();
            if (above.add(slug)) {
                scheme.concept(slug).ifPresent(each -> next.addAll(each.broader()));
            }
        }
        return above;
    }

    private static String slug(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
