package org.zhitu.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.search.Hit;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

class KnowledgeTest {
    @Test
    void answersOfEveryPartComeFromOneSnapshotUntilTheStoreChanges() {
        KnowledgeStore store = SmallWorld.store();
        Knowledge.Source source = Knowledge.of(store, SmallWorld.IRIS);
        Knowledge before = source.current();
        assertThat(source.current()).isSameAs(before);
        assertThat(before.revision()).isEqualTo(store.revision());
        assertThat(before.search().find("注意力", Language.ZH, 5))
                .extracting(Hit::id)
                .startsWith("attention-mechanism");
        assertThat(before.neighbourhoods().around("bert", 2, EnumSet.allOf(Relation.class), 50, Language.ZH))
                .isPresent();
        assertThat(before.planner().path(List.of("bert"), Set.of(), Language.ZH).steps())
                .isNotEmpty();
        assertThat(before.concepts().overview(Language.EN).concepts()).isEqualTo(18);

        store.write(writer -> writer.remove(SmallWorld.IRIS.noteGraph("nlp.rst")));

        assertThat(source.current()).isNotSameAs(before);
        assertThat(source.current().notes().list()).hasSize(1);
        assertThat(source.current().concepts().card("span-bert-tricks", Language.EN))
                .isEmpty();
    }
}
