package org.zhitu.ontology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "Self-Attention, self-attention",
        "TF-IDF, tf-idf",
        "Bayes' Theorem, bayes-theorem",
        "Naïve Bayes, naive-bayes",
        "Long  Short-Term Memory (LSTM), long-short-term-memory-lstm",
        "ＢＥＲＴ, bert",
        "word2vec, word2vec",
        "注意力, ''"
    })
    void slugComesFromTheLabel(String label, String slug) {
        assertThat(Slug.of(label)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.Example.org/a/, https://example.org/a",
        "https://arxiv.org/pdf/1706.03762v5.pdf, https://arxiv.org/abs/1706.03762",
        "https://example.org/v?p=9&utm_source=x#t, https://example.org/v?p=9",
        "https://example.org/视频?spm=1, https://example.org/视频",
        "Attention Is All You Need, Attention Is All You Need"
    })
    void spellingsOfOneAddressAreOneSource(String written, String normal) {
        assertThat(SourceAddress.normalise(written)).isEqualTo(normal);
        assertThat(Iris.DEFAULT.source(written)).isEqualTo(Iris.DEFAULT.source(normal));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, ZH", "zh-Hant, ZH", "cmn, ZH", "en-GB, EN", "de, EN", "zh, ZH"})
    void languageRangesFallBackToOneOfOurs(String range, Language language) {
        assertThat(Language.lookup(range)).isEqualTo(language);
    }

    @Test
    void pathsOfNotesSurviveTheWayThroughAnIri() {
        String path = "第 1 周/R&D+a%20b#c?.rst";
        String graph = Iris.DEFAULT.noteGraph(path);
        assertThat(graph).matches("[\\x21-\\x7e]+").doesNotContain("#");
        assertThat(Iris.DEFAULT.notePath(graph)).contains(path);
        assertThat(Iris.DEFAULT.local(Iris.Thing.NOTE, Iris.DEFAULT.note(path))).contains(path);
        assertThat(Iris.DEFAULT.notePath(Iris.evidenceOf(graph))).isEmpty();
    }

    @Test
    void aBaseMustBeAbsoluteAndEndInASlash() {
        assertThatThrownBy(() -> new Iris("https://example.org/kg"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://example.org/kg");
    }
}
