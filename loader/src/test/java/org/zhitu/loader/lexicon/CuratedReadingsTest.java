package org.zhitu.loader.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Ontology;

/** What ambiguous names of the curated scheme are taken for. */
final class CuratedReadingsTest {
    private static final Lexicon LEXICON = Lexicon.of(Ontology.scheme(Iris.DEFAULT));

    @Test
    void shotsAreOfPromptsWhereThereIsAPromptAndOfLearningElsewhere() {
        assertThat(found("写提示词时，零样本只有指令")).isEqualTo("prompt[提示词] zero-shot-prompting[零样本]");
        assertThat(found("LLM 做 few-shot 翻译")).isEqualTo("large-language-model[LLM] few-shot-prompting[few-shot]");
        assertThat(found("每个类别五张图的少样本分类")).isEqualTo("few-shot-learning[少样本] classification[分类]");
        assertThat(found("zero-shot transfer between tongues; zero-shot in a class never seen"))
                .isEqualTo("zero-shot-learning[zero-shot transfer] zero-shot-learning[zero-shot]");
        assertThat(found("零样本")).isEqualTo("zero-shot-learning[零样本]");
    }

    @Test
    void testTimeIsComputeWhereAModelReasonsAndNothingWhereItIsTested() {
        assertThat(found("推理模型在测试时想得更久")).isEqualTo("reasoning-model[推理模型] test-time-compute[测试时]");
        assertThat(found("Dropout 在测试时关闭")).isEqualTo("dropout[Dropout]");
        assertThat(found("o1 spends more at test time")).isEqualTo("test-time-compute[test time]");
        assertThat(found("at test time the model sees no labels")).isEqualTo("label[labels]");
    }

    @Test
    void weightsAreOfTheNetworkOfAttentionOrOfTerms() {
        assertThat(found("网络的权重随机取")).isEqualTo("model-parameter[权重]");
        assertThat(found("查询与各键比较，得到权重")).isEqualTo("attention-weight[权重]");
        assertThat(found("词频越高权重越大")).isEqualTo("term-frequency[词频] tf-idf[权重]");
        assertThat(found("the weights for the keys")).startsWith("attention-weight[weights]");
        assertThat(found("a neuron adds up with weights")).endsWith("model-parameter[weights]");
        assertThat(found("各项成绩的权重")).isEmpty();
    }

    @Test
    void wordsFromAllOverALongNoteDecideBetweenReadingsButDoNotMakeAConcept() {
        Set<String> note = Set.of("训练", "模型", "参数", "网络", "梯度");

        assertThat(LEXICON.find("各项成绩的权重", new Surroundings(Set.of(), Set.of(), note)))
                .isEmpty();
        assertThat(LEXICON.find("各项成绩的权重", new Surroundings(Set.of(), Set.of("训练", "网络"), note)))
                .extracting(Mention::slug)
                .containsExactly("model-parameter");
    }

    private static String found(String text) {
        return LEXICON.find(text, Surroundings.NONE).stream()
                .map(mention -> mention.slug() + "[" + mention.surface() + "]")
                .collect(Collectors.joining(" "));
    }
}
