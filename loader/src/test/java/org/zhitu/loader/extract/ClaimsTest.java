package org.zhitu.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.Fixture;
import org.zhitu.ontology.Language;

final class ClaimsTest {
    @Test
    void sourcesAreNamedByTheWordsAroundThem() {
        Extraction note = Fixture.rst("""
                某老师https://www.bilibili.com/video/av1?p=9

                讲解视频：
                https://www.youtube.com/watch?v=x

                https://blog.csdn.net/a/article/details/1  写得不错

                `The paper <https://arxiv.org/abs/1706.03762>`_

                https://example.org/attention-is-great.html
                """);

        assertThat(note.sources().stream().map(source -> source.kind() + " " + source.title()))
                .containsExactly(
                        "video 某老师", "video 讲解视频", "article 写得不错", "paper The paper", "page attention is great");
    }

    @Test
    void listsAndHeadingsAndBoldLeadsMakeTopics() {
        Extraction note = Fixture.markdown("""
                # BERT

                - LSTM
                - crf
                - fastbert

                **Softmax** is a function. Overfitting is bad.
                """);

        assertThat(note.concepts().stream()
                        .filter(Extraction.ConceptClaim::isTopic)
                        .map(Extraction.ConceptClaim::slug))
                .containsExactly("bert", "long-short-term-memory", "conditional-random-field", "fastbert", "softmax");
    }

    @Test
    void conceptsThatTheSchemeLacksAreDiscoveredWhereTheNoteNamesThem() {
        Extraction note = Fixture.markdown("""
                # BERT 笔记

                ## 一些学习资料

                - LSTM
                - crf
                - fastbert

                我们用稠密检索。稠密段落检索（Dense Passage Retrieval，DPR）比 RNN 好，DPR 很快。
                """);

        assertThat(note.concepts().stream()
                        .filter(concept -> !concept.known())
                        .map(concept -> concept.slug() + " " + concept.labels().get(Language.EN) + " "
                                + concept.surfaceForms()))
                .containsExactly(
                        "fastbert fastbert [fastbert]",
                        "dense-passage-retrieval Dense Passage Retrieval [稠密段落检索, Dense Passage Retrieval, DPR]");
    }

    @Test
    void aNoteAboutSomethingElseYieldsNoConcepts() {
        assertThat(Fixture.markdown("# Cooking\n\n- Rice\n- Tofu\n- PDFs\n").concepts())
                .isEmpty();
    }

    @Test
    void sentencesStateRelationsInBothLanguages() {
        assertThat(relations("RoBERTa 是 BERT 的改进版。")).containsExactly("roberta variantOf bert");
        assertThat(relations("BERT 基于 Transformer。")).containsExactly("bert prerequisite transformer");
        assertThat(relations("Transformer 由多头注意力和层归一化组成。"))
                .containsExactly("multi-head-attention partOf transformer", "layer-normalization partOf transformer");
        assertThat(relations("LSTM 和 RNN 有什么区别？"))
                .containsExactly("long-short-term-memory contrastsWith recurrent-neural-network");
        assertThat(relations("学 BERT 之前先学 Transformer。")).containsExactly("bert prerequisite transformer");
        assertThat(relations("条件随机场常用于命名实体识别。"))
                .containsExactly("conditional-random-field usedFor named-entity-recognition");
        assertThat(relations("RoBERTa is a variant of BERT.")).containsExactly("roberta variantOf bert");
        assertThat(relations("BERT builds on the Transformer.")).containsExactly("bert prerequisite transformer");
        assertThat(relations("The Transformer consists of self-attention and layer norm."))
                .containsExactly("self-attention partOf transformer", "layer-normalization partOf transformer");
        assertThat(relations("Unlike RNNs, the Transformer is parallel."))
                .containsExactly("recurrent-neural-network contrastsWith transformer");
        assertThat(relations("为什么用自注意力而不是 RNN？"))
                .containsExactly("self-attention contrastsWith recurrent-neural-network");
        assertThat(relations("相比 RNN，Transformer 可以并行。"))
                .containsExactly("recurrent-neural-network contrastsWith transformer");
        assertThat(relations("BERT 使用多头注意力。")).containsExactly("bert prerequisite multi-head-attention");
        assertThat(relations("BERT uses multi-head\nattention."))
                .containsExactly("bert prerequisite multi-head-attention");
        assertThat(relations("First learn RNNs, then LSTMs."))
                .containsExactly("long-short-term-memory prerequisite recurrent-neural-network");
        assertThat(relations("A CRF is often used for named entity recognition."))
                .containsExactly("conditional-random-field usedFor named-entity-recognition");
    }

    @Test
    void sentencesTellWhatComesAfterWhatAndWhatTakesItsPlace() {
        assertThat(relations("BERT 的改进版 RoBERTa 训练得更久。")).containsExactly("roberta variantOf bert");
        assertThat(relations("RNN 是 LSTM 的前身。"))
                .containsExactly("long-short-term-memory variantOf recurrent-neural-network");
        assertThat(relations("把 RNN 换成 Transformer。"))
                .containsExactly("recurrent-neural-network contrastsWith transformer");
        assertThat(relations("Transformer 逐渐取代了 RNN。"))
                .containsExactly("transformer contrastsWith recurrent-neural-network");
        assertThat(relations("LSTM 相比 RNN 多了三个门。"))
                .containsExactly("long-short-term-memory contrastsWith recurrent-neural-network");
        assertThat(relations("LSTM 与 RNN 相比，参数更多。"))
                .containsExactly("long-short-term-memory contrastsWith recurrent-neural-network");
        assertThat(relations("学完 RNN 再学 LSTM。"))
                .containsExactly("long-short-term-memory prerequisite recurrent-neural-network");
        assertThat(relations("BERT 的前置知识：Transformer。")).containsExactly("bert prerequisite transformer");
        assertThat(relations("Transformer 的核心是自注意力。")).containsExactly("transformer prerequisite self-attention");
        assertThat(relations("RoBERTa, an improved version of BERT, drops one task."))
                .containsExactly("roberta variantOf bert");
        assertThat(relations("RNNs were replaced by the Transformer."))
                .containsExactly("recurrent-neural-network contrastsWith transformer");
        assertThat(relations("It replaces RNNs with self-attention."))
                .containsExactly("recurrent-neural-network contrastsWith self-attention");
        assertThat(relations("To understand BERT, you should first learn the Transformer."))
                .containsExactly("bert prerequisite transformer");
        assertThat(relations("Learn RNNs first, then LSTMs."))
                .containsExactly("long-short-term-memory prerequisite recurrent-neural-network");
        assertThat(relations("A CRF is trained with softmax."))
                .containsExactly("conditional-random-field prerequisite softmax");
        assertThat(relations("与 RNN 和 LSTM 相比，都更快。")).isEmpty();
    }

    @Test
    void aHeadingUnderAnotherHasToDoWithIt() {
        assertThat(relations("# 层归一化\n\n## Softmax\n\n文字\n")).containsExactly("softmax related layer-normalization");
        assertThat(relations("# LSTM\n\n## RNN\n\n文字\n"))
                .as("the scheme says more: the one is a kind of the other")
                .isEmpty();
        assertThat(relations("# 层归一化\n\nSoftmax vs 层归一化，对比 Softmax 和层归一化。\n\n## Softmax\n\n文字\n"))
                .as("a sentence says more")
                .containsExactly("softmax contrastsWith layer-normalization");
        assertThat(relations("# 层归一化\n\n## 为什么用 Softmax？\n\n文字\n")).isEmpty();
        assertThat(relations("# 层归一化\n\n## 其他\n\n### Softmax\n\n文字\n")).isEmpty();
        assertThat(relations("# 层归一化\n\n## Softmax 的来历和我的一些随想\n\n文字\n")).isEmpty();
    }

    @Test
    void doubtDenialAndMereCompanyStateNothing() {
        assertThat(relations("RoBERTa 不是 BERT 的变体。")).isEmpty();
        assertThat(relations("BERT 是基于 Transformer 的吗？")).isEmpty();
        assertThat(relations("BERT 和 Transformer 都很好。")).isEmpty();
        assertThat(relations("BERT is not based on an RNN.")).isEmpty();
        assertThat(relations("我们在 BERT 的输出上使用 CRF，它基于 Transformer。")).isEmpty();
        assertThat(relations("BERT is fast. RNN is slow.")).isEmpty();
    }

    @Test
    void headingsCompareWhatStandsSideBySide() {
        assertThat(relations("# batch norm & layer norm\n\n文字\n"))
                .containsExactly("batch-normalization related layer-normalization");
        assertThat(relations("# BERT vs LSTM\n\n文字\n")).containsExactly("bert contrastsWith long-short-term-memory");
        assertThat(relations("# BERT & Transformer\n\n文字\n")).isEmpty();
    }

    @Test
    void theTitleInFrontOfEverythingIsTheNotesOwn() {
        Extraction note =
                Fixture.markdown("---\ndate: 2024-03-01\ntitle: \"BERT 读书笔记\"\ntags: [nlp]\n---\n\n# 第一章\n\n文字\n");

        assertThat(note.title()).isEqualTo("BERT 读书笔记");
        assertThat(note.concepts().getFirst().isTopic()).isTrue();
        assertThat(note.concepts().getFirst().mentions().getFirst().span().line())
                .isEqualTo(3);
        assertThat(Fixture.markdown("---\ntitle: LSTM notes\n---\n\nText.\n").title())
                .isEqualTo("LSTM notes");
        assertThat(Fixture.markdown("---\ntitle:\n---\n\n# 第一章\n").title()).isEqualTo("第一章");
    }

    @Test
    void sectionsHaveNamesForAddresses() {
        assertThat(Fixture.markdown("# 注意力 attention\n\n## 优点\n\n好\n\n## 优点\n\n好\n").sections().stream()
                        .map(Extraction.SectionClaim::id))
                .containsExactly("zhu-yi-li-attention", "you-dian", "you-dian-2");
    }

    @Test
    void theLanguageIsTheOneOfMostWords() {
        assertThat(Fixture.markdown("用 Transformer 做翻译的 encoder 笔记").language()).isEqualTo(Language.ZH);
        assertThat(Fixture.markdown("A note on 注意力 and how attention works in practice")
                        .language())
                .isEqualTo(Language.EN);
    }

    @Test
    void whatSomethingIsUnlikeIsSetAgainstTheSubject() {
        assertThat(relations("BERT is bidirectional, unlike LSTM."))
                .containsExactly("bert contrastsWith long-short-term-memory");
        assertThat(relations("An LSTM, unlike the Transformer, is sequential."))
                .containsExactly("long-short-term-memory contrastsWith transformer");
        assertThat(relations("BERT stacks layers of self-attention, unlike RNNs."))
                .as("the attention is not what is unlike an RNN")
                .isEmpty();
    }

    @Test
    void theWordsBetweenTwoAddressesNameTheSecond() {
        assertThat(Fixture.rst(
                                "参考`A paper <https://arxiv.org/abs/1411.2738>`_讲得很细，以及Xin Rong的视频https://www.youtube.com/watch?v=x，建议先看。\n")
                        .sources()
                        .stream()
                        .map(Extraction.SourceClaim::title))
                .containsExactly("A paper", "Xin Rong的视频");
        assertThat(Fixture.markdown(
                                "It is at https://example.org/a and can be downloaded from https://example.org/the-corpus\n")
                        .sources()
                        .stream()
                        .map(Extraction.SourceClaim::title))
                .containsExactly("It is at", "the corpus");
        assertThat(Fixture.markdown("工具 https://github.com/fxsjy/jieba 和 https://github.com/hankcs/HanLP 都可以直接用。\n")
                        .sources()
                        .stream()
                        .map(Extraction.SourceClaim::title))
                .as("what is told of an address is no title")
                .noneMatch(title -> title.contains("工具") || title.contains("都可以"));
        assertThat(Fixture.markdown("仓库 https://github.com/vllm-project/vllm\n").sources().stream()
                        .map(Extraction.SourceClaim::title))
                .as("a word for the kind of page is no title")
                .containsExactly("vllm");
    }

    @Test
    void namesOfReferencesAreNoWords() {
        for (Extraction note : List.of(
                Fixture.markdown("See :numref:`sec_softmax`, {ref}`lstm` and :cite:`crf2001`.\n\n:label:`fig_bert`\n"),
                Fixture.rst("See :cite:`crf2001` and :cite:p:`bert`.\n"))) {
            assertThat(note.concepts()).isEmpty();
        }
        assertThat(Fixture.markdown("## 为什么 :numref:`sec_a` 用 BERT？\n\n因为。\n").questions().stream()
                        .map(Extraction.QuestionClaim::text))
                .containsExactly("为什么 :numref:`sec_a` 用 BERT？");
        assertThat(Fixture.markdown("See:`BERT`, and {set}`LSTM`.\n").concepts().stream()
                        .map(Extraction.ConceptClaim::slug))
                .containsExactly("bert", "long-short-term-memory");
    }

    @Test
    void wordsThatLeadToANameInBracketsAreNoPartOfIt() {
        assertThat(Fixture.markdown(
                                "# BERT、LSTM、CRF\n\n对于非嵌套函数（non-nested function）类，简称评分函数（scoring function）。我们探讨风格迁移（style transfer），即语义分割（semantic segmentation）。\n")
                        .concepts()
                        .stream()
                        .filter(concept -> !concept.known())
                        .map(concept -> concept.labels().get(Language.ZH)))
                .containsExactly("非嵌套函数", "评分函数", "风格迁移", "语义分割");
    }

    @Test
    void aWayOfDoingSomethingIsNoConcept() {
        assertThat(Fixture.markdown("# BERT\n\n- LSTM\n- crf\n- fastbert\n- 基于词典\n").concepts().stream()
                        .filter(concept -> !concept.known())
                        .map(Extraction.ConceptClaim::slug))
                .containsExactly("fastbert");
    }

    private static List<String> relations(String text) {
        return Fixture.markdown(text).relations().stream()
                .map(relation -> relation.from() + " " + relation.relation().key() + " " + relation.to())
                .toList();
    }
}
