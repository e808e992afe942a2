package org.zhitu.graph.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.SmallWorld;

/** Random graphs of prerequisites, small enough to be checked against every subset of their concepts. */
record RandomPlans(int size, List<int[]> required, List<int[]> helpful, Knowledge knowledge) {
    /** Returns a graph without cycles whose concepts are named {@code c00}, {@code c01} ... in no order of learning. */
    static RandomPlans acyclic(long seed, int size) {
        Random random = new Random(seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        List<int[]> required = new ArrayList<>();
        List<int[]> helpful = new ArrayList<>();
        double density = random.nextDouble() * 0.6;
        for (int later = 0; later < size; later++) {
            for (int earlier = 0; earlier < later; earlier++) {
                if (random.nextDouble() < density) {
                    int[] edge = {order.get(later), order.get(earlier)};
                    (random.nextInt(4) == 0 ? helpful : required).add(edge);
                }
            }
        }
        return new RandomPlans(size, required, helpful, knowledge(size, required, helpful, random));
    }

    /** Returns a graph with cycles; every edge has a confidence of its own, so that there is one weakest in each cycle. */
    static RandomPlans cyclic(long seed, int size) {
        Random random = new Random(seed);
        List<int[]> required = new ArrayList<>();
        List<int[]> helpful = new ArrayList<>();
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                if (one != other && random.nextInt(size) < 2) {
                    (random.nextInt(4) == 0 ? helpful : required).add(new int[] {one, other});
                }
            }
        }
        return new RandomPlans(size, required, helpful, knowledge(size, required, helpful, random));
    }

    static String slug(int concept) {
        return "c%02d".formatted(concept);
    }

    static List<String> slugs(BitSet concepts) {
        return concepts.stream().mapToObj(RandomPlans::slug).toList();
    }

    BitSet random(Random random, double share) {
        BitSet some = new BitSet();
        for (int i = 0; i < size; i++) {
            some.set(i, random.nextDouble() < share);
        }
        return some;
    }

    /** All that some concepts require, with themselves: by trying until nothing changes. */
    BitSet closed(BitSet concepts) {
        BitSet all = (BitSet) concepts.clone();
        boolean grown = true;
        while (grown) {
            grown = false;
            for (int[] edge : required) {
                if (all.get(edge[0]) && !all.get(edge[1])) {
                    all.set(edge[1]);
                    grown = true;
                }
            }
        }
        return all;
    }

    private static Knowledge knowledge(int size, List<int[]> required, List<int[]> helpful, Random random) {
        StringBuilder turtle = new StringBuilder("""
                PREFIX schema: <https://schema.org/>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
                PREFIX c: <https://w3id.org/zhitu/id/concept/>
                PREFIX zt: <https://w3id.org/zhitu/ontology#>
                """);
        for (int i = 0; i < size; i++) {
            turtle.append(
                    "c:%s a skos:Concept , zt:Method ; skos:prefLabel \"概念%d\"@zh ; schema:timeRequired \"PT%dM\"^^xsd:duration .\n"
                            .formatted(slug(i), i, 15 * (1 + random.nextInt(4))));
        }
        required.forEach(edge -> turtle.append(edge(edge, "required", size)));
        helpful.forEach(edge -> turtle.append(edge(edge, "helpful", size)));
        return SmallWorld.knowledge(turtle.toString());
    }

    /** How sure an edge is: another number for each. */
    static double confidence(int[] edge, int size) {
        return 1 - (edge[0] * size + edge[1]) % 97 / 100.0;
    }

    private static String edge(int[] edge, String strength, int size) {
        return "c:%s zt:prerequisite c:%s {| zt:strength zt:%s ; zt:confidence %s |} .\n"
                .formatted(slug(edge[0]), slug(edge[1]), strength, confidence(edge, size));
    }
}
