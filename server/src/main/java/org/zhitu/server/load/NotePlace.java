package org.zhitu.server.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.source.Finding;

/**
 * Where a note lies on this machine.
 *
 * @param note     its path in the graph
 * @param folder   the folder that was loaded; of a note that was loaded by itself, the folder it lies in
 * @param file     its file
 * @param findings about it, by line
 */
public record NotePlace(String note, Path folder, Path file, List<Finding> findings) {
    public NotePlace {
        findings = List.copyOf(findings);
    }

    /** Returns the place of a note that one of the roots holds, as far as its file is there. */
    static Optional<NotePlace> of(String note, Roots roots) {
        for (Roots.Root root : roots.roots()) {
            List<Finding> findings = root.notes().get(note);
            if (findings != null) {
                Path path = root.isBundled() ? BundledNotes.folder() : Path.of(root.path());
                return file(path, note).map(file -> new NotePlace(note, folder(path), file, findings));
            }
        }
        return Optional.empty();
    }

    private static Path folder(Path root) {
        return Files.isDirectory(root) || root.getParent() == null ? root : root.getParent();
    }

    /** A note whose path was taken by one of another root has the name of its folder before its path. */
    private static Optional<Path> file(Path root, String note) {
        if (Files.isRegularFile(root)) {
            return Optional.of(root);
        }
        String below = note.substring(note.indexOf('/') + 1);
        return List.of(note, below).stream()
                .map(root::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }
}
