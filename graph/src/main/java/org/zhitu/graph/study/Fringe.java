package org.zhitu.graph.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.zhitu.graph.query.Adjacency;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.StudyQueries;
import org.zhitu.ontology.Language;

/** The edge of what a person knows: what is ready, and what comes within reach. */
final class Fringe {
    private final ConceptGraph concepts;
    private final PrerequisiteGraph graph;
    private final StudyQueries queries;

    /** How many concepts require a concept, plus one; 0 where nobody has asked yet. */
    private final AtomicIntegerArray dependants;

    Fringe(ConceptGraph concepts, PrerequisiteGraph graph, StudyQueries queries) {
        this.concepts = concepts;
        this.graph = graph;
        this.queries = queries;
        this.dependants = new AtomicIntegerArray(concepts.size());
    }

    NextSteps next(
            Collection<String> known,
            BitSet mastered,
            List<Integer> goals,
            NextSteps.Rank rank,
            int limit,
            Language language) {
        Map<Integer, Integer> toGoal = toGoal(goals, mastered);
        List<Integer> ready = new ArrayList<>();
        for (int concept = mastered.nextClearBit(0);
                concept < graph.size();
                concept = mastered.nextClearBit(concept + 1)) {
            if (graph.isReady(concept, mastered)) {
                ready.add(concept);
            }
        }
        ready.sort(order(rank, toGoal));
        return new NextSteps(
                List.copyOf(new TreeSet<>(known)),
                goals.stream().map(concepts::slug).toList(),
                rank,
                ready.size(),
                ready.stream()
                        .limit(limit)
                        .map(concept -> step(concept, mastered, toGoal, language))
                        .toList(),
                queries.next(mastered.stream().mapToObj(concepts::slug).toList()));
    }

    private Comparator<Integer> order(NextSteps.Rank rank, Map<Integer, Integer> toGoal) {
        Comparator<Integer> unlocks = Comparator.comparing(concept -> -unlocks(concept));
        Comparator<Integer> time = Comparator.comparing(concept -> StudyPlanner.minutes(concepts, concept));
        Comparator<Integer> goal = Comparator.comparing(concept -> toGoal.getOrDefault(concept, Integer.MAX_VALUE));
        Comparator<Integer> first = switch (rank) {
            case UNLOCKS -> unlocks;
            case TIME -> time;
            case GOAL -> goal;
        };
        return first.thenComparing(unlocks)
                .thenComparing(time)
                .thenComparing(goal)
                .thenComparing(concept -> concept);
    }

    private NextSteps.Step step(int concept, BitSet mastered, Map<Integer, Integer> toGoal, Language language) {
        return new NextSteps.Step(
                concepts.ref(concept, language),
                StudyPlanner.minutes(concepts, concept),
                unlocks(concept),
                opens(concept, mastered),
                toGoal.getOrDefault(concept, -1),
                refs(Arrays.stream(graph.required().neighbours(concept)), language));
    }

    private int opens(int concept, BitSet mastered) {
        BitSet then = (BitSet) mastered.clone();
        then.set(concept);
        return (int) Arrays.stream(graph.requiredBy().neighbours(concept))
                .filter(after -> !mastered.get(after) && graph.isReady(after, then))
                .count();
    }

    /** By concept below a goal, the fewest required edges to one; goals and ways that are known are left out. */
    private Map<Integer, Integer> toGoal(List<Integer> goals, BitSet mastered) {
        Map<Integer, Integer> distances = new HashMap<>();
        List<Integer> open = new ArrayList<>();
        for (int goal : goals) {
            if (!mastered.get(goal) && distances.putIfAbsent(goal, 0) == null) {
                open.add(goal);
            }
        }
        for (int i = 0; i < open.size(); i++) {
            int distance = distances.getOrDefault(open.get(i), 0) + 1;
            for (int before : graph.required().neighbours(open.get(i))) {
                if (!mastered.get(before) && distances.putIfAbsent(before, distance) == null) {
                    open.add(before);
                }
            }
        }
        return distances;
    }

    private int unlocks(int concept) {
        int known = dependants.get(concept);
        if (known == 0) {
            known = graph.countDependants(concept) + 1;
            dependants.set(concept, known);
        }
        return known - 1;
    }

    Unlocks unlocks(int concept, BitSet mastered, int limit, Language language) {
        List<Unlocks.Level> levels = new ArrayList<>();
        Adjacency above = graph.requiredBy();
        BitSet seen = new BitSet();
        seen.set(concept);
        int[] level = {concept};
        int total = 0;
        while (level.length > 0 && total < PrerequisiteGraph.MAX_COUNT) {
            level = Arrays.stream(level)
                    .flatMap(from -> Arrays.stream(above.neighbours(from)))
                    .filter(after -> !seen.get(after))
                    .distinct()
                    .sorted()
                    .limit(PrerequisiteGraph.MAX_COUNT - total)
                    .toArray();
            Arrays.stream(level).forEach(seen::set);
            total += level.length;
            if (level.length > 0) {
                levels.add(level(levels.size() + 1, level, concept, mastered, limit, language));
            }
        }
        return new Unlocks(concepts.ref(concept, language), total, levels, queries.unlocks(concepts.slug(concept)));
    }

    private Unlocks.Level level(int number, int[] members, int concept, BitSet mastered, int limit, Language language) {
        Map<Integer, int[]> also = new HashMap<>();
        for (int member : members) {
            also.put(
                    member,
                    Arrays.stream(graph.required().neighbours(member))
                            .filter(before -> before != concept && !mastered.get(before))
                            .toArray());
        }
        List<Unlocks.Item> items = Arrays.stream(members)
                .boxed()
                .sorted(Comparator.comparing((Integer member) -> also.getOrDefault(member, new int[0]).length)
                        .thenComparing(member -> member))
                .limit(limit)
                .map(member -> new Unlocks.Item(
                        concepts.ref(member, language),
                        StudyPlanner.minutes(concepts, member),
                        refs(Arrays.stream(also.getOrDefault(member, new int[0])), language)))
                .toList();
        return new Unlocks.Level(number, members.length, items);
    }

    private List<ConceptRef> refs(IntStream some, Language language) {
        return some.mapToObj(concept -> concepts.ref(concept, language)).toList();
    }
}
