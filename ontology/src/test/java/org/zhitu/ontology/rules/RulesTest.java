package org.zhitu.ontology.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Ontology;

class RulesTest {
    private static final Rules RULES = Rules.load();

    @TestFactory
    Stream<DynamicTest> eachRuleTellsItsSmallestBadExampleFromItsGoodOne() {
        return RULES.all().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    assertThat(broken("bad", rule))
                            .as("bad.ttl breaks %s", rule.name())
                            .isNotEmpty();
                    assertThat(broken("good", rule))
                            .as("good.ttl keeps %s", rule.name())
                            .isEmpty();
                }));
    }

    @Test
    void everyRuleExplainsItselfInBothLanguages() {
        assertThat(RULES.all()).allSatisfy(rule -> {
            assertThat(rule.problem(Language.EN)).endsWith(".");
            assertThat(rule.fix(Language.EN)).endsWith(".");
            assertThat(rule.problem(Language.ZH)).endsWith("。");
            assertThat(rule.fix(Language.ZH)).endsWith("。");
        });
    }

    @Test
    void theCuratedSchemeBreaksNoRule() {
        assertThat(RULES.check(Ontology.scheme(Iris.DEFAULT))).isEmpty();
    }

    private static List<Violation> broken(String example, Rule rule) throws Exception {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = RulesTest.class.getResourceAsStream(rule.name() + "/" + example + ".ttl")) {
            assertThat(in).as("%s has a file %s.ttl", rule.name(), example).isNotNull();
            RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
        }
        return RULES.check(graph).stream()
                .filter(violation -> violation.rule().equals(rule))
                .toList();
    }
}
