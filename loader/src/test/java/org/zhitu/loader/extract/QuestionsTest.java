package org.zhitu.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.Fixture;

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
    void neitherLinksNorQuotationsNorStatementsAsk() {
        assertThat(questions(Fixture.markdown("""
                        [如何理解 BERT？](https://example.org/a)

                        “你好吗？”

                        这就是 BERT 为什么好的原因，我们继续。

                        对比学习很流行。
                        """))).isEmpty();
    }

    @Test
    void aRewordedQuestionKeepsItsIdentity() {
        Extraction before = Fixture.markdown("## 为什么要用多头注意力机制？\n\n好。\n");
        String id = before.questions().getFirst().id();
        org.zhitu.loader.document.Document reworded = new org.zhitu.loader.markdown.MarkdownReader()
                .read(new org.zhitu.loader.source.SourceText(
                        "note.md",
                        org.zhitu.loader.source.NoteFormat.MARKDOWN,
                        "## 3. 为什么需要使用多头注意力机制？\n\n好。\n\n## 别的什么？ {#mine}\n"));

        Extraction after = new NoteExtractor(Fixture.scheme(), Fixture.lexicon())
                .extract(
                        reworded,
                        before.questions().stream()
                                .map(question -> new PreviousQuestion(question.id(), question.bareText()))
                                .toList());

        assertThat(after.questions().stream().map(Extraction.QuestionClaim::id)).containsExactly(id, "mine");
        assertThat(after.findings().stream().map(finding -> finding.code())).contains("question-reworded");
    }

    @Test
    void theSameQuestionTwiceIsReported() {
        Extraction note = Fixture.markdown("## 1. 什么是 BERT？\n\n好。\n\n## 2. 什么是 BERT?\n\n好。\n");

        assertThat(note.questions().stream().map(Extraction.QuestionClaim::id)).doesNotHaveDuplicates();
        assertThat(note.findings().stream().map(finding -> finding.line() + " " + finding.code()))
                .containsExactly("5 question-duplicate");
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
