package org.zhitu.server.load;

import java.nio.file.Path;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Scheme;

/** Reads single files. */
final class NoteReading {
    private final Iris iris;
    private final Scheme scheme;

    NoteReading(Iris iris, Scheme scheme) {
        this.iris = iris;
        this.scheme = scheme;
    }

    /** Says whether a digest is that of a file as it is now, under the present scheme. */
    boolean isHash(NoteFile file, String hash) {
        throw new UnsupportedOperationException(iris + " " + scheme.contentHash());
    }

    ReadNote read(NoteFile file) {
        throw new UnsupportedOperationException();
    }

    NoteLibrary.Look look(Path file) {
        throw new UnsupportedOperationException();
    }
}
