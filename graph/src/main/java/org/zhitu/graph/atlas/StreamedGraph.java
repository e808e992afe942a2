package org.zhitu.graph.atlas;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.graphstream.algorithm.PageRank;
import org.graphstream.algorithm.community.Leung;
import org.graphstream.graph.Node;
import org.graphstream.graph.implementations.SingleGraph;
import org.graphstream.stream.SinkAdapter;
import org.graphstream.ui.layout.springbox.implementations.SpringBox;

/**
 * What GraphStream knows of an undirected graph: importance, communities, places. Vertices are numbered from 0; all that is
 * keyed by strings or drawn at random in GraphStream stays in here. The same graph gives the same answers.
 */
final class StreamedGraph {
    private static final long SEED = 20_170_612L;
    private static final int COMMUNITY_ROUNDS = 24;
    private static final int MOST_STEPS = 400;

    /** GraphStream numbers all communities of a program by one counter that no lock guards. */
    private static final Object COMMUNITIES = new Object();

    private final int vertices;
    private final Links links;

    StreamedGraph(int vertices, Links links) {
        this.vertices = vertices;
        this.links = links;
    }

    /** Returns how important each vertex is: its page rank, where all together have 1. */
    double[] importance() {
        double[] ranks = new double[vertices];
        if (vertices == 0) {
            return ranks;
        }
        SingleGraph graph = graph(false);
        PageRank ranking = new PageRank();
        ranking.init(graph);
        for (int vertex = 0; vertex < vertices; vertex++) {
            ranks[vertex] = ranking.getRank(graph.getNode(vertex));
        }
        ranking.terminate();
        return ranks;
    }

    /**
     * Returns the community of each vertex, numbered from 0 in the order of their first members. A vertex without links is a
     * community of its own.
     */
    int[] communities() {
        Map<Object, Integer> numbers = new HashMap<>();
        int[] communities = new int[vertices];
        SingleGraph graph = graph(true);
        Leung spreading = new Leung(graph, "community", "weight");
        spreading.setRandom(new Random(SEED));
        spreading.setParameters(0, 0.05);
        spreading.staticMode();
        synchronized (COMMUNITIES) {
            for (int round = 0; round < COMMUNITY_ROUNDS; round++) {
                spreading.compute();
            }
        }
        int alone = 0;
        for (int vertex = 0; vertex < vertices; vertex++) {
            Node node = graph.getNode(Integer.toString(vertex));
            Object community = node == null ? "alone " + alone++ : node.getAttribute(spreading.getMarker());
            communities[vertex] = numbers.computeIfAbsent(community, some -> numbers.size());
        }
        return communities;
    }

    /** Returns the graph; where every vertex must have a link, without those that have none. */
    private SingleGraph graph(boolean linked) {
        SingleGraph graph = new SingleGraph("concepts");
        boolean[] wanted = new boolean[vertices];
        Arrays.fill(wanted, !linked);
        for (int link = 0; link < links.size(); link++) {
            wanted[links.from(link)] = true;
            wanted[links.to(link)] = true;
        }
        for (int vertex = 0; vertex < vertices; vertex++) {
            if (wanted[vertex]) {
                graph.addNode(Integer.toString(vertex));
            }
        }
        for (int link = 0; link < links.size(); link++) {
            graph.addEdge(Integer.toString(link), Integer.toString(links.from(link)), Integer.toString(links.to(link)))
                    .setAttribute("weight", (double) links.weight(link));
        }
        return graph;
    }

    /**
     * Returns a place for each vertex, x and y in turn, found by springs along the links; in no particular unit, around no
     * particular point.
     */
    double[] springs() {
        double[] places = new double[2 * vertices];
        if (vertices < 2) {
            return places;
        }
        SpringBox box = new SpringBox(false, new Random(SEED));
        box.setQuality(0.8);
        box.setGravityFactor(0.02);
        box.addAttributeSink(new SinkAdapter() {
            @Override
            public void nodeAttributeChanged(
                    String source, long time, String node, String attribute, Object old, Object value) {
                if (attribute.equals("xyz") && value instanceof Object[] xyz) {
                    int vertex = Integer.parseInt(node);
                    places[2 * vertex] = ((Number) xyz[0]).doubleValue();
                    places[2 * vertex + 1] = ((Number) xyz[1]).doubleValue();
                }
            }

            @Override
            public void nodeAttributeAdded(String source, long time, String node, String attribute, Object value) {
                nodeAttributeChanged(source, time, node, attribute, value, value);
            }
        });
        long event = 0;
        for (int vertex = 0; vertex < vertices; vertex++) {
            box.nodeAdded("atlas", event++, Integer.toString(vertex));
        }
        for (int link = 0; link < links.size(); link++) {
            box.edgeAdded(
                    "atlas",
                    event++,
                    Integer.toString(link),
                    Integer.toString(links.from(link)),
                    Integer.toString(links.to(link)),
                    false);
        }
        for (int step = 0; step < MOST_STEPS && box.getStabilization() < box.getStabilizationLimit(); step++) {
            box.compute();
        }
        return places;
    }
}
