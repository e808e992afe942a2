package org.zhitu.graph;

import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Scheme;

/** The curated scheme itself, without notes: for what only shows at its size. */
public final class TheScheme {
    private TheScheme() {}

    /** Returns the knowledge of a store that holds nothing else. */
    public static Knowledge knowledge() {
        return SmallWorld.knowledge(store());
    }

    static KnowledgeStore store() {
        Scheme scheme = Ontology.scheme(SmallWorld.IRIS);
        KnowledgeStore store = KnowledgeStore.inMemory();
        store.write(writer -> writer.replace(
                SmallWorld.IRIS.schemeGraph(), scheme.statements(), scheme.evidence(), scheme.contentHash()));
        return store;
    }
}
