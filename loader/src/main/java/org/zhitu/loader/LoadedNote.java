package org.zhitu.loader;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.source.Finding;

/**
 * A note, read.
 *
 * @param path        the note's path
 * @param contentHash a digest of the file, the scheme and the version of the rules: all that the content depends on
 * @param extraction  what it says; of a file that cannot be read, only the findings that tell why
 * @param content     its triples; empty where the file cannot be read
 */
public record LoadedNote(String path, String contentHash, Extraction extraction, Optional<Content> content) {
    /**
     * A note's triples.
     *
     * @param statements the content of the note's graph
     * @param evidence   the content of its graph of evidence
     */
    public record Content(Graph statements, Graph evidence) {}

    /** Returns the same with more findings. */
    LoadedNote withFindings(List<Finding> more) {
        return more.isEmpty() ? this : new LoadedNote(path, contentHash, extraction.withFindings(more), content);
    }

    /** Says whether the file could be read as a note. */
    public boolean isReadable() {
        return content.isPresent();
    }
}
