package org.zhitu.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhitu.graph.query.ConceptCard;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.view.Neighbourhood;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/**
 * The last steps of the walk along the data, as golden files in {@code src/test/resources/walk}: what the graph of a small
 * scheme and two notes answers. Run with {@code -Dgolden.update=true} to write them anew, then read the difference.
 */
class WalkTest {
    private static final Path WALK = Path.of("src/test/resources/walk");
    private static final Knowledge KNOWLEDGE = SmallWorld.knowledge(SmallWorld.store());

    @Test
    void theCardOfAConcept() throws IOException {
        assertGolden(
                "card.txt",
                card(KNOWLEDGE.concepts().card("self-attention", Language.ZH).orElseThrow()));
    }

    @Test
    void theNeighbourhoodOfAConcept() throws IOException {
        Neighbourhood around = KNOWLEDGE
                .neighbourhoods()
                .around("self-attention", 2, EnumSet.allOf(Relation.class), 40, Language.ZH)
                .orElseThrow();
        String nodes = around.nodes().stream()
                .map(node -> String.format(
                        Locale.ROOT,
                        "%s %s distance %d at (%.0f, %.0f) size %.0f x %.0f",
                        node.concept().label(),
                        node.role(),
                        node.distance(),
                        node.x(),
                        node.y(),
                        node.width(),
                        node.height()))
                .collect(Collectors.joining("\n"));
        String edges = around.edges().stream()
                .map(edge -> edge.from() + " " + edge.relation().key() + " " + edge.to())
                .collect(Collectors.joining("\n"));
        assertGolden("neighbourhood.txt", nodes + "\n\n" + edges + "\n");
    }

    @Test
    void thePathToAConcept() throws IOException {
        assertGolden("study-path.txt", path(KNOWLEDGE.planner().path(List.of("bert"), Set.of("softmax"), Language.ZH)));
    }

    private static String card(ConceptCard card) {
        StringBuilder text = new StringBuilder();
        line(text, "id", card.id());
        line(text, "label", card.label());
        line(text, "kind", card.kind().term());
        line(text, "prefLabel", card.prefLabel().toString());
        line(text, "altLabel", card.altLabel().toString());
        line(text, "difficulty", Integer.toString(card.difficulty()));
        line(text, "minutes", Integer.toString(card.minutes()));
        line(text, "broader", labels(card.broader()));
        line(text, "narrower", labels(card.narrower()));
        card.prerequisites().forEach(link -> line(text, "prerequisite", link(link)));
        card.unlocks().forEach(link -> line(text, "unlocks", link(link)));
        card.relations()
                .forEach(some -> line(
                        text,
                        (some.inverse() ? "inverse of " : "") + some.relation().key(),
                        labels(some.concepts().stream()
                                .map(ConceptCard.RelatedConcept::concept)
                                .toList())));
        card.introducedIn()
                .forEach(work -> line(text, "introducedIn", work.authors() + ", " + work.title() + ", " + work.year()));
        card.questions()
                .forEach(question ->
                        line(text, "question", question.text() + " (" + question.note() + ":" + question.line() + ")"));
        card.sources()
                .forEach(source -> line(
                        text,
                        "source",
                        source.title() + " <" + source.url() + "> (" + source.note() + ":" + source.line() + ")"));
        card.mentions()
                .forEach(mention -> line(text, "mention", mention.noteTitle() + " " + evidence(mention.evidence())));
        return text.toString();
    }

    private static String path(StudyPath path) {
        StringBuilder text = new StringBuilder();
        line(text, "goal", String.join(", ", path.goal()));
        line(text, "known", String.join(", ", path.known()));
        line(text, "hours", Double.toString(path.hours()));
        int number = 0;
        for (StudyPath.Step step : path.steps()) {
            text.append('\n').append(++number).append(". ").append(step.label());
            text.append(" (").append(step.minutes()).append(" min, generation ").append(step.generation());
            text.append(step.covered() ? ", covered" : "").append(")\n");
            step.because()
                    .forEach(because -> line(
                            text,
                            "   for " + because.neededForLabel(),
                            because.reason()
                                    + because.evidence().stream()
                                            .map(one -> " " + evidence(one))
                                            .collect(Collectors.joining())));
            step.questions().forEach(question -> line(text, "   question", question.text()));
            step.sources().forEach(source -> line(text, "   source", source.title()));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append('\n');
    }

    private static String labels(List<ConceptRef> concepts) {
        return concepts.stream().map(ConceptRef::label).collect(Collectors.joining(", "));
    }

    private static String link(ConceptCard.PrerequisiteLink link) {
        return link.concept().label()
                + (link.required() ? " required: " : " helpful: ")
                + link.reason()
                + link.evidence().stream().map(one -> " " + evidence(one)).collect(Collectors.joining());
    }

    private static String evidence(EvidenceRef evidence) {
        String place = evidence.note().isEmpty() ? "scheme" : evidence.note() + ":" + evidence.line();
        return "[" + place + " " + evidence.method() + " " + evidence.confidence() + "]";
    }

    private static void assertGolden(String name, String text) throws IOException {
        Path file = WALK.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(WALK);
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
