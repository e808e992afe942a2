package org.zhitu.loader;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Scheme;

/** What was found in notes against what was labelled by hand: how much of it was found, and how much of what was found is true. */
final class NoteScore {
    /** What is scored. */
    enum Part {
        SECTIONS,
        QUESTIONS,
        ANSWERED,
        ABOUT,
        SOURCES,
        IMAGES,
        CONCEPTS
    }

    private static final class Counts {
        private int wanted;
        private int found;
        private int alsoTrue;
        private int untrue;
    }

    private final Scheme scheme;
    private final Map<Part, Counts> counts = new EnumMap<>(Part.class);
    private final List<String> differences = new ArrayList<>();

    NoteScore(Scheme scheme) {
        this.scheme = scheme;
        for (Part part : Part.values()) {
            counts.put(part, new Counts());
        }
    }

    /** Adds what was found in one note. */
    void add(Extraction note, NoteLabels labels) {
        texts(
                note,
                Part.SECTIONS,
                labels.sections(),
                note.sections().stream()
                        .filter(section -> !isBoldQuestion(section, labels))
                        .map(section -> section.level() + " " + section.title())
                        .toList());
        texts(
                note,
                Part.SOURCES,
                labels.sources(),
                note.sources().stream().map(Extraction.SourceClaim::url).toList());
        texts(
                note,
                Part.IMAGES,
                labels.images(),
                note.images().stream().map(Extraction.ImageClaim::path).toList());
        questions(note, labels);
        concepts(note, labels);
    }

    /** Returns the share of what was labelled that was found. */
    double recall(Part part) {
        Counts of = of(part);
        return of.wanted == 0 ? 1 : (double) of.found / of.wanted;
    }

    /** Returns the share of what was found that was labelled. */
    double precision(Part part) {
        Counts of = of(part);
        int all = of.found + of.alsoTrue + of.untrue;
        return all == 0 ? 1 : (double) (of.found + of.alsoTrue) / all;
    }

    /** Returns what differs, one line each: {@code -} missed, {@code +} found though it is not there, {@code ~} otherwise. */
    List<String> differences() {
        return differences;
    }

    @Override
    public String toString() {
        return counts.keySet().stream()
                .map(part -> String.format(
                        Locale.ROOT,
                        "%s R %.3f P %.3f",
                        part.name().toLowerCase(Locale.ROOT),
                        recall(part),
                        precision(part)))
                .collect(Collectors.joining(", "));
    }

    /** A bold line that asks may be taken for a heading as well; labels have it as a question only. */
    private static boolean isBoldQuestion(Extraction.SectionClaim section, NoteLabels labels) {
        return labels.sections().stream()
                        .noneMatch(labelled -> labelled.substring(2).equals(section.title()))
                && labels.questions().stream()
                        .anyMatch(question -> key(question.text()).equals(key(section.title())));
    }

    private Counts of(Part part) {
        return counts.computeIfAbsent(part, key -> new Counts());
    }

    private void texts(Extraction note, Part part, List<String> wanted, List<String> found) {
        List<String> left = new ArrayList<>(found);
        for (String each : wanted) {
            count(note, part, left.remove(each), each);
        }
        left.forEach(each -> countFalse(note, part, each));
    }

    private void questions(Extraction note, NoteLabels labels) {
        List<Extraction.QuestionClaim> left = new ArrayList<>(note.questions());
        for (NoteLabels.Question labelled : labels.questions()) {
            Optional<Extraction.QuestionClaim> match = left.stream()
                    .filter(question -> key(question.text()).equals(key(labelled.text())))
                    .findFirst();
            match.ifPresent(left::remove);
            if (!labelled.required()) {
                continue;
            }
            count(note, Part.QUESTIONS, match.isPresent(), labelled.text());
            match.ifPresent(question -> question(note, labels, labelled, question));
        }
        left.forEach(question -> countFalse(note, Part.QUESTIONS, question.text()));
    }

    private void question(
            Extraction note, NoteLabels labels, NoteLabels.Question labelled, Extraction.QuestionClaim question) {
        count(note, Part.ANSWERED, question.answered() == labelled.answered(), labelled.text());
        List<String> left = new ArrayList<>(question.about());
        for (String name : labelled.about()) {
            Optional<String> match = left.stream()
                    .filter(slug -> isNamed(note, slug, name, labels.forms(name)))
                    .findFirst();
            match.ifPresent(left::remove);
            count(note, Part.ABOUT, match.isPresent(), name + " in " + labelled.text());
        }
        left.forEach(slug -> countFalse(note, Part.ABOUT, slug + " in " + labelled.text()));
    }

    private void concepts(Extraction note, NoteLabels labels) {
        List<Extraction.ConceptClaim> left = new ArrayList<>(note.concepts());
        for (NoteLabels.Concept labelled : labels.concepts()) {
            List<Extraction.ConceptClaim> matches = left.stream()
                    .filter(concept -> isNamed(note, concept.slug(), labelled.name(), labelled.forms()))
                    .toList();
            left.removeAll(matches);
            if (labelled.importance() == NoteLabels.Importance.CORE) {
                count(note, Part.CONCEPTS, !matches.isEmpty(), labelled.name());
            } else if (!matches.isEmpty()) {
                of(Part.CONCEPTS).alsoTrue++;
            } else if (labelled.importance() == NoteLabels.Importance.MENTION) {
                differences.add(note.document() + " (concepts) " + labelled.name());
            }
        }
        left.forEach(concept -> countFalse(note, Part.CONCEPTS, concept.label() + " " + concept.surfaceForms()));
    }

    /** Says whether a concept found goes by a name, or is a new one found by one of its spellings. */
    private boolean isNamed(Extraction note, String slug, String name, List<String> forms) {
        if (scheme.concept(slug).isPresent()) {
            return key(scheme.concept(slug).get().label(Language.EN)).equals(key(name));
        }
        Set<String> keys = forms.stream().map(NoteScore::key).collect(Collectors.toCollection(TreeSet::new));
        return note.concepts().stream()
                .filter(concept -> concept.slug().equals(slug))
                .flatMap(concept -> concept.surfaceForms().stream())
                .anyMatch(form -> keys.contains(key(form)));
    }

    private void count(Extraction note, Part part, boolean found, String what) {
        Counts of = of(part);
        of.wanted++;
        of.found += found ? 1 : 0;
        if (!found) {
            difference(note, part == Part.ANSWERED ? "~" : "-", part, what);
        }
    }

    private void countFalse(Extraction note, Part part, String what) {
        of(part).untrue++;
        difference(note, "+", part, what);
    }

    private void difference(Extraction note, String sign, Part part, String what) {
        differences.add(note.document() + " " + sign + " " + part.name().toLowerCase(Locale.ROOT) + " " + what);
    }

    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
