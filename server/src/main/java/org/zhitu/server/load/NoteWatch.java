package org.zhitu.server.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitu.loader.source.NoteFormat;

/**
 * Loads notes anew soon after they were saved. Looks at sizes and times of change twice a second, which works on every
 * file system, network drives included.
 */
public final class NoteWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NoteWatch.class);
    private static final int INTERVAL_MILLIS = 400;
    private static final int DEPTH = 32;

    private final NoteLibrary library;
    private final Consumer<LoadSummary> reloaded;
    private final Thread thread;

    private NoteWatch(NoteLibrary library, Consumer<LoadSummary> reloaded) {
        this.library = library;
        this.reloaded = reloaded;
        this.thread = Thread.ofPlatform().daemon().name("note-watch").unstarted(this::watch);
    }

    /**
     * Begins to watch.
     *
     * @param reloaded is told of every load that changed the store
     */
    public static NoteWatch start(NoteLibrary library, Consumer<LoadSummary> reloaded) {
        NoteWatch watch = new NoteWatch(library, reloaded);
        watch.thread.start();
        return watch;
    }

    private record State(long size, long changed) {}

    private void watch() {
        SortedMap<Path, State> seen = look();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(INTERVAL_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
            SortedMap<Path, State> now = look();
            if (!now.equals(seen)) {
                seen = now;
                reload();
            }
        }
    }

    private void reload() {
        try {
            LoadSummary summary = library.refresh(Progress.SILENT);
            if (summary.isChange()) {
                reloaded.accept(summary);
            }
        } catch (RuntimeException e) {
            LOG.error("the notes could not be loaded again; the store is as it was", e);
        }
    }

    private SortedMap<Path, State> look() {
        SortedMap<Path, State> states = new TreeMap<>();
        for (Path root : library.roots()) {
            try (Stream<Path> files = Files.walk(root, DEPTH)) {
                files.filter(file -> NoteFormat.ofFileName(String.valueOf(file.getFileName()))
                                .isPresent())
                        .forEach(file -> state(file, states));
            } catch (IOException | java.io.UncheckedIOException e) {
                // a folder that is gone, or is being moved, has no notes for now
                states.remove(root);
            }
        }
        return states;
    }

    private static void state(Path file, SortedMap<Path, State> states) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                states.put(
                        file,
                        new State(
                                attributes.size(), attributes.lastModifiedTime().toMillis()));
            }
        } catch (IOException e) {
            states.remove(file); // gone between the listing and the look
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
