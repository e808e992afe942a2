package org.zhitu.server.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of the system's for files that pass, with all that was put into it: gone once closed, or with the process. */
final class ScratchFolder implements AutoCloseable {
    private final Path path;
    private final Thread atExit;

    private ScratchFolder(Path path) {
        this.path = path;
        this.atExit = new Thread(this::delete, "delete-scratch-folder");
    }

    static ScratchFolder make() {
        try {
            ScratchFolder folder = new ScratchFolder(Files.createTempDirectory("zhitu-dry-run-"));
            Runtime.getRuntime().addShutdownHook(folder.atExit);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for files that pass can be made", e);
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // the process ends: the hook runs, or ran
        }
    }

    /** Deletes what can be deleted; what another process holds on to is left to the system. */
    private void delete() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> inner = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : inner) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            return;
        }
    }
}
