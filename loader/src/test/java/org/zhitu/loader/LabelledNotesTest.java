package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.NoteScore.Part;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Scheme;

/** What is found in notes of many styles against labels that were written before anything was found in them. */
final class LabelledNotesTest {
    @Test
    @SuppressWarnings("SystemOut") // the figures are what this test is for
    void notesOfManyStylesAreReadAsACarefulReaderWould() throws IOException, URISyntaxException {
        Scheme scheme = Ontology.scheme(Iris.DEFAULT);
        NoteLoader loader = new NoteLoader(scheme, Iris.DEFAULT);
        NoteScore all = new NoteScore(scheme);
        for (Path labels : labels()) {
            NoteLabels labelled = NoteLabels.ofTable(Files.readString(labels));
            FoundNote note = note(loader, labels);
            Extraction extraction = loader.load(note).extraction();
            NoteScore own = new NoteScore(scheme);
            own.add(extraction, labelled);
            all.add(extraction, labelled);
            System.out.println(note.path() + ": " + own);
        }
        System.out.println("all labelled notes: " + all);
        if (Boolean.getBoolean("differences")) {
            all.differences().forEach(System.out::println);
        }

        assertThat(all.recall(Part.SECTIONS)).isEqualTo(1);
        assertThat(all.precision(Part.SECTIONS)).isEqualTo(1);
        assertThat(all.recall(Part.SOURCES)).isEqualTo(1);
        assertThat(all.precision(Part.SOURCES)).isEqualTo(1);
        assertThat(all.recall(Part.IMAGES)).isEqualTo(1);
        assertThat(all.precision(Part.IMAGES)).isEqualTo(1);
        assertThat(all.recall(Part.QUESTIONS)).isGreaterThanOrEqualTo(0.97);
        assertThat(all.precision(Part.QUESTIONS)).isGreaterThanOrEqualTo(0.95);
        assertThat(all.recall(Part.ANSWERED)).isGreaterThanOrEqualTo(0.95);
        assertThat(all.recall(Part.ABOUT)).isGreaterThanOrEqualTo(0.9);
        assertThat(all.precision(Part.ABOUT)).isGreaterThanOrEqualTo(0.9);
        assertThat(all.recall(Part.CONCEPTS)).isGreaterThanOrEqualTo(0.95);
        assertThat(all.precision(Part.CONCEPTS)).isGreaterThanOrEqualTo(0.9);
    }

    private static FoundNote note(NoteLoader loader, Path labels) {
        String name = labels.getFileName().toString().replace(".labels.tsv", "");
        return Stream.of(".md", ".rst")
                .map(ending -> labels.resolveSibling(name + ending))
                .filter(Files::exists)
                .flatMap(file -> loader.find(List.of(file)).files().stream())
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> labels() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(LabelledNotesTest.class.getResource("/labelled"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".labels.tsv"))
                    .sorted()
                    .toList();
        }
    }
}
