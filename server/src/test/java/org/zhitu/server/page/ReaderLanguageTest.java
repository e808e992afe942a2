package org.zhitu.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.zhitu.ontology.Language;

class ReaderLanguageTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "-     | zh-CN,zh;q=0.9,en;q=0.8 | ZH",
                "-     | en-GB,en;q=0.9,zh;q=0.8 | EN",
                "-     | fr-FR,fr,zh-Hant;q=0.5  | ZH",
                "-     | fr-FR,de                | EN",
                "-     | -                       | EN",
                "-     | ;;;                     | EN",
                "en    | zh-CN                   | EN",
                "zh-TW | en                      | ZH",
            })
    void theAddressGoesBeforeWhatTheBrowserAccepts(String parameter, String header, Language expected) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (parameter != null) {
            request.setParameter("lang", parameter);
        }
        if (header != null) {
            request.addHeader("Accept-Language", header);
        }
        assertThat(ReaderLanguage.of(request)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/topics, /topics?lang=zh",
        "/path?goal=bert, /path?goal=bert&lang=zh",
        "/note/nlp/a.rst#L3, /note/nlp/a.rst?lang=zh#L3",
        "/concept/bert.ttl, /concept/bert.ttl",
        "/assets/app-1.css, /assets/app-1.css",
        "/topics?lang=en, /topics?lang=en",
        "//example.org/, //example.org/",
        "https://example.org/, https://example.org/",
        "#content, #content",
    })
    void linksToPagesKeepTheChoice(String link, String kept) {
        assertThat(new Choices(Map.of("lang", "zh")).keep(link)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            delimiter = '|',
            value = {
                "zh-TW   | en | ZH",
                "en-US   | zh | EN",
                "-       | zh | ZH",
                "fr      | zh | EN",
            })
    void namesMayBeInAnotherLanguageThanThePage(String content, String language, Language expected) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/concept/bert");
        request.setQueryString("lang=" + language);
        request.setParameter("lang", language);
        if (content != null) {
            request.setParameter("content", content);
        }
        Site site = Site.of(request, "/concept/bert", Assets.load(), Messages.load());
        assertThat(site.tag()).isEqualTo(language);
        assertThat(site.content()).isEqualTo(expected);
        assertThat(site.names())
                .isEqualTo("/concept/bert?lang=" + language + "&content="
                        + expected.other().tag());
        assertThat(site.choices().keep("/topics?from=2#x"))
                .isEqualTo(
                        content == null
                                ? "/topics?from=2&lang=" + language + "#x"
                                : "/topics?from=2&lang=" + language + "&content=" + expected.tag() + "#x");
    }

    @Test
    void theSwitchKeepsThePageAndNeverLeavesTheSite() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/search");
        request.setQueryString("q=%E6%B3%A8&lang=zh");
        request.setParameter("lang", "zh");
        assertThat(Site.of(request, "/search", Assets.load(), Messages.load()).switchTo())
                .isEqualTo("/search?q=%E6%B3%A8&lang=en");
        assertThat(Site.of(request, "//evil.example/", Assets.load(), Messages.load())
                        .switchTo())
                .startsWith("/evil.example/");
    }
}
