package org.zhitu.graph.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhitu.graph.SmallWorld;
import org.zhitu.ontology.Language;

class SearchTest {
    private static final Search SEARCH =
            SmallWorld.knowledge(SmallWorld.store()).search();

    /** The table {@code queries.tsv}: what is typed, and what comes first. */
    @TestFactory
    Stream<DynamicTest> theFirstHitIsTheOneOfTheTable() throws IOException {
        try (InputStream table = SearchTest.class.getResourceAsStream("queries.tsv")) {
            assertThat(table).isNotNull();
            List<String> rows = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(row -> !row.startsWith("#"))
                    .toList();
            assertThat(rows).hasSizeGreaterThanOrEqualTo(40);
            return rows.stream()
                    .map(row -> row.split("\t", -1))
                    .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                        List<Hit> hits = SEARCH.find(row[0], Language.lookup(row[1]), 10);
                        String first = hits.isEmpty() ? "-" : hits.getFirst().id();
                        String matched = hits.isEmpty() ? "" : marked(hits.getFirst());
                        assertThat(first + "\t" + matched)
                                .as(
                                        "hits: %s",
                                        hits.stream().map(SearchTest::marked).toList())
                                .isEqualTo(row[2] + "\t" + row[3]);
                    }));
        }
    }

    @Test
    void namesThatHoldTheWordComeAfterTheOneThatIsItAndBeforeQuestions() {
        assertThat(SEARCH.find("注意力", Language.ZH, 10))
                .extracting(Hit::id, Hit::label, SearchTest::marked)
                .containsExactly(
                        tuple("attention-mechanism", "注意力机制", "[注意力]"),
                        tuple("self-attention", "自注意力", "自[注意力]"),
                        tuple("multi-head-attention", "多头注意力", "多头[注意力]"),
                        tuple("q1", "1. 自注意力为什么要除以根号 d？", "1. 自[注意力]为什么要除以根号 d？"));
    }

    @Test
    void theLabelIsInTheLanguageAskedForWhateverMatched() {
        assertThat(SEARCH.find("zhuyili", Language.EN, 1).getFirst().label()).isEqualTo("Attention Mechanism");
        assertThat(SEARCH.find("attention", Language.ZH, 1).getFirst().label()).isEqualTo("注意力机制");
    }

    @Test
    void latinLettersInsideAWordCountOnlyFromThreeOn() {
        assertThat(SEARCH.find("er", Language.EN, 10))
                .extracting(SearchTest::marked)
                .noneMatch(text -> text.contains("B[ER]T"));
        assertThat(SEARCH.find("mbed", Language.EN, 10)).extracting(Hit::id).containsExactly("word-embedding");
    }

    @Test
    void noSearchGoesBeyondItsLimits() {
        assertThat(SEARCH.find("a", Language.EN, 3)).hasSizeLessThanOrEqualTo(3);
        assertThat(SEARCH.find("注意力", Language.ZH, 0)).isEmpty();
        assertThat(SEARCH.find("注意力 ".repeat(10_000), Language.ZH, 1000)).hasSizeLessThanOrEqualTo(Search.MAX_LIMIT);
        assertThat(SEARCH.find("\u0000\uD800\uFFFF", Language.ZH, 10)).isEmpty();
    }

    private static String marked(Hit hit) {
        return hit.matched().substring(0, hit.from())
                + "[" + hit.matched().substring(hit.from(), hit.to()) + "]"
                + hit.matched().substring(hit.to());
    }
}
