package org.zhitu.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhitu.ontology.Language;

class RequestLanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zh-CN,zh;q=0.9,en;q=0.8 | ZH
            zh-Hant                 | ZH
            en-GB,en                | EN
            de, zh;q=0.5            | ZH
            de, fr                  | EN
            en;q=0.1, zh;q=0.9      | ZH
            zh;q=0, en              | EN
            ;;;                     | EN
            """)
    void theHeaderDecides(String header, Language language) {
        assertThat(RequestLanguage.of(null, header)).isEqualTo(language);
    }

    @Test
    void theParameterWins() {
        assertThat(RequestLanguage.of("zh", "en")).isEqualTo(Language.ZH);
        assertThat(RequestLanguage.of("en-US", "zh")).isEqualTo(Language.EN);
        assertThat(RequestLanguage.of("", "zh")).isEqualTo(Language.ZH);
        assertThat(RequestLanguage.of(null, null)).isEqualTo(Language.EN);
    }
}
