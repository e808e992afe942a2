package org.zhitu.server.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.NoteFormat;

/** Finds the files that are notes. */
final class NoteFolder {
    private static final String BUNDLED = "notes";
    private static final int DEPTH = 32;

    private NoteFolder() {}

    /**
     * The notes below a root.
     *
     * @param name     the name of the root's folder
     * @param files    sorted by the note's path
     * @param findings why there are none
     */
    record Listing(String name, List<NoteFile> files, List<Finding> findings) {}

    /** Returns the notes in a folder and the folders below it, or the one note that a file is. Hidden ones are left out. */
    static Listing list(Path root) {
        String name = root.getFileName() == null ? "notes" : root.getFileName().toString();
        if (Files.isRegularFile(root)) {
            return new Listing(name, List.of(new NoteFile(root, name)), List.of());
        }
        if (!Files.isDirectory(root)) {
            Finding missing = new Finding(Finding.Severity.ERROR, "file-missing", root.toString(), 1, List.of());
            return new Listing(name, List.of(), List.of(missing));
        }
        List<NoteFile> files = new ArrayList<>();
        try (Stream<Path> found = Files.walk(root, DEPTH)) {
            found.filter(Files::isRegularFile)
                    .filter(file ->
                            NoteFormat.ofFileName(file.getFileName().toString()).isPresent())
                    .forEach(file -> {
                        String note = root.relativize(file).toString().replace('\\', '/');
                        if (!note.startsWith(".") && !note.contains("/.")) {
                            files.add(new NoteFile(file, note));
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Comparator.comparing(NoteFile::note));
        return new Listing(name, List.copyOf(files), List.of());
    }

    /** Returns the notes that come with the program. */
    static Listing bundled() {
        URL resource = NoteFolder.class.getResource(BUNDLED);
        return resource == null ? new Listing(BUNDLED, List.of(), List.of()) : list(path(resource));
    }

    private static Path path(URL resource) {
        try {
            URI uri = resource.toURI();
            if (uri.getScheme().equals("file")) {
                return Path.of(uri);
            }
            String text = uri.toString();
            int inside = text.lastIndexOf("!/");
            FileSystem archive = open(URI.create(text.substring(0, inside)));
            return archive.getPath(text.substring(inside + 1));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program lies at an address that is no address: " + resource, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileSystem open(URI archive) throws IOException {
        try {
            return FileSystems.newFileSystem(archive, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(archive);
        }
    }
}
