package org.zhitu.graph.query;

import java.util.List;

/**
 * All that is known of one note.
 *
 * @param path      below the folder it was loaded from
 * @param iri       its IRI
 * @param title     its title; the path where it has none
 * @param language  BCP 47 tag; possibly empty
 * @param format    media type; possibly empty
 * @param sections  in the order of the note
 * @param questions by line
 * @param sources   by line
 * @param concepts  what it names: topics first, then by label
 */
public record NoteCard(
        String path,
        String iri,
        String title,
        String language,
        String format,
        List<Section> sections,
        List<Asked> questions,
        List<Sources.Entry> sources,
        List<Named> concepts) {

    public NoteCard {
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        sources = List.copyOf(sources);
        concepts = List.copyOf(concepts);
    }

    /**
     * A section.
     *
     * @param fragment what follows {@code #} in its IRI
     * @param level    depth of its heading, from 1
     * @param line     where the heading stands, counted from 1
     * @param about    the concepts it treats, by label
     */
    public record Section(String fragment, String title, int level, int line, List<ConceptRef> about) {
        public Section {
            about = List.copyOf(about);
        }
    }

    /** A question with the fragment of the section that it stands in; empty where it stands before any section. */
    public record Asked(QuestionRef question, String section) {}

    /** A concept that the note names, with the lines, ascending. */
    public record Named(ConceptRef concept, boolean topic, List<Integer> lines) {
        public Named {
            lines = List.copyOf(lines);
        }
    }
}
