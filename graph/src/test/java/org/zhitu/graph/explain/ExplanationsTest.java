package org.zhitu.graph.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.SmallWorld;
import org.zhitu.graph.SparqlRows;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

class ExplanationsTest {
    private static final KnowledgeStore STORE = SmallWorld.store();
    private static final Explanations EXPLANATIONS = SmallWorld.knowledge(STORE).explanations();
    private static final Set<Relation> ALL = EnumSet.allOf(Relation.class);

    @Test
    void theShortestExplanationComesFirstAndEachHopIsASentence() {
        Between between = EXPLANATIONS.between("bert", "self-attention", ALL, 3, Language.ZH);
        assertThat(between.explanations()).hasSize(3);
        assertThat(sentences(between.explanations().getFirst())).isEqualTo("""
                BERT prerequisite 归一化指数函数:\s
                注意力机制 prerequisite 归一化指数函数 (turned): 权重来自归一化指数函数。
                自注意力 prerequisite 注意力机制 (turned): 它是序列对自身的注意力。
                自注意力 variantOf 注意力机制 (turned):\s
                自注意力 broader 注意力机制 (turned):\s
                """);
        assertThat(between.explanations().getFirst().hops().getFirst().statements())
                .singleElement()
                .satisfies(one -> assertThat(one.evidence())
                        .extracting(evidence -> evidence.note() + ":" + evidence.line())
                        .containsExactly("nlp.rst:25"));
        assertThat(between.complete()).isTrue();
    }

    @Test
    void onlyChosenRelationsAreWalked() {
        Between between =
                EXPLANATIONS.between("long-short-term-memory", "bert", EnumSet.of(Relation.BROADER), 5, Language.EN);
        assertThat(between.explanations()).isEmpty();
        assertThat(EXPLANATIONS
                        .between(
                                "long-short-term-memory",
                                "bert",
                                EnumSet.of(Relation.CONTRASTS_WITH, Relation.VARIANT_OF),
                                5,
                                Language.EN)
                        .explanations())
                .singleElement()
                .satisfies(one -> assertThat(sentences(one)).isEqualTo("""
                        Long Short-Term Memory contrastsWith Transformer:\s
                        BERT variantOf Transformer (turned):\s
                        """));
        assertThat(EXPLANATIONS
                        .between("bert", "softmax", Set.of(), 5, Language.EN)
                        .explanations())
                .isEmpty();
    }

    @Test
    void aConceptIsNotExplainedByItselfAndAnUnknownOneIsRefused() {
        assertThat(EXPLANATIONS.between("bert", "bert", ALL, 5, Language.ZH).explanations())
                .isEmpty();
        assertThatThrownBy(() -> EXPLANATIONS.between("bert", "没有", ALL, 5, Language.ZH))
                .hasMessageContaining("没有");
    }

    @Test
    void explanationsEqualTheFirstOfAllWaysThereAre() {
        for (long seed = 0; seed < 60; seed++) {
            RandomRelations random = new RandomRelations(seed, 8);
            Between between = random.knowledge().explanations().between("c0", "c1", ALL, 10, Language.ZH);
            assertThat(between.explanations().stream()
                            .map(ExplanationsTest::concepts)
                            .toList())
                    .as("seed %d", seed)
                    .isEqualTo(random.ways(0, 1).stream().limit(10).toList());
            assertThat(between.complete()).isTrue();
        }
    }

    @Test
    void theSparqlSelectsWhatStandsBetween() {
        for (long seed = 0; seed < 20; seed++) {
            RandomRelations random = new RandomRelations(seed, 7);
            Between between = random.knowledge().explanations().between("c0", "c1", ALL, 50, Language.ZH);
            assertThat(new TreeSet<>(SparqlRows.of(random.store(), between.sparql())))
                    .as("seed %d", seed)
                    .isEqualTo(between.explanations().stream()
                            .filter(one -> one.hops().size() == 2)
                            .map(one -> one.hops().getFirst().to().slug())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    @Test
    void comparingTellsWhatIsSharedAndWhatIsNot() {
        Comparison comparison = EXPLANATIONS.compare("bert", "word2vec", 100, Language.ZH);
        assertThat(sides(comparison.prerequisites())).isEqualTo("[softmax] [language-model, transformer] []");
        assertThat(comparison.foundations().onlyA()).hasSize(6);
        assertThat(comparison.questions().onlyA())
                .extracting(question -> question.id())
                .containsExactly("q3", "q2");
        assertThat(sides(EXPLANATIONS
                        .compare("word-embedding", "transformer", 100, Language.ZH)
                        .uses()))
                .isEqualTo("[language-model] [] []");
        assertThat(sides(EXPLANATIONS
                        .compare("bert", "transformer", 100, Language.ZH)
                        .parts()))
                .isEqualTo("[] [] [multi-head-attention]");
        assertThat(EXPLANATIONS.compare("bert", "transformer", 0, Language.ZH).prerequisites())
                .satisfies(cut -> {
                    assertThat(cut.onlyA()).isEmpty();
                    assertThat(cut.total()).isEqualTo(5);
                });
    }

    @Test
    void theSparqlBesideAComparisonSelectsTheSameThings() {
        for (List<String> pair : List.of(
                List.of("bert", "word2vec"),
                List.of("self-attention", "transformer"),
                List.of("bert", "long-short-term-memory"))) {
            Comparison comparison = EXPLANATIONS.compare(pair.getFirst(), pair.getLast(), 100, Language.ZH);
            Set<String> listed = new TreeSet<>();
            add(listed, "prerequisite", comparison.prerequisites(), pair);
            add(listed, "part", comparison.parts(), pair);
            add(listed, "use", comparison.uses(), pair);
            Set<String> rows = new TreeSet<>(SparqlRows.of(STORE, comparison.sparql()));
            assertThat(rows)
                    .filteredOn(row -> !row.startsWith("question") && !row.startsWith("source"))
                    .containsExactlyInAnyOrderElementsOf(listed);
            assertThat(rows)
                    .filteredOn(row -> row.startsWith("question"))
                    .hasSize(2 * comparison.questions().shared().size()
                            + comparison.questions().onlyA().size()
                            + comparison.questions().onlyB().size());
            assertThat(rows)
                    .filteredOn(row -> row.startsWith("source"))
                    .hasSize(2 * comparison.sources().shared().size()
                            + comparison.sources().onlyA().size()
                            + comparison.sources().onlyB().size());
        }
    }

    private static void add(Set<String> listed, String aspect, Comparison.Sides<ConceptRef> sides, List<String> pair) {
        sides.shared().forEach(one -> pair.forEach(of -> listed.add(aspect + " " + one.slug() + " " + of)));
        sides.onlyA().forEach(one -> listed.add(aspect + " " + one.slug() + " " + pair.getFirst()));
        sides.onlyB().forEach(one -> listed.add(aspect + " " + one.slug() + " " + pair.getLast()));
    }

    private static String sides(Comparison.Sides<ConceptRef> sides) {
        return slugs(sides.shared()) + " " + slugs(sides.onlyA()) + " " + slugs(sides.onlyB());
    }

    private static List<String> slugs(List<ConceptRef> some) {
        return some.stream().map(ConceptRef::slug).toList();
    }

    private static String sentences(Explanation explanation) {
        return explanation.hops().stream()
                .flatMap(hop -> hop.statements().stream())
                .map(one -> one.subject().label() + " " + one.relation().key() + " "
                        + one.object().label() + (one.forward() ? "" : " (turned)") + ": " + one.reason() + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> concepts(Explanation explanation) {
        List<String> concepts = new ArrayList<>();
        concepts.add(explanation.hops().getFirst().from().slug());
        explanation.hops().forEach(hop -> concepts.add(hop.to().slug()));
        return concepts;
    }

    /** A few concepts with relations of every sort, and all ways between them. */
    private static final class RandomRelations {
        private final int size;
        private final int[][] ranks;
        private final KnowledgeStore store = KnowledgeStore.inMemory();

        RandomRelations(long seed, int size) {
            this.size = size;
            this.ranks = new int[size][size];
            Random random = new Random(seed);
            StringBuilder turtle = new StringBuilder("""
                    PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                    PREFIX c: <https://w3id.org/zhitu/id/concept/>
                    """);
            for (int one = 0; one < size; one++) {
                turtle.append("c:c%d a skos:Concept ; skos:prefLabel \"概念%d\"@zh .%n".formatted(one, one));
                for (int other = 0; other < size; other++) {
                    if (one != other && random.nextInt(6) == 0) {
                        Relation relation = List.of(Relation.values()).get(random.nextInt(Relation.values().length));
                        turtle.append("c:c%d <%s> c:c%d .%n".formatted(one, relation.iri(), other));
                        int rank = Explanations.rank(relation) + 1;
                        ranks[one][other] = ranks[one][other] == 0 ? rank : Math.min(rank, ranks[one][other]);
                        ranks[other][one] = ranks[one][other] = ranks[other][one] == 0
                                ? ranks[one][other]
                                : Math.min(ranks[one][other], ranks[other][one]);
                    }
                }
            }
            SmallWorld.Content content = SmallWorld.parse(turtle.toString());
            store.write(writer -> writer.replace(
                    SmallWorld.IRIS.schemeGraph(), content.statements(), content.evidence(), "s" + seed));
        }

        KnowledgeStore store() {
            return store;
        }

        Knowledge knowledge() {
            return SmallWorld.knowledge(store);
        }

        /** By hops, then by ranks, then by slugs. */
        List<List<String>> ways(int from, int to) {
            List<List<Integer>> all = new ArrayList<>();
            extend(List.of(from), to, all);
            return all.stream()
                    .filter(way -> way.size() <= Explanations.MAX_HOPS + 1)
                    .sorted(Comparator.comparing((List<Integer> way) -> way.size())
                            .thenComparing(this::ranks)
                            .thenComparing(List::toString))
                    .map(way -> way.stream().map(one -> "c" + one).toList())
                    .toList();
        }

        private int ranks(List<Integer> way) {
            int sum = 0;
            for (int hop = 1; hop < way.size(); hop++) {
                sum += ranks[way.get(hop - 1)][way.get(hop)];
            }
            return sum;
        }

        private void extend(List<Integer> way, int to, List<List<Integer>> all) {
            if (way.getLast() == to) {
                all.add(way);
                return;
            }
            for (int next = 0; next < size; next++) {
                if (ranks[way.getLast()][next] > 0 && !way.contains(next)) {
                    List<Integer> longer = new ArrayList<>(way);
                    longer.add(next);
                    extend(longer, to, all);
                }
            }
        }
    }
}
