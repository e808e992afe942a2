package org.zhitu.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.zhitu.ontology.Language;

class KnownTermsTest {
    @Test
    void everyTermThatTheModelReusesHasANameAndAMeaningInBothLanguages() throws IOException {
        Set<String> used = new TreeSet<>(Pattern.compile("(?<![\\w/])(?:schema|skos|dcterms|prov):[A-Za-z]+")
                .matcher(Files.readString(Path.of("..", "docs", "model.md")))
                .results()
                .map(MatchResult::group)
                .toList());
        for (Language language : Language.values()) {
            List<KnownTerms.Entry> terms = KnownTerms.in(language);
            assertThat(terms)
                    .extracting(KnownTerms.Entry::name)
                    .containsAll(used)
                    .doesNotHaveDuplicates();
            assertThat(terms).allSatisfy(term -> {
                assertThat(term.zh()).as(term.name()).isNotBlank();
                assertThat(term.en()).as(term.name()).isNotBlank();
                assertThat(term.definition()).as(term.name()).isNotBlank();
            });
        }
    }

    @Test
    void aTermIsDefinedInTheReadersLanguage() {
        assertThat(KnownTerms.in(Language.ZH))
                .contains(new KnownTerms.Entry(
                        "http://www.w3.org/2004/02/skos/core#broader",
                        "skos:broader",
                        "property",
                        "more general",
                        "上位概念",
                        "直接在上面的、更一般的概念。"));
    }
}
