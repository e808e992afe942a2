package org.zhitu.server.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;

/** The notes that come with the program, wherever that lies: a folder of classes, or an archive. */
final class BundledNotes {
    private static final String NAME = "notes";

    private BundledNotes() {}

    /** Returns the folder with the notes. */
    static Path folder() {
        URL resource = BundledNotes.class.getResource(NAME);
        if (resource == null) {
            throw new IllegalStateException("the build lacks the bundled notes");
        }
        return path(resource);
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
