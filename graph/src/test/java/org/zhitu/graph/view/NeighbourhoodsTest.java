package org.zhitu.graph.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.SmallWorld;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

class NeighbourhoodsTest {
    private static final Neighbourhoods NEIGHBOURHOODS =
            SmallWorld.knowledge(SmallWorld.store()).neighbourhoods();
    private static final Set<Relation> ALL = EnumSet.allOf(Relation.class);

    @Test
    void prerequisitesStandLeftOfTheCentreUnlocksRightAndTheRestBelow() {
        Neighbourhood around = around("multi-head-attention", 3, ALL, 50);
        assertThat(columns(around)).isEqualTo("神经网络 | 循环神经网络, 归一化指数函数 | 注意力机制 | 自注意力 | 多头注意力 | Transformer | BERT");
        assertThat(node(around.nodes(), "multi-head-attention").x()).isZero();
        assertThat(node(around.nodes(), "multi-head-attention").y()).isZero();
        double lowest = around.nodes().stream()
                .filter(node -> node.role() != Neighbourhood.Role.RELATED)
                .mapToDouble(node -> node.y() + node.height())
                .max()
                .orElseThrow();
        assertThat(around.nodes())
                .filteredOn(node -> node.role() == Neighbourhood.Role.RELATED)
                .isNotEmpty()
                .allMatch(node -> node.y() > lowest);
    }

    @Test
    void boxesFitTheirLabelsAndDoNotOverlap() {
        for (String slug : List.of("bert", "softmax", "neural-network", "entropy")) {
            assertApart(around(slug, 6, ALL, 500).nodes());
        }
        List<Neighbourhood.Node> nodes = around("bert", 6, ALL, 500).nodes();
        assertThat(node(nodes, "long-short-term-memory").width()).isGreaterThan(7 * 2 * 7.5);
        assertThat(node(nodes, "bert").width())
                .isLessThan(node(nodes, "long-short-term-memory").width());
    }

    @Test
    void theSameInputGivesTheSameDrawing() {
        assertThat(around("attention-mechanism", 4, ALL, 30)).isEqualTo(around("attention-mechanism", 4, ALL, 30));
    }

    @Test
    void edgesCarryReasonAndEvidenceInTheLanguageAskedFor() {
        Neighbourhood around = around("bert", 1, EnumSet.of(Relation.PREREQUISITE, Relation.VARIANT_OF), 50);
        assertThat(around.edges().stream()
                        .map(edge -> edge.from() + " " + edge.relation().key() + " " + edge.to() + ": " + edge.reason()
                                + edge.evidence().stream()
                                        .map(one -> " " + one.method() + one.line())
                                        .collect(Collectors.joining()))
                        .toList())
                .containsExactly(
                        "bert prerequisite language-model: 它以语言模型的方式训练。 curated0",
                        "bert prerequisite softmax:  sentence25",
                        "bert prerequisite transformer: 它是 Transformer 的编码器。 curated0",
                        "bert variantOf transformer: ");
    }

    @Test
    void whatIsNotDrawnIsCountedByRelation() {
        Neighbourhood around = around("self-attention", 1, EnumSet.of(Relation.PREREQUISITE), 50);
        assertThat(around.nodes())
                .extracting(node -> node.concept().slug())
                .containsExactly("attention-mechanism", "multi-head-attention", "self-attention");
        assertThat(node(around.nodes(), "attention-mechanism").hidden().stream()
                        .map(hidden -> (hidden.inverse() ? "-" : "")
                                + hidden.relation().key() + " " + hidden.count())
                        .toList())
                .containsExactly("broader 1", "prerequisite 2");
    }

    @Test
    void theLimitKeepsTheNearestAndGivesEachRelationItsShare() {
        Neighbourhood around = around("transformer", 6, ALL, 4);
        assertThat(around.nodes()).hasSize(4);
        assertThat(around.nodes()).extracting(Neighbourhood.Node::distance).containsOnly(0, 1);
        assertThat(around.nodes())
                .extracting(Neighbourhood.Node::role)
                .contains(Neighbourhood.Role.PREREQUISITE, Neighbourhood.Role.UNLOCK);
        assertThat(NEIGHBOURHOODS.around("没有", 1, ALL, 10, Language.ZH)).isEmpty();
        assertThat(around("bert", 99, ALL, 9999).depth()).isEqualTo(Neighbourhoods.MAX_DEPTH);
    }

    @Test
    void anExpansionBringsTheNextOnesUntilNoneAreLeft() {
        Set<String> shown = new TreeSet<>(Set.of("transformer"));
        List<String> brought = new ArrayList<>();
        for (int call = 0; call < 20; call++) {
            Expansion next = NEIGHBOURHOODS
                    .expansion(shown, "transformer", ALL, Neighbourhoods.Direction.BOTH, 2, Language.ZH)
                    .orElseThrow();
            assertThat(next.nodes()).hasSizeLessThanOrEqualTo(2);
            next.nodes().forEach(node -> brought.add(node.concept().slug()));
            next.nodes().forEach(node -> shown.add(node.concept().slug()));
        }
        List<String> whole = around("transformer", 1, ALL, 500).nodes().stream()
                .map(node -> node.concept().slug())
                .filter(slug -> !slug.equals("transformer"))
                .toList();
        assertThat(brought).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(whole);
    }

    @Test
    void theCountsOfEachGroupAreWhatAnExpansionBrings() {
        for (String slug : List.of("transformer", "bert", "self-attention", "softmax")) {
            Neighbourhood.Node centre =
                    node(around(slug, 1, EnumSet.allOf(Relation.class), 1).nodes(), slug);
            for (Neighbourhood.HiddenNeighbours group : centre.hidden()) {
                Neighbourhoods.Direction direction =
                        group.inverse() ? Neighbourhoods.Direction.IN : Neighbourhoods.Direction.OUT;
                assertThat(NEIGHBOURHOODS
                                .expansion(
                                        List.of(slug), slug, EnumSet.of(group.relation()), direction, 500, Language.ZH)
                                .orElseThrow()
                                .nodes())
                        .as("%s %s %s", slug, group.relation(), direction)
                        .hasSize(group.count());
            }
        }
    }

    @Test
    void anExpansionGivesAllEdgesToWhatIsShownAndWhatStaysHidden() {
        Expansion expansion = NEIGHBOURHOODS
                .expansion(
                        List.of("self-attention", "不存在"),
                        "self-attention",
                        EnumSet.of(Relation.PREREQUISITE),
                        Neighbourhoods.Direction.BOTH,
                        50,
                        Language.ZH)
                .orElseThrow();
        assertThat(expansion.nodes())
                .extracting(node -> node.concept().label())
                .containsExactlyInAnyOrder("注意力机制", "多头注意力");
        assertThat(expansion.edges().stream()
                        .map(edge -> edge.from() + "-" + edge.to())
                        .toList())
                .containsExactly("multi-head-attention-self-attention", "self-attention-attention-mechanism");
        assertThat(expansion.nodes().getFirst().hidden()).isNotEmpty();
        assertThat(NEIGHBOURHOODS.expansion(List.of(), "没有", ALL, Neighbourhoods.Direction.BOTH, 50, Language.ZH))
                .isEmpty();
    }

    @Test
    void anAdditionBringsWhatIsNamedWithItsEdges() {
        Expansion addition =
                NEIGHBOURHOODS.addition(List.of("transformer"), List.of("bert", "transformer", "没有"), Language.ZH);
        assertThat(addition.nodes()).extracting(node -> node.concept().slug()).containsExactly("bert");
        assertThat(addition.edges())
                .extracting(edge -> edge.from() + " " + edge.relation().key() + " " + edge.to())
                .containsExactly("bert prerequisite transformer", "bert variantOf transformer");
    }

    private static Neighbourhood around(String slug, int depth, Set<Relation> relations, int limit) {
        return NEIGHBOURHOODS.around(slug, depth, relations, limit, Language.ZH).orElseThrow();
    }

    private static Neighbourhood.Node node(List<Neighbourhood.Node> nodes, String slug) {
        return nodes.stream()
                .filter(node -> node.concept().slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    /** The labels of each column from left to right, each from top to bottom; related concepts left out. */
    private static String columns(Neighbourhood around) {
        Map<Double, List<Neighbourhood.Node>> columns = new TreeMap<>();
        for (Neighbourhood.Node node : around.nodes()) {
            if (node.role() != Neighbourhood.Role.RELATED) {
                boolean left = node.role() == Neighbourhood.Role.PREREQUISITE;
                columns.computeIfAbsent(left ? node.x() + node.width() : node.x() + 1e-3, edge -> new ArrayList<>())
                        .add(node);
            }
        }
        return columns.values().stream()
                .map(column -> column.stream()
                        .sorted(Comparator.comparing(Neighbourhood.Node::y))
                        .map(node -> node.concept().label())
                        .collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" | "));
    }

    private static void assertApart(List<Neighbourhood.Node> nodes) {
        for (Neighbourhood.Node one : nodes) {
            for (Neighbourhood.Node other : nodes) {
                boolean apart = one.equals(other)
                        || one.x() + one.width() <= other.x()
                        || other.x() + other.width() <= one.x()
                        || one.y() + one.height() <= other.y()
                        || other.y() + other.height() <= one.y();
                assertThat(apart).as("%s and %s", one, other).isTrue();
            }
        }
    }
}
