package org.zhitu.server.load;

import java.nio.file.Path;

/**
 * A file to be read as a note.
 *
 * @param path where it is on the disk
 * @param note the note's path in the graph: below the root, with forward slashes
 */
record NoteFile(Path path, String note) {
    /** Returns the file as a note below a folder of that name, for the case that its own name is taken. */
    NoteFile below(String folder) {
        return new NoteFile(path, folder + "/" + note);
    }
}
