package org.zhitu.graph.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.SmallWorld;
import org.zhitu.graph.SparqlRows;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Language;

/** The SPARQL beside an answer selects what the answer lists. */
class StudySparqlTest {
    private static final KnowledgeStore STORE = SmallWorld.store();
    private static final StudyPlanner PLANNER = SmallWorld.knowledge(STORE).planner();

    @Test
    void whatIsNext() {
        for (Set<String> known :
                List.of(Set.<String>of(), Set.of("softmax"), Set.of("transformer", "entropy"), Set.of("bert", "没有"))) {
            NextSteps next = PLANNER.next(known, 100, Language.ZH);
            assertThat(SparqlRows.of(STORE, next.sparql()))
                    .containsExactlyInAnyOrderElementsOf(next.steps().stream()
                            .map(step -> step.concept().slug())
                            .toList());
        }
    }

    @Test
    void whatAConceptUnlocks() {
        for (String concept : List.of("softmax", "neural-network", "bert")) {
            Unlocks unlocks = PLANNER.unlocks(concept, List.of(), 100, Language.ZH);
            assertThat(SparqlRows.of(STORE, unlocks.sparql()))
                    .containsExactlyInAnyOrderElementsOf(unlocks.levels().stream()
                            .limit(1)
                            .flatMap(level -> level.concepts().stream())
                            .map(item -> item.concept().slug())
                            .toList());
        }
    }

    @Test
    void valuesAreFilledInAsTerms() {
        assertThat(PLANNER.unlocks("softmax", List.of(), 1, Language.ZH).sparql())
                .contains("VALUES ?concept { <https://w3id.org/zhitu/id/concept/softmax> }")
                .doesNotContain("UNDEF");
    }
}
