package org.zhitu.loader.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.Fixture;

final class LexiconTest {
    private final Lexicon lexicon = Fixture.lexicon();

    @Test
    void caseHyphensBlanksAndPluralsMakeNoDifference() {
        assertThat(found("N-Gram, n gram, ngram and N-grams"))
                .isEqualTo("n-gram[N-Gram] n-gram[n gram] n-gram[ngram] n-gram[N-grams]");
        assertThat(found("bagofword 和 bag of words")).isEqualTo("bag-of-words[bagofword] bag-of-words[bag of words]");
        assertThat(found("over fitting; tokenisation; ＢＥＲＴ"))
                .isEqualTo("overfitting[over fitting] tokenization[tokenisation] bert[ＢＥＲＴ]");
        assertThat(found("N—gram 模型；BERT——LSTM")).isEqualTo("n-gram[N—gram] bert[BERT] long-short-term-memory[LSTM]");
        assertThat(found("用𝗕𝗘𝗥𝗧微调，𝐁𝐄𝐑𝐓也行")).isEqualTo("bert[𝗕𝗘𝗥𝗧] bert[𝐁𝐄𝐑𝐓]");
    }

    @Test
    void englishNamesMatchWholeWordsAlsoNextToChinese() {
        assertThat(found("用BERT做分类，ALBERT不算，BERT4Rec也不算")).isEqualTo("bert[BERT]");
        assertThat(found("RoBERTa is not BERT")).isEqualTo("roberta[RoBERTa] bert[BERT]");
    }

    @Test
    void theLongestOfOverlappingNamesCounts() {
        assertThat(found("多头注意力和自注意力都是注意力机制"))
                .isEqualTo("multi-head-attention[多头注意力] self-attention[自注意力] attention-mechanism[注意力机制]");
    }

    @Test
    void aShortAbbreviationInLowerCaseAmongWordsIsAWord() {
        assertThat(found("we map the input")).isEmpty();
        assertThat(found("the MAP estimate")).isEqualTo("maximum-a-posteriori-estimation[MAP]");
        assertThat(found("add a crf on top")).isEqualTo("conditional-random-field[crf]");
    }

    @Test
    void wordsNearbyDecideWhatAnAmbiguousNameMeans() {
        assertThat(found("决策树的剪枝")).isEqualTo("decision-tree[决策树] decision-tree[剪枝]");
        assertThat(found("蒸馏与剪枝")).isEqualTo("model-pruning[剪枝]");
        assertThat(found("剪枝")).isEqualTo("model-pruning[剪枝]");
    }

    @Test
    void aNameWithoutUsualReadingCountsOnlyInContext() {
        assertThat(found("戴 mask 出门")).isEmpty();
        assertThat(found("注意力里的 mask")).isEqualTo("attention-mechanism[注意力] attention-mask[mask]");
        Surroundings heading = new Surroundings(Set.of(Lexicon.key("attention")), Set.of(), Set.of());
        assertThat(lexicon.find("how the mask works", heading)).hasSize(1);
    }

    @Test
    void readingsThatAreEquallyLikelyAreToldAsRivals() {
        List<Mention> mentions = lexicon.find("决策树压缩时的剪枝", Surroundings.NONE);

        assertThat(mentions.getLast().slug()).isEqualTo("model-pruning");
        assertThat(mentions.getLast().rivals()).containsExactly("decision-tree");
    }

    @Test
    void everyNameResolves() {
        assertThat(lexicon.resolve("lstm")).contains("long-short-term-memory");
        assertThat(lexicon.resolve("长短期记忆网络")).contains("long-short-term-memory");
        assertThat(lexicon.resolve("long-short-term-memory")).contains("long-short-term-memory");
        assertThat(lexicon.resolve("Transformers")).contains("transformer");
        assertThat(lexicon.resolve("nothing")).isEmpty();
    }

    @Test
    void aMillionCharactersTakeNoMoreThanOnePass() {
        String text = "attention ".repeat(100_000);

        assertThat(lexicon.find(text, Surroundings.NONE)).hasSize(100_000);
    }

    private String found(String text) {
        return lexicon.find(text, Surroundings.NONE).stream()
                .peek(mention -> assertThat(text.substring(mention.start(), mention.end()))
                        .isEqualTo(mention.surface()))
                .map(mention -> mention.slug() + "[" + mention.surface() + "]")
                .collect(Collectors.joining(" "));
    }
}
