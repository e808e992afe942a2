package org.zhitu.graph.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.SmallWorld;
import org.zhitu.graph.TheScheme;
import org.zhitu.graph.query.Adjacency;
import org.zhitu.ontology.Language;

class LearningOrderTest {
    private static final List<String> GOALS = List.of(
            "bert",
            "chatgpt",
            "conditional-random-field",
            "graphrag",
            "knowledge-distillation",
            "latent-dirichlet-allocation",
            "named-entity-recognition",
            "re-ranking",
            "transformer",
            "word2vec");

    @Test
    void onTheRealSchemeFewerStepsLeaveTheirAreaThanInPlainTopologicalOrder() {
        StudyPlanner planner = TheScheme.knowledge().planner();
        int ours = 0;
        int plain = 0;
        double oursOpen = 0;
        double plainOpen = 0;
        int paths = 0;
        for (String goal : GOALS) {
            Course course = planner.course(List.of(goal));
            Coherence kept = coherence(
                    course, IntStream.range(0, course.concepts().size()).toArray());
            Coherence sorted = coherence(course, bySlug(course));
            ours += kept.switches();
            plain += sorted.switches();
            oursOpen += kept.openBranches();
            plainOpen += sorted.openBranches();
            paths++;
        }
        System.out.printf(
                "switches of area over %d paths: %d, plain topological order %d; open branches %.1f, plain %.1f%n",
                paths, ours, plain, oursOpen / paths, plainOpen / paths);
        assertThat(ours).isLessThanOrEqualTo(plain * 6 / 10);
        assertThat(oursOpen).isLessThan(plainOpen);
    }

    @Test
    void theOrderIsCloseToTheBestOfAllValidOrders() {
        double ours = 0;
        double best = 0;
        for (long seed = 0; seed < 60; seed++) {
            RandomOrder random = new RandomOrder(seed, 7);
            int[] order = random.learning().from(List.of(6));
            ours += random.learning().coherence(order).cost();
            best += random.best();
        }
        System.out.printf("cost of order against the best of all valid orders: %.3f%n", ours / best);
        assertThat(ours).isLessThanOrEqualTo(best * 1.15);
    }

    @Test
    void equalInputGivesAnEqualOrder() {
        StudyPlanner one = SmallWorld.knowledge(SmallWorld.store()).planner();
        StudyPlanner other = SmallWorld.knowledge(SmallWorld.store()).planner();
        assertThat(one.path(PlanRequest.to(List.of("bert", "long-short-term-memory"), Language.ZH)))
                .isEqualTo(other.path(PlanRequest.to(List.of("bert", "long-short-term-memory"), Language.ZH)));
    }

    @Test
    void aPathOfManyThousandStepsIsOrderedToo() {
        int size = 20_000;
        long[] edges = new long[3 * size];
        Random random = new Random(5);
        for (int i = 0; i < edges.length; i++) {
            int concept = 1 + random.nextInt(size - 1);
            edges[i] = (long) concept << 32 | Math.max(0, concept - 1 - random.nextInt(50));
        }
        PrerequisiteGraph graph =
                new PrerequisiteGraph(Adjacency.of(size, edges), Adjacency.of(size, new long[0]), edge -> 1);
        BitSet steps = new BitSet();
        steps.set(0, size);
        int[] order = new LearningOrder(graph, steps, concept -> concept / 500).from(List.of(size - 1));
        assertThat(order).hasSize(size).doesNotHaveDuplicates();
        int[] place = new int[size];
        for (int at = 0; at < size; at++) {
            place[order[at]] = at;
        }
        for (int concept = 0; concept < size; concept++) {
            for (int before : graph.required().neighbours(concept)) {
                assertThat(place[before]).isLessThan(place[concept]);
            }
        }
    }

    private static Coherence coherence(Course course, int[] order) {
        List<Course.Concept> concepts = course.concepts();
        int[][] before = concepts.stream()
                .map(concept ->
                        concept.before().stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        List<String> areas =
                concepts.stream().map(Course.Concept::area).distinct().toList();
        return Coherence.of(
                order,
                before,
                concepts.stream()
                        .mapToInt(concept -> areas.indexOf(concept.area()))
                        .toArray());
    }

    /** Of all that is ready always the first by slug. */
    private static int[] bySlug(Course course) {
        List<Course.Concept> concepts = course.concepts();
        TreeSet<String> slugs = new TreeSet<>(course.places().keySet());
        List<Integer> order = new ArrayList<>();
        while (!slugs.isEmpty()) {
            String first = slugs.stream()
                    .filter(slug -> order.containsAll(
                            concepts.get(course.places().getOrDefault(slug, 0)).before()))
                    .findFirst()
                    .orElseThrow();
            order.add(course.places().get(first));
            slugs.remove(first);
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** A few steps, all of whose orders can be tried. */
    private static final class RandomOrder {
        private final int size;
        private final PrerequisiteGraph graph;
        private final LearningOrder learning;

        RandomOrder(long seed, int size) {
            this.size = size;
            Random random = new Random(seed);
            List<Long> edges = new ArrayList<>();
            for (int later = 1; later < size; later++) {
                for (int earlier = 0; earlier < later; earlier++) {
                    if (random.nextInt(3) == 0) {
                        edges.add((long) later << 32 | earlier);
                    }
                }
            }
            int[] areas = random.ints(size, 0, 3).toArray();
            graph = new PrerequisiteGraph(
                    Adjacency.of(size, edges.stream().mapToLong(Long::longValue).toArray()),
                    Adjacency.of(size, new long[0]),
                    edge -> 1);
            BitSet steps = new BitSet();
            steps.set(0, size);
            learning = new LearningOrder(graph, steps, concept -> areas[concept]);
        }

        LearningOrder learning() {
            return learning;
        }

        double best() {
            double[] best = {Double.MAX_VALUE};
            extend(
                    new int[0],
                    order -> best[0] =
                            Math.min(best[0], learning.coherence(order).cost()));
            return best[0];
        }

        private void extend(int[] order, Consumer<int[]> use) {
            if (order.length == size) {
                use.accept(order);
                return;
            }
            for (int step = 0; step < size; step++) {
                int candidate = step;
                boolean free = Arrays.stream(order).noneMatch(one -> one == candidate)
                        && Arrays.stream(graph.required().neighbours(step))
                                .allMatch(before -> Arrays.stream(order).anyMatch(one -> one == before));
                if (free) {
                    int[] longer = Arrays.copyOf(order, order.length + 1);
                    longer[order.length] = step;
                    extend(longer, use);
                }
            }
        }
    }
}
