package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.NoteScore.Part;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Scheme;

/** What is found on the user's own page against what was labelled by hand, with the curated scheme. */
final class SeedClaimsTest {
    @Test
    @SuppressWarnings("SystemOut") // the figures are what this test is for
    void thePageIsReadAsACarefulReaderWould() throws IOException {
        Scheme scheme = Ontology.scheme(Iris.DEFAULT);
        Path page = SharedFolder.require("seed/nlp.rst");
        Path gold = SharedFolder.require("dev-set/nlp.gold.json");
        NoteLabels labels = NoteLabels.ofJson(Files.readString(gold));
        Extraction note = new NoteLoader(scheme, Iris.DEFAULT)
                .load(new FoundNote("nlp.rst", page, NoteFormat.RST))
                .extraction();
        NoteScore score = new NoteScore(scheme);
        score.add(note, labels);
        System.out.println("the user's page: " + score);
        if (Boolean.getBoolean("differences")) {
            score.differences().forEach(System.out::println);
        }

        assertThat(note.sections().stream().map(section -> section.level() + " " + section.title()))
                .containsExactlyElementsOf(labels.sections());
        assertThat(note.sources().stream().map(Extraction.SourceClaim::url))
                .containsExactlyElementsOf(labels.sources());
        assertThat(note.images().stream().map(Extraction.ImageClaim::path)).containsExactlyElementsOf(labels.images());
        assertThat(score.recall(Part.QUESTIONS)).isEqualTo(1);
        assertThat(score.precision(Part.QUESTIONS)).isGreaterThanOrEqualTo(0.95);
        assertThat(score.recall(Part.ANSWERED)).isGreaterThanOrEqualTo(0.95);
        assertThat(score.recall(Part.ABOUT)).isGreaterThanOrEqualTo(0.9);
        assertThat(score.precision(Part.ABOUT)).isGreaterThanOrEqualTo(0.9);
        assertThat(score.recall(Part.CONCEPTS)).isGreaterThanOrEqualTo(0.97);
        assertThat(score.precision(Part.CONCEPTS)).isGreaterThanOrEqualTo(0.9);
    }
}
