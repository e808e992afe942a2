package org.zhitu.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.Fixture;
import org.zhitu.loader.markdown.MarkdownReader;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;
import org.zhitu.ontology.Language;

final class QuestionsTest {
    @Test
    void headingsAskWithAMarkWithAnInterrogativeOrAsARequest() {
        assertThat(questions(Fixture.markdown("""
                        # 笔记

                        ## 为什么用 softmax？（不用别的）

                        因为好。

                        ## 简单介绍 BERT

                        一个模型。

                        ## What is attention

                        A weighted sum.

                        ## BERT 的优点

                        快。
                        """))).isEqualTo("""
                        3 + 为什么用 softmax？（不用别的） [softmax] 因为好。
                        7 + 简单介绍 BERT [bert] 一个模型。
                        11 + What is attention [attention-mechanism] A weighted sum.
                        """);
    }

    @Test
    void linesOfALineBlockAskOneByOneAndTheLastGetsWhatFollows() {
        assertThat(questions(Fixture.rst("""
                        | 1. RNN 是什么？有什么用？
                        | 2. 讲一下 LSTM。

                        .. image:: lstm.png
                        """))).isEqualTo("""
                        1 - 1. RNN 是什么？有什么用？ [recurrent-neural-network]\s
                        2 + 2. 讲一下 LSTM。 [long-short-term-memory]\s
                        """);
    }

    @Test
    void theAnswerMayFollowOnTheSameLine() {
        assertThat(questions(Fixture.markdown("**Q1: Why is BERT bidirectional?** Because it masks.\n")))
                .isEqualTo("1 + Q1: Why is BERT bidirectional? [bert] Because it masks.\n");
        assertThat(questions(Fixture.markdown("（小明）为什么要用 BERT？因为它好。\n")))
                .isEqualTo("1 + （小明）为什么要用 BERT？ [bert] 因为它好。\n");
    }

    @Test
    void whatStandsForAQuestionAsksAmongQuestionsOnly() {
        assertThat(questions(Fixture.markdown("""
                        1. What is BERT?
                        2. Implement softmax in numpy.
                        3. Why do RNNs forget?
                        4. RNN 和 LSTM 的区别
                        5. BERT
                        """))).isEqualTo("""
                        1 - 1. What is BERT? [bert]\s
                        2 - 2. Implement softmax in numpy. [softmax]\s
                        3 - 3. Why do RNNs forget? [recurrent-neural-network]\s
                        4 - 4. RNN 和 LSTM 的区别 [recurrent-neural-network, long-short-term-memory]\s
                        """);
        assertThat(questions(Fixture.markdown("""
                        # 面试题

                        ## 1. BERT 是什么？

                        ## 2. 讲一下 RNN

                        ## 3. RNN 与 LSTM 对比

                        ## softmax 的实现
                        """))).isEqualTo("""
                        3 - 1. BERT 是什么？ [bert]\s
                        5 - 2. 讲一下 RNN [recurrent-neural-network]\s
                        7 - 3. RNN 与 LSTM 对比 [recurrent-neural-network, long-short-term-memory]\s
                        """);
        assertThat(questions(Fixture.markdown("""
                        - RNN 和 LSTM 的区别
                        - BERT 的原理
                        - softmax
                        - What is BERT?
                        """))).isEqualTo("4 - What is BERT? [bert] \n");
    }

    @Test
    void listItemsAnswerThemselvesOnly() {
        assertThat(questions(Fixture.markdown("""
                        - What is BERT?
                        - What is an RNN?

                          A network.

                        Something else.
                        """))).isEqualTo("""
                        1 - What is BERT? [bert]\s
                        2 + What is an RNN? [recurrent-neural-network] A network.
                        """);
    }

    @Test
    void aToDoIsNoAnswerAndRowsOfMarksAreNoQuestion() {
        Extraction note = Fixture.markdown("## 什么是 BERT？\n\n待补充\n\n## 其他\n\n具体细节？？？？？\n");

        assertThat(questions(note)).isEqualTo("1 - 什么是 BERT？ [bert] \n");
        assertThat(note.findings().stream().map(finding -> finding.line() + " " + finding.code()))
                .containsExactly("1 question-unanswered", "3 to-do", "7 to-do");
    }

    @Test
    void aQuestionKeepsItsFormulas() {
        assertThat(questions(Fixture.markdown("## 为什么要除以 $\\sqrt{d_k}$？\n\n为了稳定。\n")))
                .isEqualTo("1 + 为什么要除以 $\\sqrt{d_k}$？ [] 为了稳定。\n");
        Extraction two = Fixture.markdown("- 1. $W_Q$ 是什么？\n- 2. $W_K$ 是什么？\n");
        assertThat(two.questions().stream().map(Extraction.QuestionClaim::bareText))
                .containsExactly("$W_Q$ 是什么？", "$W_K$ 是什么？");
        assertThat(two.findings().stream().map(Finding::code)).doesNotContain("question-duplicate");
    }

    @Test
    void aBlockForToDosIsAToDoAndNoAnswer() {
        Extraction markdown = Fixture.markdown("## 什么是 BERT？\n\n> [!todo]\n> 补充推导\n");
        assertThat(questions(markdown)).isEqualTo("1 - 什么是 BERT？ [bert] \n");
        assertThat(markdown.findings().stream().map(finding -> finding.line() + " " + finding.code()))
                .containsExactly("1 question-unanswered", "3 to-do");
        assertThat(Fixture.rst("CRF\n===\n\n.. todo:: 写前向算法\n").findings().stream()
                        .map(finding -> finding.line() + " " + finding.code() + " " + finding.arguments()))
                .containsExactly("4 to-do [写前向算法]");
    }

    @Test
    void aLabelIsNoAnswer() {
        assertThat(questions(Fixture.markdown("## 什么是 BERT？\n:label:`sec_bert`\n")))
                .isEqualTo("1 - 什么是 BERT？ [bert] \n");
    }

    @Test
    void aLinkBehindALabelDoesNotAsk() {
        assertThat(questions(Fixture.markdown("- 知乎：[如何理解 CRF](https://www.zhihu.com/question/35866596)\n")))
                .isEmpty();
        assertThat(questions(Fixture.markdown("- 问：如何理解[条件随机场](https://example.org/crf)？\n")))
                .isEqualTo("1 - 问：如何理解条件随机场？ [conditional-random-field] \n");
    }

    @Test
    void sentencesThatEndAndTitlesInTablesDoNotAsk() {
        assertThat(questions(Fixture.markdown("""
                        如何训练 BERT 是一个根本问题。

                        | Model | Paper |
                        |---|---|
                        | [What is BERT?](https://example.org/bert) | good |
                        """))).isEmpty();
    }

    @Test
    void whatSomethingSaysOrSolvesIsAsked() {
        assertThat(questions(Fixture.markdown("- BERT 论文讲了什么\n- LSTM 解决了什么\n- 本节介绍 BERT 做了什么\n")))
                .isEqualTo("""
                        1 - BERT 论文讲了什么 [bert]\s
                        2 - LSTM 解决了什么 [long-short-term-memory]\s
                        """);
    }

    @Test
    void neitherLinksNorQuotationsNorStatementsAsk() {
        assertThat(questions(Fixture.markdown("""
                        [如何理解 BERT？](https://example.org/a)

                        “你好吗？”

                        这就是 BERT 为什么好的原因，我们继续。

                        对比学习很流行。
                        """))).isEmpty();
    }

    @Test
    void whatOnlyNamesFurtherReadingIsNoAnswer() {
        assertThat(Fixture.markdown("""
                        # 笔记

                        ## 什么是 BERT？

                        参考：[李老师的讲义](https://example.org/bert)，第三章

                        ## What is an RNN?

                        References: https://example.org/rnn

                        ## Why does an LSTM forget?

                        - https://example.org/lstm
                        - [Forget gates](https://example.org/gates)

                        ## 什么是 CRF？

                        参考：https://example.org/crf

                        给整条标签序列打分的模型。

                        ## What is softmax?

                        ### References

                        - A book
                        """).questions().stream()
                        .map(question -> question.answered() + " " + question.bareText()))
                .containsExactly(
                        "false 什么是 BERT？",
                        "false What is an RNN?",
                        "false Why does an LSTM forget?",
                        "true 什么是 CRF？",
                        "false What is softmax?");
    }

    @Test
    void aLinkAloneOrAListThatTellsSomethingAnswers() {
        assertThat(Fixture.markdown("""
                        ## 什么是 BERT？

                        https://example.org/bert

                        ## What is an RNN?

                        - [A network](https://example.org/rnn) that reads one word after the other and keeps a state
                        """).questions()).allMatch(Extraction.QuestionClaim::answered);
    }

    @Test
    void aRewordedQuestionKeepsItsIdentity() {
        Extraction before = Fixture.markdown("## 为什么要用多头注意力机制？\n\n好。\n");
        String id = before.questions().getFirst().id();

        Extraction after = again(before, "## 3. 为什么需要使用多头注意力机制？\n\n好。\n\n## 别的什么？ {#mine}\n", Map.of());

        assertThat(after.questions().stream().map(Extraction.QuestionClaim::id)).containsExactly(id, "mine");
        assertThat(after.findings().stream().map(finding -> finding.code())).contains("question-reworded");
    }

    @Test
    void aQuestionBetweenTheSameNeighboursKeepsItsIdentityIfItHasSomethingInCommon() {
        Extraction before = Fixture.markdown("- 什么是 BERT？\n- softmax 为什么会溢出？\n- 什么是 RNN？\n");

        Extraction after = again(before, "- 什么是 BERT？\n- 怎样防止 softmax 溢出到无穷大？\n- 什么是 RNN？\n", Map.of());
        Extraction other = again(before, "- 什么是 BERT？\n- 如何训练词向量？\n- 什么是 RNN？\n", Map.of());

        assertThat(ids(after)).isEqualTo(ids(before));
        assertThat(ids(other)).isNotEqualTo(ids(before));
    }

    @Test
    void anIdentityThatAnotherNoteHasIsGivenToNobodyElse() {
        Extraction before = Fixture.markdown("## 为什么？ {#mine}\n\n好。\n");

        Extraction after = again(before, "## 为什么？ {#mine}\n\n好。\n", Map.of("mine", "other.md"));

        assertThat(ids(after).getFirst()).startsWith("mine-");
        assertThat(after.findings().stream().map(finding -> finding.message(Language.EN)))
                .contains("The identity \"mine\" belongs to a question of other.md already, so this one goes by \""
                        + ids(after).getFirst() + "\". Write another name.");
    }

    @Test
    void rowsOfATableAndWhatUnfoldsAsk() {
        assertThat(questions(Fixture.markdown("""
                        | 问题 | 答案 |
                        |---|---|
                        | 什么是 BERT？ | 一个模型 |
                        | RNN 和 LSTM 有什么区别 | |

                        <details><summary>Why softmax?</summary>

                        It sums to one.

                        </details>
                        """))).isEqualTo("""
                        3 + 什么是 BERT？ [bert] 一个模型
                        4 - RNN 和 LSTM 有什么区别 [recurrent-neural-network, long-short-term-memory]\s
                        6 + Why softmax? [softmax] It sums to one.
                        """);
    }

    @Test
    void theAnswerMayFollowAQuestionWithoutAMark() {
        assertThat(questions(Fixture.markdown("- BERT 怎么训练 —— 先遮后猜\n- 介绍 RNN。它有环。\n")))
                .isEqualTo("1 + BERT 怎么训练 [bert] 先遮后猜\n2 + 介绍 RNN。 [recurrent-neural-network] 它有环。\n");
        assertThat(questions(Fixture.markdown("*6) Discuss BERT.* It is large.\n")))
                .isEqualTo("1 + 6) Discuss BERT. [bert] It is large.\n");
    }

    @Test
    void aParagraphMayEndInAQuestion() {
        assertThat(questions(Fixture.markdown("BERT 真的妙。温度系数怎么调？\n"))).isEqualTo("1 - 温度系数怎么调？ [] \n");
    }

    @Test
    void whatIsSaidAboutQuestionsAsksNothing() {
        assertThat(questions(Fixture.markdown("""
                        - 了解 BERT 如何训练
                        - 无论怎么调都一样
                        - 解释了为什么要归一化
                        """))).isEmpty();
    }

    @Test
    void aQuestionThatNamesNothingIsImpliedToBeAboutItsHeading() {
        Extraction note = Fixture.markdown("# BERT\n\n## 优点是什么？\n\n双向。\n");

        assertThat(note.questions().getFirst().about()).isEmpty();
        assertThat(note.questions().getFirst().implied()).containsExactly("bert");
    }

    @Test
    void sectionsKeepTheirNamesWhenTheyAreRewordedMovedNumberedOrRaised() {
        Extraction before = Fixture.markdown("# BERT\n\n## 预训练任务\n\n好\n\n## 微调的方法\n\n好\n\n## 优点\n\n好\n");

        Extraction after = again(before, "# BERT\n\n# 2. 优点\n\n好\n\n## 1. 预训练的任务\n\n好\n\n### 微调方法\n\n好\n", Map.of());

        assertThat(after.sections().stream().map(Extraction.SectionClaim::id))
                .containsExactly("bert", "you-dian", "yu-xun-lian-ren-wu", "wei-diao-de-fang-fa");
    }

    @Test
    void theSameQuestionTwiceIsReported() {
        Extraction note = Fixture.markdown("## 1. 什么是 BERT？\n\n好。\n\n## 2. 什么是 BERT?\n\n好。\n");

        assertThat(note.questions().stream().map(Extraction.QuestionClaim::id)).doesNotHaveDuplicates();
        assertThat(note.findings().stream().map(finding -> finding.line() + " " + finding.code()))
                .containsExactly("5 question-duplicate");
    }

    private static List<String> ids(Extraction note) {
        return note.questions().stream().map(Extraction.QuestionClaim::id).toList();
    }

    /** Returns what the same note says when its text is another. */
    private static Extraction again(Extraction before, String text, Map<String, String> taken) {
        return new NoteExtractor(Fixture.scheme(), Fixture.lexicon())
                .extract(
                        new MarkdownReader().read(new SourceText("note.md", NoteFormat.MARKDOWN, text)),
                        new PreviousNote(
                                before.questions().stream()
                                        .map(question -> new PreviousQuestion(question.id(), question.bareText()))
                                        .toList(),
                                before.sections().stream()
                                        .map(section -> new PreviousSection(section.id(), section.title()))
                                        .toList(),
                                taken));
    }

    private static String questions(Extraction note) {
        return note.questions().stream()
                .map(question -> question.evidence().span().line()
                        + (question.answered() ? " + " : " - ")
                        + question.text() + " " + question.about() + " "
                        + question.answer().replaceAll("\\s+", " ") + "\n")
                .collect(Collectors.joining());
    }
}
