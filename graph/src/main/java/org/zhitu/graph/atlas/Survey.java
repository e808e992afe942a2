package org.zhitu.graph.atlas;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.Lazy;

/**
 * Measures a graph and places its concepts, from the inside out: concepts in their community, communities in their area,
 * areas on the map; at each level where springs would have them, then packed without overlap. So everything that hangs
 * together stands together, and every concept has the same room whatever the size of the graph.
 */
final class Survey {
    /** The most discs that springs place; more stand in a spiral, the most important in the middle. */
    private static final int MOST_SPRINGS = 400;

    /** Communities with fewer concepts join another one of their area. */
    private static final int LEAST_GROUP = 4;

    private static final double GROUP_GAP = 1.2;
    private static final double AREA_GAP = 2;
    private static final double FLATNESS = 1.45;

    private final int[] concepts;
    private final int[] places;
    private final double[] importance;
    private final int[] areaOf;
    private final int[] groupOf;
    private final double[] x;
    private final double[] y;
    private final List<Atlas.Area> areas = new ArrayList<>();
    private final List<Atlas.Group> groups = new ArrayList<>();
    private final Lanes lanes;

    /** Whether concepts have their places: found when they are first asked for, since that takes longest. */
    private final Lazy<Boolean> placed;

    private double width = 1;
    private double height = 1;

    Survey(ConceptGraph graph, List<Integer> tops) {
        int size = graph.size();
        Links byConcept = Links.between(graph);
        double[] ranks = new StreamedGraph(size, byConcept).importance();
        this.concepts = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(concept -> -ranks[concept])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue)
                .toArray();
        this.places = new int[size];
        this.importance = new double[size];
        for (int place = 0; place < size; place++) {
            places[concepts[place]] = place;
            importance[place] = ranks[concepts[place]] / ranks[concepts[0]];
        }
        Links links = byConcept.renumbered(concept -> places[concept]);
        Regions regions = new Regions(graph, tops, byConcept);
        boolean unsorted = IntStream.range(0, size).anyMatch(concept -> regions.of(concept) < 0);
        int count = tops.size() + (unsorted ? 1 : 0);
        this.areaOf = Arrays.stream(concepts)
                .map(concept -> regions.of(concept) < 0 ? tops.size() : regions.of(concept))
                .toArray();
        this.groupOf = new int[size];
        this.x = new double[size];
        this.y = new double[size];
        int[] years = Arrays.stream(concepts).map(graph::year).toArray();
        this.lanes = new Lanes(years, areaOf, count);
        this.placed = new Lazy<>(() -> {
            place(links, tops, count);
            return true;
        });
    }

    private void place(Links links, List<Integer> tops, int count) {
        int[][] members = members(areaOf, count);
        List<List<Cluster>> clusters = new ArrayList<>();
        Discs[] inner = new Discs[count];
        double[][] bodies = new double[count][];
        for (int area = 0; area < count; area++) {
            clusters.add(clusters(members[area], links));
            inner[area] = packed(clusters.get(area), links);
            bodies[area] = body(clusters.get(area), inner[area]);
        }
        Links between = links.renumbered(place -> areaOf[place]);
        Discs outer = new Discs(wished(count, between), bodies, FLATNESS);
        for (int area = 0; area < count; area++) {
            double middleX = outer.places()[2 * area];
            double middleY = outer.places()[2 * area + 1];
            int concept = area < tops.size() ? tops.get(area) : -1;
            areas.add(new Atlas.Area(
                    concept,
                    middleX,
                    middleY,
                    inner[area].radius(),
                    members[area].length,
                    lanes.top(area),
                    lanes.height(area)));
            for (int cluster = 0; cluster < clusters.get(area).size(); cluster++) {
                settle(
                        area,
                        clusters.get(area).get(cluster),
                        middleX + inner[area].places()[2 * cluster],
                        middleY + inner[area].places()[2 * cluster + 1]);
            }
        }
        normalise();
    }

    /** Returns the discs of an area's communities, with room around them. */
    private static double[] body(List<Cluster> clusters, Discs inner) {
        double[] body = new double[3 * clusters.size()];
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            body[3 * cluster] = inner.places()[2 * cluster];
            body[3 * cluster + 1] = inner.places()[2 * cluster + 1];
            body[3 * cluster + 2] = clusters.get(cluster).discs().radius() + AREA_GAP;
        }
        return body;
    }

    /** A community with its concepts placed around the point 0, 0. */
    private static final class Cluster {
        private final int[] members;
        private final Discs discs;

        Cluster(int[] members, Discs discs) {
            this.members = members;
            this.discs = discs;
        }

        int[] members() {
            return members;
        }

        Discs discs() {
            return discs;
        }
    }

    private static int[][] members(int[] numbers, int count) {
        int[] sizes = new int[count];
        Arrays.stream(numbers).forEach(number -> sizes[number]++);
        int[][] members = new int[count][];
        Arrays.setAll(members, number -> new int[sizes[number]]);
        Arrays.fill(sizes, 0);
        for (int place = 0; place < numbers.length; place++) {
            members[numbers[place]][sizes[numbers[place]]++] = place;
        }
        return members;
    }

    /** Returns the communities of an area, that with the most important concept first. */
    private List<Cluster> clusters(int[] area, Links links) {
        int[] local = new int[concepts.length];
        Arrays.fill(local, -1);
        for (int i = 0; i < area.length; i++) {
            local[area[i]] = i;
        }
        Links within = links.renumbered(place -> local[place]);
        int[] numbers = joined(new StreamedGraph(area.length, within).communities(), within);
        List<Cluster> clusters = new ArrayList<>();
        for (int[] cluster : members(numbers, Arrays.stream(numbers).max().orElse(-1) + 1)) {
            if (cluster.length > 0) {
                clusters.add(cluster(Arrays.stream(cluster).map(i -> area[i]).toArray(), links));
            }
        }
        return clusters;
    }

    /** Lets small communities join the one that they have most links to, else the first. */
    private static int[] joined(int[] numbers, Links links) {
        int count = Arrays.stream(numbers).max().orElse(-1) + 1;
        int[] sizes = new int[count];
        Arrays.stream(numbers).forEach(number -> sizes[number]++);
        int[] target = new int[count];
        Arrays.setAll(target, number -> sizes[number] < LEAST_GROUP ? 0 : number);
        int[] strongest = new int[count];
        Links between = links.renumbered(vertex -> numbers[vertex]);
        for (int link = 0; link < between.size(); link++) {
            join(between.from(link), between.to(link), between.weight(link), sizes, strongest, target);
            join(between.to(link), between.from(link), between.weight(link), sizes, strongest, target);
        }
        return Arrays.stream(numbers).map(number -> target[number]).toArray();
    }

    private static void join(int small, int large, int weight, int[] sizes, int[] strongest, int[] target) {
        if (sizes[small] < LEAST_GROUP && sizes[large] >= LEAST_GROUP && weight > strongest[small]) {
            strongest[small] = weight;
            target[small] = large;
        }
    }

    private Cluster cluster(int[] members, Links links) {
        int[] local = new int[concepts.length];
        Arrays.fill(local, -1);
        for (int i = 0; i < members.length; i++) {
            local[members[i]] = i;
        }
        double[] radii = Arrays.stream(members)
                .mapToDouble(place -> room(importance[place]))
                .toArray();
        double[] wished = wished(members.length, links.renumbered(place -> local[place]));
        return new Cluster(members, Discs.packed(wished, radii));
    }

    private static double room(double importance) {
        return 1 + 1.4 * Math.sqrt(importance);
    }

    private Discs packed(List<Cluster> clusters, Links links) {
        int[] local = new int[concepts.length];
        Arrays.fill(local, -1);
        double[] radii = new double[clusters.size()];
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            for (int place : clusters.get(cluster).members()) {
                local[place] = cluster;
            }
            radii[cluster] = clusters.get(cluster).discs().radius() + GROUP_GAP;
        }
        return Discs.packed(wished(clusters.size(), links.renumbered(place -> local[place])), radii);
    }

    private static double[] wished(int vertices, Links links) {
        if (vertices <= MOST_SPRINGS) {
            return new StreamedGraph(vertices, links).springs();
        }
        double[] spiral = new double[2 * vertices];
        for (int vertex = 0; vertex < vertices; vertex++) {
            double angle = 2.399963229728653 * vertex;
            spiral[2 * vertex] = Math.sqrt(vertex) * StrictMath.cos(angle);
            spiral[2 * vertex + 1] = Math.sqrt(vertex) * StrictMath.sin(angle);
        }
        return spiral;
    }

    private void settle(int area, Cluster cluster, double middleX, double middleY) {
        double[] inner = cluster.discs().places();
        for (int i = 0; i < cluster.members().length; i++) {
            int place = cluster.members()[i];
            groupOf[place] = groups.size();
            x[place] = middleX + inner[2 * i];
            y[place] = middleY + inner[2 * i + 1];
        }
        groups.add(new Atlas.Group(
                area, cluster.members()[0], middleX, middleY, cluster.discs().radius(), cluster.members().length));
    }

    /** Scales all so that the map begins at 0, 0 and its longer side is 1. */
    private void normalise() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Atlas.Area area : areas) {
            double edge = area.radius() + AREA_GAP / 2;
            left = Math.min(left, area.x() - edge);
            top = Math.min(top, area.y() - edge);
            right = Math.max(right, area.x() + edge);
            bottom = Math.max(bottom, area.y() + edge);
        }
        if (areas.isEmpty()) {
            return;
        }
        double scale = 1 / Math.max(right - left, bottom - top);
        double dx = left;
        double dy = top;
        width = (right - left) * scale;
        height = (bottom - top) * scale;
        for (int place = 0; place < x.length; place++) {
            x[place] = (x[place] - dx) * scale;
            y[place] = (y[place] - dy) * scale;
        }
        areas.replaceAll(area -> new Atlas.Area(
                area.concept(),
                (area.x() - dx) * scale,
                (area.y() - dy) * scale,
                area.radius() * scale,
                area.size(),
                area.lane(),
                area.rows()));
        groups.replaceAll(group -> new Atlas.Group(
                group.area(),
                group.place(),
                (group.x() - dx) * scale,
                (group.y() - dy) * scale,
                group.radius() * scale,
                group.size()));
    }

    int size() {
        return concepts.length;
    }

    int concept(int place) {
        return concepts[place];
    }

    int place(int concept) {
        return places[concept];
    }

    double importance(int place) {
        return importance[place];
    }

    int area(int place) {
        return areaOf[place];
    }

    int group(int place) {
        placed.value();
        return groupOf[place];
    }

    double x(int place) {
        placed.value();
        return x[place];
    }

    double y(int place) {
        placed.value();
        return y[place];
    }

    double width() {
        placed.value();
        return width;
    }

    double height() {
        placed.value();
        return height;
    }

    List<Atlas.Area> areas() {
        placed.value();
        return areas;
    }

    List<Atlas.Group> groups() {
        placed.value();
        return groups;
    }

    Lanes lanes() {
        return lanes;
    }
}
