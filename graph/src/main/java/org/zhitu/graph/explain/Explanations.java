package org.zhitu.graph.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.Provenance;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.query.Sources;
import org.zhitu.graph.query.StudyQueries;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/** Explains how two concepts hang together and in what they differ. Immutable. Safe for use by many threads. */
public final class Explanations {
    /** The longest explanation, in hops. */
    public static final int MAX_HOPS = 8;

    /** The most explanations of one answer. */
    public static final int MAX_EXPLANATIONS = 50;

    /** How many beginnings of explanations may be kept before the search ends. */
    private static final int EFFORT = 200_000;

    private final ConceptGraph concepts;
    private final Provenance provenance;
    private final StudyQueries queries;
    private final Comparisons comparisons;

    /** Explains the concepts of a graph; looks up reasons, questions and sources. */
    public Explanations(
            ConceptGraph concepts, Provenance provenance, Questions questions, Sources sources, StudyQueries queries) {
        this.concepts = concepts;
        this.provenance = provenance;
        this.queries = queries;
        this.comparisons = new Comparisons(concepts, questions, sources, queries);
    }

    /** Returns how telling a relation is, from 0, the most: what a thing is made from tells more than what it resembles. */
    static int rank(Relation relation) {
        return switch (relation) {
            case PREREQUISITE -> 0;
            case VARIANT_OF -> 1;
            case PART_OF -> 2;
            case USED_FOR -> 3;
            case CONTRASTS_WITH -> 4;
            case BROADER -> 5;
            case RELATED -> 6;
        };
    }

    /**
     * Returns the shortest explanations.
     *
     * @param from      a slug
     * @param to        a slug
     * @param relations those that may be walked, in either direction
     * @param count     at most so many; at most {@link #MAX_EXPLANATIONS}
     * @throws IllegalArgumentException if a concept is not in the store
     */
    public Between between(String from, String to, Set<Relation> relations, int count, Language language) {
        int first = find(from);
        int last = find(to);
        Set<Relation> walked = relations.isEmpty() ? EnumSet.noneOf(Relation.class) : EnumSet.copyOf(relations);
        Ways ways = new Ways(concepts, walked, MAX_HOPS, EFFORT);
        List<int[]> found = ways.find(first, last, Math.clamp(count, 0, MAX_EXPLANATIONS));
        Set<Provenance.Edge> edges = new LinkedHashSet<>();
        for (int[] way : found) {
            for (int hop = 1; hop < way.length; hop++) {
                edges.addAll(edges(way[hop - 1], way[hop], walked));
            }
        }
        Map<Provenance.Edge, Provenance.Grounds> grounds = provenance.grounds(edges, language);
        return new Between(
                concepts.ref(first, language),
                concepts.ref(last, language),
                new TreeSet<>(walked),
                found.stream()
                        .map(way -> explanation(way, walked, grounds, language))
                        .toList(),
                ways.isComplete(),
                queries.between(from, to, walked));
    }

    /**
     * Returns what two concepts share and what only one of them has.
     *
     * @param one   a slug
     * @param other a slug
     * @param limit at most so many entries in each list
     * @throws IllegalArgumentException if a concept is not in the store
     */
    public Comparison compare(String one, String other, int limit, Language language) {
        return comparisons.of(find(one), find(other), Math.max(0, limit), language);
    }

    private Explanation explanation(
            int[] way, Set<Relation> walked, Map<Provenance.Edge, Provenance.Grounds> grounds, Language language) {
        List<Explanation.Hop> hops = new ArrayList<>();
        for (int hop = 1; hop < way.length; hop++) {
            int from = way[hop - 1];
            int to = way[hop];
            hops.add(new Explanation.Hop(
                    concepts.ref(from, language),
                    concepts.ref(to, language),
                    edges(from, to, walked).stream()
                            .map(edge -> statement(edge, from, grounds, language))
                            .toList()));
        }
        return new Explanation(hops);
    }

    private Explanation.Statement statement(
            Provenance.Edge edge, int from, Map<Provenance.Edge, Provenance.Grounds> grounds, Language language) {
        Provenance.Grounds why = grounds.getOrDefault(edge, new Provenance.Grounds("", List.of()));
        return new Explanation.Statement(
                concepts.ref(edge.from(), language),
                edge.relation(),
                concepts.ref(edge.to(), language),
                edge.from() == from,
                why.reason(),
                why.evidence());
    }

    /** The edges between two concepts in either direction, the most telling first. */
    private List<Provenance.Edge> edges(int from, int to, Set<Relation> walked) {
        List<Provenance.Edge> edges = new ArrayList<>();
        for (Relation relation : walked) {
            if (concepts.has(from, relation, to)) {
                edges.add(new Provenance.Edge(from, relation, to));
            }
            if (!relation.isSymmetric() && concepts.has(to, relation, from)) {
                edges.add(new Provenance.Edge(to, relation, from));
            }
        }
        edges.sort(Comparator.comparing((Provenance.Edge edge) -> rank(edge.relation())));
        return edges;
    }

    private int find(String slug) {
        return concepts.find(slug).orElseThrow(() -> new IllegalArgumentException("no such concept: " + slug));
    }
}
