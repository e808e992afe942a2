package org.zhitu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.ontology.Language;

class PlanTextTest {
    @Test
    void textForATerminal() {
        Plan plan = Plan.of(
                Plans.KNOWLEDGE,
                PlanRequest.to(List.of("bert"), Language.ZH).knowing(List.of("softmax")),
                Optional.of(new StudyTime(
                        OptionalInt.of(120), LocalDate.of(2026, 9, 7), Optional.of(LocalDate.of(2026, 9, 13)))));
        assertThat(Plans.write(plan, PlanFormat.TEXT)).isEqualTo("""
                通向BERT 模型的学习路线：3 步，3.5 小时
                  1. 自注意力  (self-attention, 1 小时)
                     为了学习Transformer 模型：各层由它构成。  [curated]
                     ? 1. 自注意力为什么要除以根号 d？  small.rst:7
                  2. Transformer 模型  (transformer, 1.5 小时) [笔记未涉及]
                     为了学习BERT 模型：它由其编码器堆叠而成。  [curated]
                  3. BERT 模型  (bert, 1 小时)
                     § 小笔记  small.rst:1
                     ? How does BERT mask?  small.rst:12

                时间不够：这条路线需要 3.5 小时，到 2026-09-13 为止只有 2 小时，超出 1.5 小时。
                每周 3.5 小时就够了。
                第 1 周，2026-09-07 至 2026-09-13：2 小时
                     自注意力（1 小时）
                     Transformer 模型（1 小时）
                第 2 周，2026-09-14 至 2026-09-20：1.5 小时 [已过期限]
                     Transformer 模型（30 分钟），接上周
                     BERT 模型（1 小时）
                若要赶上，先略去：
                     Transformer 模型（1.5 小时）：需要它的步骤最少；此后BERT 模型会缺少它
                """);
    }

    @Test
    void aBrokenPrerequisiteIsToldWithItsReason() {
        PlanRequest wished = PlanRequest.to(List.of("bert"), Language.EN)
                .skipping(List.of("softmax"))
                .ordered(List.of("transformer"));
        assertThat(Plans.write(Plan.of(Plans.KNOWLEDGE, wished, Optional.empty()), PlanFormat.TEXT))
                .endsWith("""
                        Left out, as you wished: Softmax.
                        Careful: Transformer needs Self-Attention, which comes later: Its layers are built from it.  [curated]
                        Careful: Self-Attention needs Softmax, which you leave out: Its weights are a softmax.  [curated]
                        """);
    }

    @Test
    void aGoalThatIsLeftOutIsNotSaidToBeReached() {
        PlanRequest wished = PlanRequest.to(List.of("bert"), Language.EN).skipping(List.of("bert"));
        assertThat(Plans.write(Plan.of(Plans.KNOWLEDGE, wished, Optional.empty()), PlanFormat.TEXT))
                .isEqualTo("""
                Study path to BERT: all of it is known or left out.
                Left out, as you wished: BERT.
                """);
    }

    @Test
    void oneStepAndNoStepAreTold() {
        assertThat(written("softmax", List.of()))
                .startsWith("Study path to Softmax: 1 step, 0.5 h\n")
                .contains("At 4 h a week it takes one week, which ends on 2026-09-13.\n");
        assertThat(written("softmax", List.of("softmax"))).isEqualTo("""
                        Study path to Softmax: nothing is left to learn.

                        It takes no time.
                        """);
    }

    private static String written(String goal, List<String> known) {
        StudyTime time = new StudyTime(OptionalInt.of(240), LocalDate.of(2026, 9, 7), Optional.empty());
        PlanRequest wished = PlanRequest.to(List.of(goal), Language.EN).knowing(known);
        return Plans.write(Plan.of(Plans.KNOWLEDGE, wished, Optional.of(time)), PlanFormat.TEXT);
    }

    @Test
    void markdownToTick() {
        assertThat(Plans.write(Plans.weekly(240, Language.EN), PlanFormat.MARKDOWN))
                .startsWith("# Study path to BERT: 4 steps, 4 h\n\n- [ ] **Softmax** (0.5 h) \\[not in the notes\\]\n")
                .contains("  - for Transformer: Its layers are built from it.  \\[curated\\]\n")
                .contains("  - ? 1. 自注意力为什么要除以根号 d？ `small.rst:7`\n")
                .contains("  - [On attention](<https://example.org/attention>)\n")
                .endsWith("""

                        ## Weeks

                        At 4 h a week it takes one week, which ends on 2026-09-13.

                        ### Week 1, 2026-09-07 to 2026-09-13: 4 h

                        - [ ] Softmax (30 min)
                        - [ ] Self-Attention (1 h)
                        - [ ] Transformer (1.5 h)
                        - [ ] BERT (1 h)
                        """);
    }

    @Test
    void mermaidDrawsFromFirstToLast() {
        assertThat(Plans.write(Plans.bert(Language.ZH), PlanFormat.MERMAID)).isEqualTo("""
                flowchart LR
                    c_softmax["归一化指数函数<br/>0.5 小时"]
                    c_self_attention["自注意力<br/>1 小时"]
                    c_transformer["Transformer 模型<br/>1.5 小时"]
                    c_bert["BERT 模型<br/>1 小时"]
                    c_softmax --> c_self_attention
                    c_self_attention --> c_transformer
                    c_transformer --> c_bert
                    class c_bert goal
                    classDef goal stroke-width:3px
                    classDef optional stroke-dasharray:4
                """);
    }

    @Test
    void nothingLeftIsSaid() {
        Plan plan = Plan.of(
                Plans.KNOWLEDGE,
                PlanRequest.to(List.of("bert"), Language.EN).knowing(List.of("bert")),
                Optional.empty());
        assertThat(Plans.write(plan, PlanFormat.TEXT)).isEqualTo("Study path to BERT: nothing is left to learn.\n");
    }

    @Test
    void aDeadlineAloneDemandsItsPace() {
        Plan plan = Plan.of(
                Plans.KNOWLEDGE,
                PlanRequest.to(List.of("bert"), Language.EN),
                Optional.of(new StudyTime(
                        OptionalInt.empty(), LocalDate.of(2026, 9, 7), Optional.of(LocalDate.of(2026, 9, 16)))));
        Plan.Schedule schedule = plan.schedule().orElseThrow();
        assertThat(schedule.timetable().fits()).isTrue();
        assertThat(schedule.budget().minutesPerWeek()).isEqualTo(168);
    }

    @Test
    void bothLanguagesHaveTheSameWordsInOrder() throws IOException {
        List<String> english = keys("en");
        assertThat(keys("zh")).isEqualTo(english);
        assertThat(english).isEqualTo(List.copyOf(new TreeSet<>(english)));
        for (Language language : Language.values()) {
            PlanWords words = PlanWords.in(language);
            for (String key : english) {
                assertThat(new MessageFormat(words.bundle().getString(key), Locale.ROOT)
                                .format(new Object[] {"1", "2", "3", "4"}))
                        .as(key)
                        .doesNotContain("{");
            }
        }
    }

    private static List<String> keys(String language) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PlanWords.class.getResourceAsStream("plan_" + language + ".properties"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .toList();
        }
    }
}
