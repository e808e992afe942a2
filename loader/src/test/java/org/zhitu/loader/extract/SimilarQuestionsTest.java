package org.zhitu.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class SimilarQuestionsTest {
    @Test
    void theSameWordsInTwoNotesAreOneQuestionWhateverTheirMarks() {
        assertThat(pairs(asked("a", "什么是 softmax？", "softmax"), asked("b", "什么是Softmax?", "softmax")))
                .containsExactly("a b 1.00");
    }

    @Test
    void aWordingThatHardlyDiffersIsTheSame() {
        assertThat(pairs(
                        asked("a", "为什么要用多头注意力机制？", "multi-head-attention"),
                        asked("b", "为什么要使用多头注意力机制？", "multi-head-attention")))
                .containsExactly("a b 0.87");
    }

    @Test
    void aPlainRequestIsTheSameInBothLanguages() {
        assertThat(pairs(
                        asked("a", "什么是词向量？", "word-embedding"),
                        asked("b", "What is a word embedding?", "word-embedding")))
                .containsExactly("a b 0.80");
        assertThat(pairs(
                        asked("a", "CRF 和 HMM 有什么区别？", "crf", "hmm"),
                        asked("b", "How does an HMM differ from a CRF?", "crf", "hmm")))
                .containsExactly("a b 0.80");
    }

    @Test
    void questionsAboutOtherThingsAreOthersHoweverAlike() {
        assertThat(pairs(asked("a", "CRF 和 HMM 有什么区别？", "crf", "hmm"), asked("b", "CRF 和 MEMM 有什么区别？", "crf", "memm")))
                .isEmpty();
        assertThat(pairs(asked("a", "训练 GPT-2 要多少显存？"), asked("b", "训练 GPT-3 要多少显存？")))
                .isEmpty();
        assertThat(pairs(asked("a", "什么是 BERT？", "bert"), asked("b", "什么是 BERT 的微调？", "bert")))
                .isEmpty();
    }

    @Test
    void oneNoteDoesNotMatchItself() {
        SimilarQuestions.Asked one = new SimilarQuestions.Asked("q1", "note", 1, "什么是熵？", Set.of());
        SimilarQuestions.Asked other = new SimilarQuestions.Asked("q2", "note", 9, "什么是熵？", Set.of());

        assertThat(SimilarQuestions.among(List.of(one, other))).isEmpty();
    }

    @Test
    void theOrderOfTheQuestionsMakesNoDifference() {
        List<SimilarQuestions.Asked> questions = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            questions.add(asked("n" + i, "第" + (i % 7) + "种方法为什么有效，" + "又".repeat(i % 3) + "为什么好？"));
        }
        List<SimilarQuestions.Pair> pairs = SimilarQuestions.among(questions);
        Collections.shuffle(questions, new Random(7));

        assertThat(pairs).isNotEmpty();
        assertThat(SimilarQuestions.among(questions)).isEqualTo(pairs);
    }

    @Test
    @Timeout(20)
    void tenThousandCopiesAndTenThousandOthersAreComparedInSeconds() {
        List<SimilarQuestions.Asked> questions = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            questions.add(asked("same" + i, "什么是 BERT？", "bert"));
            StringBuilder text = new StringBuilder("为什么");
            for (int k = 0; k < 12; k++) {
                text.appendCodePoint(0x4e00 + random.nextInt(3000));
            }
            questions.add(asked("other" + i, text + "？"));
        }

        assertThat(SimilarQuestions.among(questions)).hasSize(9_999);
    }

    private static SimilarQuestions.Asked asked(String note, String text, String... about) {
        return new SimilarQuestions.Asked("q-" + note, note, 1, text, Set.of(about));
    }

    private static List<String> pairs(SimilarQuestions.Asked... questions) {
        return SimilarQuestions.among(List.of(questions)).stream()
                .map(pair -> String.format(
                        Locale.ROOT,
                        "%s %s %.2f",
                        pair.one().note(),
                        pair.other().note(),
                        pair.score()))
                .toList();
    }
}
