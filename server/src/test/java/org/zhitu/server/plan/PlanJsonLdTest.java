package org.zhitu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.ontology.Language;

/** Linked data, read back by Jena without fetching anything. */
class PlanJsonLdTest {
    private static List<String> select(Plan plan, String pattern) {
        Graph graph = RDFParser.fromString(Plans.write(plan, PlanFormat.JSONLD), Lang.JSONLD)
                .toGraph();
        List<String> rows = new ArrayList<>();
        try (QueryExec query = QueryExec.graph(graph)
                .query("PREFIX s: <https://schema.org/> BASE <https://w3id.org/zhitu/id/> SELECT ?x WHERE {" + pattern)
                .build()) {
            query.select()
                    .forEachRemaining(row -> rows.add(
                            row.get("x").isLiteral()
                                    ? row.get("x").getLiteralLexicalForm()
                                    : row.get("x").getURI()));
        }
        return rows;
    }

    @Test
    void aPlanIsACourseWithASyllabus() {
        Plan plan = Plans.weekly(120, Language.ZH);
        assertThat(select(plan, "?c a s:Course ; s:name ?x }")).containsExactly("通向BERT 模型的学习路线");
        assertThat(select(plan, "?x a s:Course }"))
                .containsExactly("https://w3id.org/zhitu/path?goal=bert&hours-per-week=2&start=2026-09-07");
        assertThat(select(plan, "?c s:syllabusSections [ s:position ?n ; s:teaches ?x ] } ORDER BY ?n"))
                .containsExactly(
                        "https://w3id.org/zhitu/id/concept/softmax",
                        "https://w3id.org/zhitu/id/concept/self-attention",
                        "https://w3id.org/zhitu/id/concept/transformer",
                        "https://w3id.org/zhitu/id/concept/bert");
        assertThat(select(plan, "?s a s:Syllabus ; s:teaches <concept/bert> ; s:competencyRequired/s:name ?x }"))
                .containsExactly("Transformer 模型");
        assertThat(select(plan, "?s s:teaches <concept/self-attention> ; s:hasPart [ a s:Question ; s:name ?x ] }"))
                .containsExactly("1. 自注意力为什么要除以根号 d？");
        assertThat(select(plan, "?s s:hasPart/s:url ?x }")).containsExactly("https://example.org/attention");
        assertThat(select(plan, "?c s:hasCourseInstance/s:startDate ?x }")).containsExactly("2026-09-07");
        assertThat(select(plan, "?c a s:Course ; s:timeRequired ?x }")).containsExactly("PT240M");
    }

    @Test
    void whatIsKnownIsWhatTheCourseRequires() {
        Plan plan = Plan.of(
                Plans.KNOWLEDGE,
                PlanRequest.to(List.of("bert"), Language.EN).knowing(List.of("softmax")),
                Optional.empty());
        assertThat(select(plan, "?c a s:Course ; s:competencyRequired/s:name ?x }"))
                .containsExactly("Softmax");
        assertThat(select(plan, "?x a s:Course }"))
                .containsExactly("https://w3id.org/zhitu/path?goal=bert&known=softmax");
    }

    @Test
    void everyTextSaysItsLanguage() {
        Plan chinese = Plans.weekly(120, Language.ZH);
        String texts = "{ ?a s:name ?t } UNION { ?a s:description ?t } ";
        assertThat(select(chinese, texts + "FILTER(LANG(?t) = '') BIND(?t AS ?x) }"))
                .isEmpty();
        assertThat(select(chinese, "?c a s:Course ; s:name ?t BIND(LANG(?t) AS ?x) }"))
                .containsExactly("zh");
        Plan english = Plans.weekly(120, Language.EN);
        assertThat(select(english, "?q a s:Question ; s:name ?x FILTER(LANG(?x) = 'zh') }"))
                .as("a question of a Chinese note")
                .contains("1. 自注意力为什么要除以根号 d？");
        assertThat(select(english, "?c a s:Course ; s:name ?t BIND(LANG(?t) AS ?x) }"))
                .containsExactly("en");
    }
}
