package org.zhitu.server.load;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.zhitu.loader.source.Finding;

/**
 * A file after it was looked at: what it asserts, or why nothing could be read.
 *
 * @param hash    a digest of the file and of all else that its content depends on
 * @param content empty where the file could not be read as a note
 */
record ReadNote(String note, String hash, Optional<Content> content, List<Finding> findings) {
    ReadNote {
        findings = List.copyOf(findings);
    }

    /**
     * What a note asserts.
     *
     * @param statements the content of the note's graph
     * @param evidence   the content of its graph of evidence
     */
    record Content(Graph statements, Graph evidence) {}
}
