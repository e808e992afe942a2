package org.zhitu.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptTest {
    private static final List<String> OFFERS =
            List.of("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/turtle");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                                  | application/sparql-results+json
            */*                                                                 | application/sparql-results+json
            text/csv                                                            | text/csv
            Text/CSV                                                            | text/csv
            text/*                                                              | text/csv
            text/csv;q=0.5, application/sparql-results+xml;q=0.9                | application/sparql-results+xml
            text/csv;q=0.9, application/sparql-results+json;q=0.1               | text/csv
            application/sparql-results+xml, */*;q=0.1                           | application/sparql-results+xml
            */*, text/csv                                                       | text/csv
            text/turtle, text/csv                                               | text/turtle
            application/trix, text/turtle;q=0.9, */*;q=0.1                      | text/turtle
            application/sparql-results+json;q=0, */*                            | application/sparql-results+xml
            text/csv; charset=utf-8; q=0.8, text/turtle;q=0.7                   | text/csv
            text/turtle;version=1.2                                             | text/turtle
            image/png, text/csv;q=0.4                                           | text/csv
            nonsense, text/csv                                                  | text/csv
            image/png                                                           | none
            text/csv;q=0                                                        | none
            text/csv;q=high                                                     | none
            nonsense                                                            | none
            """)
    void choosesWhatTheClientWouldRatherHave(String header, String chosen) {
        String best = Accept.parse(List.of(header))
                .best(OFFERS, List::of)
                .map(Accept.Choice::mediaType)
                .orElse("none");
        assertThat(best).isEqualTo(chosen);
    }

    @Test
    void severalHeadersAreOneList() {
        Accept accept = Accept.parse(List.of("text/csv;q=0.2", "text/turtle;q=0.3"));
        assertThat(accept.best(OFFERS, List::of).orElseThrow().offer()).isEqualTo("text/turtle");
    }

    @Test
    void aBrowserPrefersAPageAndAProgramDoesNot() {
        Accept browser = Accept.parse(List.of("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"));
        assertThat(browser.prefers("text/html", OFFERS)).isTrue();
        assertThat(Accept.parse(List.of("*/*")).prefers("text/html", OFFERS)).isFalse();
        assertThat(Accept.parse(List.of()).prefers("text/html", OFFERS)).isFalse();
    }

    @Test
    void anEndlessHeaderIsReadToALimit() {
        String header = "image/png, ".repeat(10_000) + "text/csv";
        assertThat(Accept.parse(List.of(header)).best(OFFERS, List::of)).isEmpty();
    }
}
