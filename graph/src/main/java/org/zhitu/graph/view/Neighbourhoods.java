package org.zhitu.graph.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.Provenance;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/** The neighbourhoods of concepts. Immutable: made from one state of the store. Safe for use by many threads. */
public final class Neighbourhoods {
    /** The greatest depth that can be asked for. */
    public static final int MAX_DEPTH = 6;
    /** The most nodes that can be asked for. */
    public static final int MAX_NODES = 500;

    private final ConceptGraph graph;
    private final Provenance provenance;

    public Neighbourhoods(ConceptGraph graph, Provenance provenance) {
        this.graph = graph;
        this.provenance = provenance;
    }

    /**
     * Returns the neighbourhood of a concept; empty where there is no such concept. A concept is a prerequisite or is
     * unlocked where a chain of prerequisites among the nodes leads from it to the centre or back; required and helpful
     * ones count alike. Where the limit does not let all neighbours in, each relation gets its share, concepts with more
     * relations first.
     *
     * @param depth     steps from the centre, from 1 to {@link #MAX_DEPTH}
     * @param relations the relations to follow
     * @param limit     at most so many nodes, nearest first; at most {@link #MAX_NODES}
     */
    public Optional<Neighbourhood> around(
            String slug, int depth, Set<Relation> relations, int limit, Language language) {
        OptionalInt centre = graph.find(slug);
        if (centre.isEmpty()) {
            return Optional.empty();
        }
        int steps = Math.clamp(depth, 1, MAX_DEPTH);
        Map<Integer, Reached> reached = reach(centre.getAsInt(), steps, relations, Math.clamp(limit, 1, MAX_NODES));
        Map<Integer, Neighbourhood.Role> roles = roles(centre.getAsInt(), reached.keySet());
        Map<Integer, Box> boxes = new LayeredLayout(graph, language).place(centre.getAsInt(), reached, roles);
        List<Neighbourhood.Node> nodes = new ArrayList<>();
        reached.forEach((concept, how) -> nodes.add(node(
                concept,
                roles.getOrDefault(concept, Neighbourhood.Role.RELATED),
                how.distance(),
                boxes,
                reached.keySet(),
                language)));
        nodes.sort(Comparator.comparing(node -> node.concept().slug()));
        return Optional.of(
                new Neighbourhood(slug, steps, nodes, edges(reached.keySet(), Set.of(), relations, language)));
    }

    /**
     * Returns the neighbours of a concept that a drawing does not show yet. Asked again with what is shown by then, it
     * returns the next ones.
     *
     * @param shown     the slugs of what is shown; those that are not in the store are ignored
     * @param slug      the concept to expand
     * @param relations the relations to follow; the edges returned are of these
     * @param direction which neighbours by those relations
     * @param limit     at most so many, the most telling first
     * @return empty where there is no such concept
     */
    public Optional<Expansion> expansion(
            Collection<String> shown,
            String slug,
            Set<Relation> relations,
            Direction direction,
            int limit,
            Language language) {
        OptionalInt centre = graph.find(slug);
        if (centre.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> there = numbers(shown);
        List<Integer> appear = inTurn(centre.getAsInt(), relations).stream()
                .filter(neighbour -> direction.takes(neighbour))
                .map(Neighbour::concept)
                .distinct()
                .filter(concept -> !there.contains(concept) && concept != centre.getAsInt())
                .limit(Math.clamp(limit, 0, MAX_NODES))
                .toList();
        there.add(centre.getAsInt());
        return Optional.of(expansion(there, appear, relations, language));
    }

    /**
     * Returns concepts that a drawing does not show yet, with all their edges to what it shows.
     *
     * @param shown the slugs of what is shown
     * @param added the slugs of what comes; those that are shown or not in the store are left out
     */
    public Expansion addition(Collection<String> shown, Collection<String> added, Language language) {
        Set<Integer> there = numbers(shown);
        List<Integer> appear = numbers(added).stream()
                .filter(concept -> !there.contains(concept))
                .limit(MAX_NODES)
                .toList();
        return expansion(there, appear, EnumSet.allOf(Relation.class), language);
    }

    /** Which neighbours of a concept. */
    public enum Direction {
        /** The objects of its statements; for a symmetric relation all neighbours. */
        OUT,
        /** The subjects of statements about it. */
        IN,
        BOTH;

        private boolean takes(Neighbour neighbour) {
            return this == BOTH || neighbour.inverse() == (this == IN);
        }
    }

    private Set<Integer> numbers(Collection<String> slugs) {
        Set<Integer> numbers = new LinkedHashSet<>();
        slugs.forEach(slug -> graph.find(slug).ifPresent(numbers::add));
        return numbers;
    }

    private Expansion expansion(Set<Integer> there, List<Integer> appear, Set<Relation> relations, Language language) {
        Set<Integer> drawn = new LinkedHashSet<>(there);
        drawn.addAll(appear);
        List<Expansion.Arrival> arrivals = appear.stream()
                .map(concept -> {
                    Box box = Box.sized(graph.label(concept, language));
                    return new Expansion.Arrival(
                            graph.ref(concept, language), box.width(), box.height(), hidden(concept, drawn));
                })
                .toList();
        return new Expansion(arrivals, edges(drawn, there, relations, language));
    }

    /** Goes breadth first; at each node one neighbour of each relation and direction in turn. */
    private Map<Integer, Reached> reach(int centre, int depth, Set<Relation> relations, int limit) {
        Map<Integer, Reached> reached = new LinkedHashMap<>();
        reached.put(centre, new Reached(0, Relation.PREREQUISITE, false));
        List<Integer> front = List.of(centre);
        for (int distance = 1; distance <= depth && !front.isEmpty(); distance++) {
            List<Integer> next = new ArrayList<>();
            for (int concept : front) {
                for (Neighbour neighbour : inTurn(concept, relations)) {
                    if (reached.size() < limit && !reached.containsKey(neighbour.concept())) {
                        reached.put(
                                neighbour.concept(), new Reached(distance, neighbour.relation(), neighbour.inverse()));
                        next.add(neighbour.concept());
                    }
                }
            }
            front = next;
        }
        return reached;
    }

    /** How a concept was reached first: from its neighbour nearer to the centre, along a relation or against it. */
    record Reached(int distance, Relation relation, boolean inverse) {
        static final Comparator<Reached> NEAREST_FIRST = Comparator.comparing(Reached::distance)
                .thenComparing(Reached::relation)
                .thenComparing(Reached::inverse);
    }

    private record Neighbour(int concept, Relation relation, boolean inverse) {}

    private List<Neighbour> inTurn(int concept, Set<Relation> relations) {
        List<List<Neighbour>> groups = new ArrayList<>();
        for (Relation relation : inOrder(relations)) {
            for (boolean inverse : new boolean[] {false, true}) {
                int[] others = inverse ? graph.subjects(relation, concept) : graph.objects(relation, concept);
                groups.add(Arrays.stream(others)
                        .boxed()
                        .sorted(Comparator.comparing((Integer other) -> !isRequired(concept, relation, inverse, other))
                                .thenComparing(other -> -graph.degree(other))
                                .thenComparing(other -> other))
                        .map(other -> new Neighbour(other, relation, inverse))
                        .toList());
            }
        }
        int longest = groups.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, longest)
                .boxed()
                .flatMap(turn ->
                        groups.stream().filter(group -> turn < group.size()).map(group -> group.get(turn)))
                .toList();
    }

    private boolean isRequired(int concept, Relation relation, boolean inverse, int other) {
        return relation == Relation.PREREQUISITE
                && (inverse ? graph.isRequired(other, concept) : graph.isRequired(concept, other));
    }

    /** Prerequisites first: they carry the drawing. */
    private static List<Relation> inOrder(Set<Relation> relations) {
        return relations.stream()
                .sorted(Comparator.comparing((Relation relation) -> relation != Relation.PREREQUISITE)
                        .thenComparing(relation -> relation))
                .toList();
    }

    private Map<Integer, Neighbourhood.Role> roles(int centre, Set<Integer> drawn) {
        Map<Integer, Neighbourhood.Role> roles = new TreeMap<>();
        chain(centre, drawn, true).forEach(concept -> roles.put(concept, Neighbourhood.Role.PREREQUISITE));
        chain(centre, drawn, false).forEach(concept -> roles.putIfAbsent(concept, Neighbourhood.Role.UNLOCK));
        roles.put(centre, Neighbourhood.Role.CENTRE);
        return roles;
    }

    private Set<Integer> chain(int centre, Set<Integer> drawn, boolean prerequisites) {
        Set<Integer> found = new LinkedHashSet<>();
        List<Integer> open = new ArrayList<>(List.of(centre));
        while (!open.isEmpty()) {
            int concept = open.removeLast();
            int[] others = prerequisites
                    ? graph.objects(Relation.PREREQUISITE, concept)
                    : graph.subjects(Relation.PREREQUISITE, concept);
            for (int other : others) {
                if (other != centre && drawn.contains(other) && found.add(other)) {
                    open.add(other);
                }
            }
        }
        return found;
    }

    private Neighbourhood.Node node(
            int concept,
            Neighbourhood.Role role,
            int distance,
            Map<Integer, Box> boxes,
            Set<Integer> drawn,
            Language language) {
        Box box = boxes.getOrDefault(concept, Box.sized(""));
        return new Neighbourhood.Node(
                graph.ref(concept, language),
                role,
                distance,
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                hidden(concept, drawn));
    }

    private List<Neighbourhood.HiddenNeighbours> hidden(int concept, Set<Integer> drawn) {
        List<Neighbourhood.HiddenNeighbours> hidden = new ArrayList<>();
        for (Relation relation : Relation.values()) {
            for (boolean inverse : new boolean[] {false, true}) {
                int[] others = inverse ? graph.subjects(relation, concept) : graph.objects(relation, concept);
                int count = (int) Arrays.stream(others)
                        .filter(other -> !drawn.contains(other))
                        .count();
                if (count > 0) {
                    hidden.add(new Neighbourhood.HiddenNeighbours(relation, inverse, count));
                }
            }
        }
        return hidden;
    }

    /** The edges among drawn nodes by from, relation, to; those among the old ones are left out. */
    private List<Neighbourhood.Edge> edges(
            Set<Integer> drawn, Set<Integer> old, Set<Relation> relations, Language language) {
        List<Provenance.Edge> edges = new ArrayList<>();
        for (int from : drawn) {
            for (Relation relation : inOrder(relations)) {
                for (int to : graph.objects(relation, from)) {
                    boolean turned = relation.isSymmetric() && from > to;
                    if (drawn.contains(to) && !turned && !(old.contains(from) && old.contains(to))) {
                        edges.add(new Provenance.Edge(from, relation, to));
                    }
                }
            }
        }
        edges.sort(Comparator.comparing(Provenance.Edge::from)
                .thenComparing(Provenance.Edge::relation)
                .thenComparing(Provenance.Edge::to));
        List<Neighbourhood.Edge> drawnEdges = new ArrayList<>();
        provenance
                .grounds(edges, language)
                .forEach((edge, grounds) -> drawnEdges.add(new Neighbourhood.Edge(
                        graph.slug(edge.from()),
                        edge.relation(),
                        graph.slug(edge.to()),
                        grounds.reason(),
                        grounds.evidence())));
        return drawnEdges;
    }
}
