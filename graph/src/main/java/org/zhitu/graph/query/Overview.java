package org.zhitu.graph.query;

import java.util.List;

/**
 * What the store holds, for the start page.
 *
 * @param topics the top concepts of the scheme in teaching order, with how many concepts lie below each
 * @param notes  the notes loaded, by path
 */
public record Overview(
        int concepts, int questions, int answered, int sources, int triples, List<Topic> topics, List<NoteRef> notes) {

    /** A top concept. */
    public record Topic(ConceptRef concept, int size) {}

    /** A note by name, with what it holds. */
    public record NoteRef(String path, String title, int questions, int answered, int concepts, int sources) {}
}
