package org.zhitu.graph;

import org.zhitu.graph.atlas.Atlas;
import org.zhitu.graph.explain.Explanations;
import org.zhitu.graph.query.Concepts;
import org.zhitu.graph.query.Notes;
import org.zhitu.graph.query.Questions;
import org.zhitu.graph.query.Sources;
import org.zhitu.graph.search.Search;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.study.StudyPlanner;
import org.zhitu.graph.view.Neighbourhoods;
import org.zhitu.ontology.Iris;

/**
 * The answers that a store can give. Concepts, their names and relations are those of one revision for as long as a value
 * of this class is kept; texts and evidence are read when they are asked for, each answer in one transaction.
 * {@link Source#current()} is cheap while nothing changes.
 */
public interface Knowledge {
    /** The revision that the answers are made from. */
    String revision();

    /** The concepts. */
    Concepts concepts();

    /** The questions. */
    Questions questions();

    /** The sources that notes give. */
    Sources sources();

    /** The notes. */
    Notes notes();

    /** Search over concepts and questions. */
    Search search();

    /** What to draw. */
    Neighbourhoods neighbourhoods();

    /** All concepts on one map. */
    Atlas atlas();

    /** What to learn. */
    StudyPlanner planner();

    /** How two concepts hang together and in what they differ. */
    Explanations explanations();

    /** Hands out the knowledge of the store's present revision. Safe for use by many threads. */
    interface Source {
        /** Returns the answers of the present revision; builds them anew only after a change. */
        Knowledge current();

        /** Returns the store behind. */
        KnowledgeStore store();
    }

    /** Returns a source over a store whose IRIs hang below a base. */
    static Source of(KnowledgeStore store, Iris iris) {
        return new StoreKnowledge(store, iris);
    }
}
