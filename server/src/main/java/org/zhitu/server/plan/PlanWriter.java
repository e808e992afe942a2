package org.zhitu.server.plan;

import java.nio.charset.StandardCharsets;
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

    /** Returns a plan in a form, as the bytes of a file; text is in UTF-8. */
    public byte[] bytes(Plan plan, PlanFormat format) {
        return format == PlanFormat.APKG
                ? new PlanCards(PlanWords.in(plan.language()), knowledge.questions()).pack(plan)
                : write(plan, format).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a plan in a form that is text; a calendar holds the weeks, so that a plan without any has no events. */
    public String write(Plan plan, PlanFormat format) {
        PlanWords words = PlanWords.in(plan.language());
        return switch (format) {
            case JSON -> Json.readable(PlanView.of(plan)) + "\n";
            case TEXT -> new PlanText(words).write(plan);
            case MARKDOWN -> new PlanMarkdown(words).write(plan);
            case MERMAID -> PlanMermaid.write(plan, words);
            case ICS -> new PlanCalendar(words).write(plan);
            case ANKI -> new PlanCards(words, knowledge.questions()).text(plan);
            case APKG -> throw new IllegalArgumentException("a package is no text");
            case JSONLD -> new PlanJsonLd(words, iris).write(plan);
        };
    }
}
