package org.zhitu.graph.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/**
 * All concepts of one state of the store on a map. Places are numbered from 0 with the most important concept first, so that
 * a beginning of them is always what matters most. The map is {@link #width} by {@link #height}, of which the greater is 1;
 * y grows downwards. Immutable; the same graph gives the same map, bit by bit.
 */
public final class Atlas {
    private static final List<Relation> RELATIONS = List.of(Relation.values());

    private final ConceptGraph graph;
    private final Survey survey;
    private final List<Integer> tops;
    private final int[] edges;

    /**
     * A topic area: all that lies below one top concept.
     *
     * @param concept the top concept; -1 for the area of what nobody has sorted in
     * @param x       the middle of the disc that holds its concepts
     * @param y       the middle of the disc
     * @param radius  the radius of the disc
     * @param size    how many concepts it has
     * @param lane    where its lane in the history begins, from the top; in rows
     * @param rows    how high the lane is; 0 where none of its concepts has a year
     */
    public record Area(int concept, double x, double y, double radius, int size, double lane, double rows) {}

    /**
     * Concepts of one area that hang together more than with the others.
     *
     * @param area  the number of the area
     * @param place the place of its most important concept, by which it is called
     * @param size  how many concepts it has
     */
    public record Group(int area, int place, double x, double y, double radius, int size) {}

    /**
     * One edge between two places.
     *
     * @param from the place of the subject
     * @param to   the place of the object
     */
    public record Edge(int from, Relation relation, int to) {}

    private Atlas(ConceptGraph graph, List<Integer> tops) {
        this.graph = graph;
        this.tops = List.copyOf(tops);
        this.survey = new Survey(graph, this.tops);
        this.edges = edges(graph, survey);
    }

    /**
     * Draws the map of a graph. Importance and areas are there at once; places are found when they are first asked for, which
     * takes a second or so for a thousand concepts.
     *
     * @param tops the numbers of the top concepts, in teaching order
     */
    public static Atlas of(ConceptGraph graph, List<Integer> tops) {
        return new Atlas(graph, tops);
    }

    /** Three numbers for each edge, by relation, then subject, then object; symmetric ones in one direction. */
    private static int[] edges(ConceptGraph graph, Survey survey) {
        int[] edges = new int[48];
        int count = 0;
        for (int kind = 0; kind < RELATIONS.size(); kind++) {
            Relation relation = RELATIONS.get(kind);
            for (int place = 0; place < survey.size(); place++) {
                int from = survey.concept(place);
                for (int to : graph.objects(relation, from)) {
                    if (relation.isSymmetric() && to < from) {
                        continue;
                    }
                    if (count == edges.length) {
                        edges = Arrays.copyOf(edges, 2 * count);
                    }
                    edges[count++] = place;
                    edges[count++] = kind;
                    edges[count++] = survey.place(to);
                }
            }
        }
        return Arrays.copyOf(edges, count);
    }

    /** Returns how many concepts there are. */
    public int size() {
        return survey.size();
    }

    /** Returns the width of the map. */
    public double width() {
        return survey.width();
    }

    /** Returns the height of the map. */
    public double height() {
        return survey.height();
    }

    /** Returns the areas, in teaching order; the one of what nobody has sorted in last, where there is such. */
    public List<Area> areas() {
        return List.copyOf(survey.areas());
    }

    /** Returns the communities, area by area, each with its most important first. */
    public List<Group> groups() {
        return List.copyOf(survey.groups());
    }

    /** Returns the top concept of each area, in order, by name; asks for no places. */
    public List<ConceptRef> tops(Language language) {
        return tops.stream().map(top -> graph.ref(top, language)).toList();
    }

    /** Returns the concept at a place. */
    public ConceptRef ref(int place, Language language) {
        return graph.ref(survey.concept(place), language);
    }

    /** Returns an area's top concept; the area must have one. */
    public ConceptRef ref(Area area, Language language) {
        return graph.ref(area.concept(), language);
    }

    /** Returns the number in the graph of the concept at a place. */
    public int concept(int place) {
        return survey.concept(place);
    }

    /** Returns how far from the left a place is. */
    public double x(int place) {
        return survey.x(place);
    }

    /** Returns how far from the top a place is. */
    public double y(int place) {
        return survey.y(place);
    }

    /** Returns how important a concept is, in [0,1]; 1 for the most important one. */
    public double importance(int place) {
        return survey.importance(place);
    }

    /** Returns the number of a concept's area. */
    public int area(int place) {
        return survey.area(place);
    }

    /** Returns the number of a concept's community. */
    public int group(int place) {
        return survey.group(place);
    }

    /** Returns the year in which a concept was introduced; 0 where nobody said. */
    public int year(int place) {
        return graph.year(survey.concept(place));
    }

    /** Returns how many concepts of its year and area stand above a concept in the history. */
    public int row(int place) {
        return survey.lanes().row(place);
    }

    /** Returns where a concept is in the history, from the left; 0 where it has no year. In rows. */
    public double historyX(int place) {
        return survey.lanes().x(year(place));
    }

    /** Returns where a concept is in the history, from the top; 0 where it has no year. In rows. */
    public double historyY(int place) {
        return year(place) == 0 ? 0 : survey.lanes().y(place, area(place));
    }

    /** Returns how wide the history is, in rows. */
    public double historyWidth() {
        return survey.lanes().width();
    }

    /** Returns the years in which something was introduced, ascending, with where they are in the history. */
    public SortedMap<Integer, Double> years() {
        return survey.lanes().columns();
    }

    /** Returns how many edges there are. */
    public int edgeCount() {
        return edges.length / 3;
    }

    /** Returns an edge; ordered by relation, then by subject, then by object. */
    public Edge edge(int number) {
        return new Edge(edges[3 * number], RELATIONS.get(edges[3 * number + 1]), edges[3 * number + 2]);
    }

    /** Returns the edges between the first places. */
    public List<Edge> edgesAmong(int places) {
        List<Edge> some = new ArrayList<>();
        for (int number = 0; number < edgeCount(); number++) {
            if (edges[3 * number] < places && edges[3 * number + 2] < places) {
                some.add(edge(number));
            }
        }
        return some;
    }
}
