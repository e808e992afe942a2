package org.zhitu.server.resource;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.about.SelfDescription;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;

/** When the data last changed, as they say themselves; read once for each revision. */
@Component
final class Freshness {
    private final KnowledgeStore store;
    private final SelfDescription about;
    private volatile @Nullable State current;

    Freshness(Knowledge.Source source, Iris iris) {
        this.store = source.store();
        this.about = new SelfDescription(iris);
    }

    private record State(String revision, Optional<Instant> modified) {}

    /** Returns when the data last changed; empty where nothing was ever loaded. */
    Optional<Instant> modified() {
        State known = current;
        if (known == null || !known.revision.equals(store.revision())) {
            known = store.read(reader -> new State(reader.revision(), about.modified(reader)));
            current = known;
        }
        return known.modified;
    }
}
