package org.zhitu.graph.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.SmallWorld;
import org.zhitu.graph.SparqlRows;
import org.zhitu.graph.query.Adjacency;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.NoteGaps;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Language;

class GapsTest {
    private static final KnowledgeStore STORE = SmallWorld.store();
    private static final StudyPlanner PLANNER = SmallWorld.knowledge(STORE).planner();

    @Test
    void theNotesLackWhatTheirOwnTopicsRequire() {
        Gaps gaps = PLANNER.gaps(List.of(), List.of(), 100, Language.ZH);
        assertThat(gaps.goals()).contains("bert", "self-attention", "language-model");
        assertThat(gaps.uncovered().items())
                .extracting(one -> one.concept().label() + " " + one.neededBy())
                .containsExactly("注意力机制 4", "多头注意力 2", "词向量 2", "Transformer 1");
        assertThat(gaps.unanswered().items()).extracting(QuestionRef::id).containsExactly("q2");
        assertThat(slugs(gaps.islands())).containsExactly("span-bert-tricks");
        assertThat(slugs(gaps.stubs())).containsExactly("attention-mechanism");
        assertThat(slugs(gaps.oneSource())).containsExactly("transformer", "self-attention");
    }

    @Test
    void whatIsKnownNeedNotBeCovered() {
        Gaps gaps = PLANNER.gaps(List.of("transformer"), List.of("multi-head-attention"), 100, Language.ZH);
        assertThat(gaps.uncovered().items())
                .extracting(one -> one.concept().slug())
                .containsExactly("word-embedding", "transformer");
    }

    @Test
    void aListSaysHowManyThereAreThoughItShowsFewer() {
        Gaps gaps = PLANNER.gaps(List.of(), List.of(), 1, Language.ZH);
        assertThat(gaps.uncovered().total()).isEqualTo(4);
        assertThat(gaps.uncovered().items()).hasSize(1);
    }

    @Test
    void bottlenecksAreWhatManyStepsHangOn() {
        Gaps gaps = PLANNER.gaps(List.of("bert"), List.of(), 100, Language.ZH);
        assertThat(gaps.bottlenecks().items())
                .extracting(one -> one.concept().slug() + " " + one.neededBy() + (one.joint() ? " joint" : ""))
                .containsExactly(
                        "softmax 5",
                        "attention-mechanism 4 joint",
                        "self-attention 3 joint",
                        "multi-head-attention 2 joint");
        assertThat(gaps.bottlenecks().sparql()).isEmpty();
    }

    @Test
    void theSparqlBesideAListSelectsTheSameRows() {
        Gaps gaps = PLANNER.gaps(List.of("bert", "word2vec"), List.of(), 100, Language.EN);
        assertThat(SparqlRows.of(STORE, gaps.uncovered().sparql()))
                .containsExactlyInAnyOrderElementsOf(gaps.uncovered().items().stream()
                        .map(one -> one.concept().slug())
                        .toList());
        assertThat(SparqlRows.of(STORE, gaps.unanswered().sparql()))
                .extracting(row -> row.split(" ", 2)[0])
                .isEqualTo(
                        gaps.unanswered().items().stream().map(QuestionRef::id).toList());
        for (NoteGaps.Found<ConceptRef> found : List.of(gaps.stubs(), gaps.islands(), gaps.oneSource())) {
            assertThat(SparqlRows.of(STORE, found.sparql()))
                    .extracting(row -> row.split(" ", 2)[0])
                    .containsExactlyInAnyOrderElementsOf(slugs(found));
        }
    }

    @Test
    void jointsAreWhatTakingAwayParts() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int size = 9;
            long[] edges = new long[size];
            for (int i = 0; i < edges.length; i++) {
                int later = 1 + random.nextInt(size - 1);
                edges[i] = (long) later << 32 | random.nextInt(later);
            }
            PrerequisiteGraph graph =
                    new PrerequisiteGraph(Adjacency.of(size, edges), Adjacency.of(size, new long[0]), edge -> 1);
            BitSet all = new BitSet();
            all.set(0, size);
            BitSet expected = new BitSet();
            for (int one = 0; one < size; one++) {
                BitSet others = (BitSet) all.clone();
                others.clear(one);
                int touching = graph.required().degree(one) + graph.requiredBy().degree(one) > 0 ? 0 : 1;
                expected.set(one, parts(graph, others) > parts(graph, all) - touching);
            }
            assertThat(new Dependence(graph, all).joints()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static int parts(PrerequisiteGraph graph, BitSet steps) {
        Set<Integer> left = new TreeSet<>(steps.stream().boxed().toList());
        int parts = 0;
        while (!left.isEmpty()) {
            parts++;
            Set<Integer> part = new HashSet<>();
            Set<Integer> open = new HashSet<>(Set.of(left.iterator().next()));
            while (!open.isEmpty()) {
                part.addAll(open);
                Set<Integer> next = new HashSet<>();
                open.forEach(one -> Stream.of(
                                graph.required().neighbours(one),
                                graph.requiredBy().neighbours(one))
                        .forEach(some -> {
                            for (int other : some) {
                                if (steps.get(other) && !part.contains(other)) {
                                    next.add(other);
                                }
                            }
                        }));
                open = next;
            }
            left.removeAll(part);
        }
        return parts;
    }

    private static List<String> slugs(NoteGaps.Found<ConceptRef> found) {
        return found.items().stream().map(ConceptRef::slug).toList();
    }
}
