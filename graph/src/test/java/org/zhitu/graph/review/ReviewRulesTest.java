package org.zhitu.graph.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.SmallWorld;
import org.zhitu.graph.study.Course;

class ReviewRulesTest {
    private static final ReviewRules RULES = new ReviewRules(new Course(List.of(
            concept("概率"), concept("向量"), concept("注意力", 0, 1), concept("自注意力", 2), concept("Transformer", 1, 3))));

    @Test
    void aCardWaitsForAllDirectPrerequisites() {
        assertThat(RULES.isWaiting("注意力", Set.of())).isTrue();
        assertThat(RULES.isWaiting("注意力", Set.of("概率"))).isTrue();
        assertThat(RULES.isWaiting("注意力", Set.of("概率", "向量"))).isFalse();
        assertThat(RULES.isWaiting("概率", Set.of())).isFalse();
    }

    @Test
    void successTricklesDownAndHalvesWithEveryEdgeOfTheShortestWay() {
        assertThat(RULES.credits("Transformer", true))
                .isEqualTo(Map.of("向量", 0.5, "自注意力", 0.5, "注意力", 0.25, "概率", 0.125));
        assertThat(RULES.credits("Transformer", false)).isEmpty();
        assertThat(RULES.credits("概率", true)).isEmpty();
    }

    @Test
    void failurePointsAtTheWeakestPrerequisite() {
        Map<String, Double> strengths = Map.of("向量", 0.95, "自注意力", 0.8, "注意力", 0.6, "概率", 0.97);
        assertThat(RULES.toBlame("Transformer", slug -> strengths.getOrDefault(slug, 0.0)))
                .contains("注意力");
        assertThat(RULES.toBlame("Transformer", slug -> 0.95)).isEmpty();
        assertThat(RULES.toBlame("Transformer", slug -> 0.5)).contains("向量");
        assertThat(RULES.toBlame("概率", slug -> 0)).isEmpty();
    }

    @Test
    void linksSayAllThisAsData() {
        assertThat(RULES.links()).hasSize(5);
        assertThat(RULES.links("Transformer").waitsFor()).containsExactly("向量", "自注意力");
        assertThat(RULES.links("Transformer").below())
                .extracting(one -> one.slug() + " " + one.distance() + " " + one.credit())
                .containsExactly("向量 1 0.5", "自注意力 1 0.5", "注意力 2 0.25", "概率 3 0.125");
    }

    @Test
    void aCourseOfTheStoreServesToo() {
        Course course = SmallWorld.knowledge(SmallWorld.store()).planner().course(List.of("bert"));
        assertThat(new ReviewRules(course).links("transformer").waitsFor())
                .containsExactlyInAnyOrder("multi-head-attention", "word-embedding");
    }

    @Test
    void aConceptThatIsNotInTheCourseIsRefusedAndACourseOutOfOrderToo() {
        assertThatThrownBy(() -> RULES.links("没有")).hasMessageContaining("没有");
        assertThatThrownBy(() -> new Course(List.of(concept("先", 1), concept("后"))))
                .hasMessageContaining("先");
    }

    private static Course.Concept concept(String slug, Integer... before) {
        return new Course.Concept(slug, "深度学习", 30, List.of(before));
    }
}
