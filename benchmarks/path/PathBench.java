package org.zhitu.graph.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.zhitu.graph.query.Adjacency;

/**
 * Plans a path to each of some goals in a graph of prerequisites: which concepts, and in which order.
 *
 * <p>Arguments: the number of concepts; a file of edges, {@code concept TAB prerequisite} a line; a file of goals, one a
 * line. Prints the milliseconds of each goal, the best of several rounds, then a summary.
 */
final class PathBench {
    private static final int ROUNDS = 300;

    private PathBench() {}

    public static void main(String[] arguments) throws IOException {
        int size = Integer.parseInt(arguments[0]);
        long[] edges = edges(Path.of(arguments[1]));
        int[] goals = Files.readAllLines(Path.of(arguments[2])).stream()
                .mapToInt(Integer::parseInt)
                .toArray();
        long start = System.nanoTime();
        PrerequisiteGraph graph =
                new PrerequisiteGraph(Adjacency.of(size, edges), Adjacency.of(size, new long[0]), edge -> 1);
        double build = (System.nanoTime() - start) / 1e6;
        double[] millis = new double[goals.length];
        Arrays.fill(millis, Double.MAX_VALUE);
        int[] steps = new int[goals.length];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < goals.length; i++) {
                long begin = System.nanoTime();
                steps[i] = plan(graph, goals[i]);
                millis[i] = Math.min(millis[i], (System.nanoTime() - begin) / 1e6);
            }
        }
        for (int i = 0; i < goals.length; i++) {
            System.out.printf(Locale.ROOT, "goal %d steps %d ms %.4f%n", goals[i], steps[i], millis[i]);
        }
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "zhitu: %d concepts, %d edges, built in %.0f ms; steps mean %.0f, most %d; mean %.3f p50 %.3f p95 %.3f max %.3f ms%n",
                size,
                graph.required().size(),
                build,
                Arrays.stream(steps).average().orElse(0),
                Arrays.stream(steps).max().orElse(0),
                Arrays.stream(millis).average().orElse(0),
                sorted[sorted.length / 2],
                sorted[(int) (sorted.length * 0.95)],
                sorted[sorted.length - 1]);
    }

    /** Chooses and orders the steps, as {@code StudyPlanner} does before it looks up what to say about them. */
    private static int plan(PrerequisiteGraph graph, int goal) {
        Outline outline =
                Outline.of(graph, List.of(goal), new BitSet(), new BitSet(), StudyPlanner.Extent.REQUIRED);
        return new LearningOrder(graph, outline.steps(), concept -> concept / 250).from(List.of(goal)).length;
    }

    private static long[] edges(Path file) throws IOException {
        long[] edges = new long[1024];
        int count = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (count == edges.length) {
                    edges = Arrays.copyOf(edges, 2 * count);
                }
                edges[count++] = Long.parseLong(line.substring(0, tab)) << 32 | Integer.parseInt(line.substring(tab + 1));
            }
        }
        return Arrays.copyOf(edges, count);
    }
}
