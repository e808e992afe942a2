package org.zhitu.server.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.server.TestServer;

/** Plans over the small store of the tests: BERT takes four hours in four steps. */
final class Plans {
    static final Knowledge KNOWLEDGE = knowledge();

    private Plans() {}

    private static Knowledge knowledge() {
        KnowledgeStore store = KnowledgeStore.inMemory();
        TestServer.fill(store);
        return Knowledge.of(store, Iris.DEFAULT).current();
    }

    static Plan bert(Language language) {
        return Plan.of(KNOWLEDGE, PlanRequest.to(List.of("bert"), language), Optional.empty());
    }

    /** The plan to BERT by weeks of so many minutes from a Monday in September. */
    static Plan weekly(int minutes, Language language) {
        return Plan.of(
                KNOWLEDGE,
                PlanRequest.to(List.of("bert"), language),
                Optional.of(new StudyTime(OptionalInt.of(minutes), LocalDate.of(2026, 9, 7), Optional.empty())));
    }

    static String write(Plan plan, PlanFormat format) {
        return new PlanWriter(KNOWLEDGE, Iris.DEFAULT).write(plan, format);
    }
}
