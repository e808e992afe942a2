package org.zhitu.loader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/**
 * What a careful reader finds in a note, labelled by hand.
 *
 * @param sections levels and titles, such as {@code 2 Word vectors}
 */
record NoteLabels(
        List<String> sections,
        List<Question> questions,
        List<String> sources,
        List<String> images,
        List<Concept> concepts) {

    /**
     * A question.
     *
     * @param required whether leaving it out is a miss
     * @param about    English names of the concepts that it names
     */
    record Question(String text, boolean required, boolean answered, List<String> about) {}

    /**
     * A concept.
     *
     * @param name  its English name
     * @param forms the spellings in the note
     */
    record Concept(String name, Importance importance, List<String> forms) {}

    /** How much a concept matters to the note: a core one must be found, a mentioned or optional one may be. */
    enum Importance {
        CORE,
        MENTION,
        OPTIONAL;

        static Importance of(String key) {
            return valueOf(key.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** Reads labels in the form of {@code dev-set/nlp.gold.json}. */
    static NoteLabels ofJson(String json) {
        JsonObject gold = JSON.parse(json);
        return new NoteLabels(
                objects(gold, "sections").stream()
                        .map(section -> section.get("level").getAsNumber().value() + " " + section.getString("title"))
                        .toList(),
                objects(gold, "questions").stream()
                        .map(question -> new Question(
                                question.getString("text"),
                                question.getBoolean("required"),
                                question.getBoolean("answered"),
                                texts(question, "about")))
                        .toList(),
                texts(gold, "sources"),
                texts(gold, "images"),
                objects(gold, "concepts").stream()
                        .map(concept -> new Concept(
                                concept.getString("canonical"),
                                Importance.of(concept.getString("importance")),
                                texts(concept, "surfaceForms")))
                        .toList());
    }

    /** Reads labels from lines of fields between tabs, the first of which tells what the line labels. */
    static NoteLabels ofTable(String table) {
        NoteLabels labels = new NoteLabels(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String line : table.lines().toList()) {
            String[] fields = line.split("\t", -1);
            switch (fields[0]) {
                case "section" -> labels.sections().add(fields[1] + " " + fields[2]);
                case "question" ->
                    labels.questions()
                            .add(new Question(
                                    fields[3],
                                    fields[1].equals("required"),
                                    fields[2].equals("answered"),
                                    list(fields[4])));
                case "source" -> labels.sources().add(fields[1]);
                case "image" -> labels.images().add(fields[1]);
                case "concept" ->
                    labels.concepts().add(new Concept(fields[2], Importance.of(fields[1]), list(fields[3])));
                default -> throw new IllegalArgumentException("no label: " + line);
            }
        }
        return labels;
    }

    /** Returns the spellings of a concept, for a name that labels use; the name itself among them. */
    List<String> forms(String name) {
        TreeSet<String> forms = new TreeSet<>(List.of(name));
        concepts.stream()
                .filter(concept -> concept.name().equals(name))
                .forEach(concept -> forms.addAll(concept.forms()));
        return List.copyOf(forms);
    }

    private static List<String> list(String field) {
        return Arrays.stream(field.split(";", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<JsonObject> objects(JsonObject object, String name) {
        return object.getArray(name).toList().stream()
                .map(value -> value.getAsObject())
                .toList();
    }

    private static List<String> texts(JsonObject object, String name) {
        return object.getArray(name).toList().stream()
                .map(value -> value.getAsString().value())
                .toList();
    }
}
