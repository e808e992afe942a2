package org.zhitu.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.ontology.Concept;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Scheme;

/** What is found on the user's own page against what was labelled by hand, with the curated scheme. */
final class SeedClaimsTest {
    @Test
    @SuppressWarnings("SystemOut") // the figures are what this test is for
    void thePageIsReadAsACarefulReaderWould() throws IOException {
        Scheme scheme = Ontology.scheme(Iris.DEFAULT);
        Optional<Path> page = SharedFolder.find("seed/nlp.rst");
        Optional<Path> labels = SharedFolder.find("dev-set/nlp.gold.json");
        Assumptions.assumeTrue(page.isPresent() && labels.isPresent());
        JsonObject gold = JSON.parse(Files.readString(labels.get()));
        Extraction note = new NoteLoader(scheme, Iris.DEFAULT)
                .load(new FoundNote("nlp.rst", page.get(), NoteFormat.RST))
                .extraction();

        assertThat(note.sections().stream().map(Extraction.SectionClaim::title))
                .containsExactlyElementsOf(texts(gold, "sections", "title"));
        assertThat(note.sources().stream().map(Extraction.SourceClaim::url))
                .containsExactlyElementsOf(texts(gold, "sources"));
        assertThat(note.images().stream().map(Extraction.ImageClaim::path))
                .containsExactlyElementsOf(texts(gold, "images"));
        Score questions = new Score();
        Score answered = new Score();
        Score about = new Score();
        scoreQuestions(note, gold, scheme, questions, answered, about);
        Score concepts = scoreConcepts(note, gold, scheme);
        System.out.printf(
                Locale.ROOT,
                "questions %s, answered %s, about %s, concepts %s%n",
                questions,
                answered,
                about,
                concepts);
        assertThat(questions.recall()).isEqualTo(1);
        assertThat(questions.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(answered.recall()).isGreaterThanOrEqualTo(0.95);
        assertThat(about.recall()).isGreaterThanOrEqualTo(0.9);
        assertThat(about.precision()).isGreaterThanOrEqualTo(0.9);
        assertThat(concepts.recall()).isGreaterThanOrEqualTo(0.97);
        assertThat(concepts.precision()).isGreaterThanOrEqualTo(0.9);
    }

    private static void scoreQuestions(
            Extraction note, JsonObject gold, Scheme scheme, Score questions, Score answered, Score about) {
        List<Extraction.QuestionClaim> left = new ArrayList<>(note.questions());
        for (JsonValue value : gold.getArray("questions").toList()) {
            JsonObject labelled = value.getAsObject();
            Optional<Extraction.QuestionClaim> match = left.stream()
                    .filter(question -> key(question.text()).equals(key(labelled.getString("text"))))
                    .findFirst();
            match.ifPresent(left::remove);
            if (!labelled.getBoolean("required")) {
                continue;
            }
            questions.count(match.isPresent());
            if (match.isEmpty()) {
                continue;
            }
            answered.count(match.get().answered() == labelled.getBoolean("answered"));
            Set<String> wanted = new TreeSet<>(texts(labelled, "about"));
            Set<String> found = new TreeSet<>();
            match.get().about().forEach(slug -> found.add(label(scheme, slug)));
            wanted.forEach(name -> about.count(found.contains(name)));
            found.stream().filter(name -> !wanted.contains(name)).forEach(name -> about.countFalse());
        }
        left.forEach(question -> questions.countFalse());
    }

    private static Score scoreConcepts(Extraction note, JsonObject gold, Scheme scheme) {
        Score score = new Score();
        List<Extraction.ConceptClaim> left = new ArrayList<>(note.concepts());
        for (JsonValue value : gold.getArray("concepts").toList()) {
            JsonObject labelled = value.getAsObject();
            Set<String> forms = new TreeSet<>();
            texts(labelled, "surfaceForms").forEach(form -> forms.add(key(form)));
            Optional<Extraction.ConceptClaim> match = left.stream()
                    .filter(concept -> label(scheme, concept.slug()).equals(labelled.getString("canonical"))
                            || (!concept.known()
                                    && concept.surfaceForms().stream().anyMatch(form -> forms.contains(key(form)))))
                    .findFirst();
            match.ifPresent(left::remove);
            if (labelled.getString("importance").equals("core")) {
                score.count(match.isPresent());
            } else if (match.isPresent()) {
                score.countAlsoTrue();
            }
        }
        left.forEach(concept -> score.countFalse());
        return score;
    }

    private static final class Score {
        private int wanted;
        private int found;
        private int alsoTrue;
        private int untrue;

        void count(boolean isFound) {
            wanted++;
            found += isFound ? 1 : 0;
        }

        void countAlsoTrue() {
            alsoTrue++;
        }

        void countFalse() {
            untrue++;
        }

        double recall() {
            return (double) found / wanted;
        }

        double precision() {
            return (double) (found + alsoTrue) / (found + alsoTrue + untrue);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "R %.3f P %.3f", recall(), precision());
        }
    }

    private static String label(Scheme scheme, String slug) {
        return scheme.concept(slug)
                .map((Concept concept) -> concept.label(Language.EN))
                .orElse(slug);
    }

    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.getArray(name).toList().stream()
                .map(value -> value.getAsString().value())
                .toList();
    }

    private static List<String> texts(JsonObject object, String name, String field) {
        return object.getArray(name).toList().stream()
                .map(value -> value.getAsObject().getString(field))
                .toList();
    }
}
