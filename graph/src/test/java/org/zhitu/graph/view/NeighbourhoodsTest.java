package org.zhitu.graph.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
    void anExpansionMovesNothingAndCoversNothing() {
        Map<String, Point> placed = new TreeMap<>();
        List<Neighbourhood.Node> drawn =
                new ArrayList<>(around("bert", 1, ALL, 50).nodes());
        drawn.forEach(node -> placed.put(node.concept().slug(), new Point(node.x(), node.y())));
        for (String slug : List.of("transformer", "multi-head-attention", "neural-network", "softmax")) {
            Expansion expansion =
                    NEIGHBOURHOODS.expansion(placed, slug, ALL, 50, Language.ZH).orElseThrow();
            assertThat(expansion.nodes())
                    .extracting(node -> node.concept().slug())
                    .doesNotContainAnyElementsOf(placed.keySet());
            assertThat(NEIGHBOURHOODS.expansion(placed, slug, ALL, 50, Language.ZH))
                    .contains(expansion);
            expansion.nodes().forEach(node -> placed.put(node.concept().slug(), new Point(node.x(), node.y())));
            drawn.addAll(expansion.nodes());
            assertApart(drawn);
        }
        assertThat(placed).containsKeys("self-attention", "attention-mechanism", "word-embedding");
    }

    @Test
    void anExpansionSaysWhatAppearsOnWhichSideAndWhatStaysHidden() {
        Map<String, Point> placed = Map.of("self-attention", new Point(100, 50), "elsewhere", new Point(0, 0));
        Expansion expansion = NEIGHBOURHOODS
                .expansion(placed, "self-attention", EnumSet.of(Relation.PREREQUISITE), 50, Language.ZH)
                .orElseThrow();
        Neighbourhood.Node before = node(expansion.nodes(), "attention-mechanism");
        assertThat(before.role()).isEqualTo(Neighbourhood.Role.PREREQUISITE);
        assertThat(before.x() + before.width()).isLessThan(100);
        assertThat(node(expansion.nodes(), "multi-head-attention").x()).isGreaterThan(100);
        assertThat(expansion.edges().stream()
                        .map(edge -> edge.from() + "-" + edge.to())
                        .toList())
                .containsExactly("multi-head-attention-self-attention", "self-attention-attention-mechanism");
        assertThat(expansion.hidden()).containsOnlyKeys("self-attention");
        assertThat(expansion.hidden().values()).containsExactly(List.of());
        assertThat(NEIGHBOURHOODS.expansion(placed, "bert", ALL, 50, Language.ZH))
                .isEmpty();
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
