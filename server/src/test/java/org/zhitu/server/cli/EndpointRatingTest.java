package org.zhitu.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.TestServer;
import org.zhitu.server.load.NoteLibrary;

class EndpointRatingTest {
    @Test
    void aServerOverTheBundledNotesHasTheBestGradeInEachAspect() {
        KnowledgeStore store = KnowledgeStore.inMemory();
        new NoteLibrary(store, Iris.DEFAULT, Optional.empty()).refresh((done, all) -> {});
        try (TestServer server = TestServer.over(store)) {
            String site = server.at("").toString();
            assertThat(new EndpointRating(site).aspects())
                    .hasSize(6)
                    .filteredOn(aspect -> !aspect.name().equals("performance")) // that is the machine's to say
                    .allSatisfy(aspect ->
                            assertThat(aspect.grade()).as(aspect.toString()).isEqualTo('A'));
        }
    }

    @Test
    void nobodyThereIsTheWorstGrade() {
        assertThat(new EndpointRating("http://localhost:9").aspects())
                .allSatisfy(aspect -> assertThat(aspect.grade()).isEqualTo('E'));
    }
}
