package org.zhitu.graph;

import org.jspecify.annotations.Nullable;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;

/** Keeps the knowledge of the store's present revision. */
final class StoreKnowledge implements Knowledge.Source {
    private final KnowledgeStore store;
    private final Iris iris;
    private volatile @Nullable Snapshot current;

    StoreKnowledge(KnowledgeStore store, Iris iris) {
        this.store = store;
        this.iris = iris;
    }

    @Override
    public Knowledge current() {
        Snapshot known = current;
        return known != null && known.revision().equals(store.revision()) ? known : renewed();
    }

    /** One thread builds, the others wait for it. */
    private synchronized Knowledge renewed() {
        Snapshot known = current;
        if (known == null || !known.revision().equals(store.revision())) {
            known = Snapshot.of(store, iris);
            current = known;
        }
        return known;
    }

    @Override
    public KnowledgeStore store() {
        return store;
    }
}
