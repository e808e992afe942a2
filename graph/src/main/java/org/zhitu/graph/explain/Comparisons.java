package org.zhitu.graph.explain;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.zhitu.graph.query.ConceptGraph;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.graph.query.Sources;
import org.zhitu.graph.query.StudyQueries;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;
import org.zhitu.ontology.SourceAddress;

/** Puts two concepts side by side. */
final class Comparisons {
    private final ConceptGraph graph;
    private final Questions questions;
    private final Sources sources;
    private final StudyQueries queries;

    Comparisons(ConceptGraph graph, Questions questions, Sources sources, StudyQueries queries) {
        this.graph = graph;
        this.questions = questions;
        this.sources = sources;
        this.queries = queries;
    }

    Comparison of(int a, int b, int limit, Language language) {
        List<String> slugs = List.of(graph.slug(a), graph.slug(b));
        Map<String, List<QuestionRef>> asked = questions.about(slugs);
        Map<String, List<SourceRef>> given = sources.about(slugs);
        return new Comparison(
                graph.ref(a, language),
                graph.ref(b, language),
                concepts(a, b, concept -> graph.objects(Relation.PREREQUISITE, concept), limit, language),
                concepts(a, b, this::foundations, limit, language),
                concepts(a, b, concept -> graph.subjects(Relation.PART_OF, concept), limit, language),
                concepts(a, b, concept -> graph.objects(Relation.USED_FOR, concept), limit, language),
                sides(asked, slugs, QuestionRef::id, limit),
                sides(given, slugs, source -> SourceAddress.normalise(source.url()), limit),
                queries.compare(slugs.getFirst(), slugs.getLast()));
    }

    private Comparison.Sides<ConceptRef> concepts(
            int a, int b, Function<Integer, int[]> some, int limit, Language language) {
        Map<Integer, Integer> ofA = numbers(some.apply(a));
        Map<Integer, Integer> ofB = numbers(some.apply(b));
        Comparison.Sides<Integer> sides = sides(ofA, ofB, limit);
        return new Comparison.Sides<>(
                refs(sides.shared(), language),
                refs(sides.onlyA(), language),
                refs(sides.onlyB(), language),
                sides.total());
    }

    private static Map<Integer, Integer> numbers(int[] some) {
        Map<Integer, Integer> numbers = new TreeMap<>();
        Arrays.stream(some).forEach(one -> numbers.put(one, one));
        return numbers;
    }

    private List<ConceptRef> refs(List<Integer> some, Language language) {
        return some.stream().map(concept -> graph.ref(concept, language)).toList();
    }

    private static <T> Comparison.Sides<T> sides(
            Map<String, List<T>> all, List<String> slugs, Function<T, String> key, int limit) {
        return sides(
                byKey(all.getOrDefault(slugs.getFirst(), List.of()), key),
                byKey(all.getOrDefault(slugs.getLast(), List.of()), key),
                limit);
    }

    private static <T> Map<String, T> byKey(List<T> some, Function<T, String> key) {
        Map<String, T> byKey = new LinkedHashMap<>();
        some.forEach(one -> byKey.putIfAbsent(key.apply(one), one));
        return byKey;
    }

    private static <K, T> Comparison.Sides<T> sides(Map<K, T> ofA, Map<K, T> ofB, int limit) {
        List<T> shared = without(ofA, ofB, false);
        List<T> onlyA = without(ofA, ofB, true);
        List<T> onlyB = without(ofB, ofA, true);
        return new Comparison.Sides<>(
                first(shared, limit),
                first(onlyA, limit),
                first(onlyB, limit),
                shared.size() + onlyA.size() + onlyB.size());
    }

    private static <K, T> List<T> without(Map<K, T> some, Map<K, T> others, boolean alone) {
        return some.entrySet().stream()
                .filter(entry -> others.containsKey(entry.getKey()) != alone)
                .map(Map.Entry::getValue)
                .toList();
    }

    private static <T> List<T> first(List<T> all, int limit) {
        return all.subList(0, Math.min(all.size(), limit));
    }

    /** All that a concept requires, directly or not, itself left out. */
    private int[] foundations(int concept) {
        Map<Integer, Integer> found = new TreeMap<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(concept));
        while (!open.isEmpty()) {
            int from = open.pop();
            IntStream.of(graph.objects(Relation.PREREQUISITE, from))
                    .filter(before -> graph.isRequired(from, before))
                    .filter(before -> found.putIfAbsent(before, before) == null)
                    .forEach(open::push);
        }
        found.remove(concept);
        return found.keySet().stream().mapToInt(Integer::intValue).toArray();
    }
}
