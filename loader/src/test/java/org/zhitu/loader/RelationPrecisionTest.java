package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Ontology;

/** Relations found in real notes against what a reader of their sentences says. */
final class RelationPrecisionTest {
    /** Least share of the relations found that are right. */
    private static final double LEAST_PRECISION = 0.9;

    /** Fewest of the labelled relations that still have to be found. */
    private static final int LEAST_FOUND = 100;

    /** Fewest of the labelled pairs of headings that still have to be found. */
    private static final int LEAST_NESTED = 50;

    private static final String NESTING = "section-nesting";

    @Test
    void nineOfTenRelationsSayWhatTheirSentenceSays() {
        Figures figures = figures("relations.tsv", method -> !method.equals(NESTING));

        assertThat(figures.found()).isGreaterThanOrEqualTo(LEAST_FOUND);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(LEAST_PRECISION);
    }

    @Test
    void nineOfTenHeadingsUnderAnotherHaveToDoWithIt() {
        Figures figures = figures("nesting.tsv", NESTING::equals);

        assertThat(figures.found()).isGreaterThanOrEqualTo(LEAST_NESTED);
        assertThat(figures.precision()).isGreaterThanOrEqualTo(LEAST_PRECISION);
    }

    private record Figures(int right, int wrong) {
        int found() {
            return right + wrong;
        }

        double precision() {
            return (double) right / found();
        }
    }

    @SuppressWarnings("SystemOut") // the figures are what this test is for
    private static Figures figures(String name, Predicate<String> methods) {
        SharedFolder.require("corpora/d2l-zh");
        SortedMap<String, SortedMap<String, Boolean>> labels = labels(name);
        NoteLoader loader = new NoteLoader(Ontology.scheme(Iris.DEFAULT), Iris.DEFAULT);
        int right = 0;
        int wrong = 0;
        int unlabelled = 0;
        for (Map.Entry<String, SortedMap<String, Boolean>> note : labels.entrySet()) {
            for (String found : relations(loader, file(note.getKey()), methods)) {
                Boolean verdict = note.getValue().get(found);
                if (verdict == null) {
                    unlabelled++;
                    System.out.println("not labelled yet: " + note.getKey() + " " + found.replace('\t', ' '));
                } else if (verdict) {
                    right++;
                } else {
                    wrong++;
                }
            }
        }
        Figures figures = new Figures(right, wrong);
        System.out.printf(
                Locale.ROOT,
                "%s: %d right, %d wrong, %d not labelled, precision %.3f%n",
                name,
                right,
                wrong,
                unlabelled,
                figures.precision());
        return figures;
    }

    private static List<String> relations(NoteLoader loader, Path file, Predicate<String> methods) {
        return loader.find(List.of(file)).files().stream()
                .flatMap(note -> loader.load(note).extraction().relations().stream())
                .filter(relation -> methods.test(relation.evidence().method()))
                .map(relation -> String.join(
                        "\t",
                        String.valueOf(relation.evidence().span().line()),
                        relation.from(),
                        relation.relation().key(),
                        relation.to()))
                .toList();
    }

    private static Path file(String name) {
        if (name.startsWith("shared/")) {
            return SharedFolder.require(name.substring("shared/".length()));
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        throw new IllegalArgumentException("no such note: " + name);
    }

    private static SortedMap<String, SortedMap<String, Boolean>> labels(String name) {
        SortedMap<String, SortedMap<String, Boolean>> labels = new TreeMap<>();
        try (InputStream in =
                Objects.requireNonNull(RelationPrecisionTest.class.getResourceAsStream("/labelled/" + name))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                Optional<String[]> row = line.startsWith("#") ? Optional.empty() : Optional.of(line.split("\t"));
                row.ifPresent(fields -> labels.computeIfAbsent(fields[0], note -> new TreeMap<>())
                        .put(String.join("\t", fields[1], fields[2], fields[3], fields[4]), fields[5].equals("right")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return labels;
    }
}
