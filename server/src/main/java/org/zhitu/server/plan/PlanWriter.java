package org.zhitu.server.plan;

import org.zhitu.graph.Knowledge;
import org.zhitu.ontology.Iris;
import org.zhitu.server.json.Json;

/** Writes plans in every form. Equal plans give equal bytes: nothing is asked of a clock. */
public final class PlanWriter {
    private final Knowledge knowledge;
    private final Iris iris;

    /**
     * @param knowledge where answers to questions are looked up
     * @param iris      the names of what a plan is made of
     */
    public PlanWriter(Knowledge knowledge, Iris iris) {
        this.knowledge = knowledge;
        this.iris = iris;
    }

    /** Returns a plan in a form; a calendar holds the weeks, so that a plan without any has no events. */
    public String write(Plan plan, PlanFormat format) {
        PlanWords words = PlanWords.in(plan.language());
        return switch (format) {
            case JSON -> Json.readable(PlanView.of(plan)) + "\n";
            case TEXT -> new PlanText(words).write(plan);
            case MARKDOWN -> new PlanMarkdown(words).write(plan);
            case MERMAID -> PlanMermaid.write(plan, words);
            case ICS -> new PlanCalendar(words).write(plan);
            case ANKI -> new PlanCards(words, knowledge.questions()).write(plan);
            case JSONLD -> new PlanJsonLd(words, iris).write(plan);
        };
    }
}
