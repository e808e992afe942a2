package org.zhitu.server.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.zhitu.server.json.Json;

/** What the last load changed that changed anything; kept beside the store, so that a later start can still tell. */
record LastChange(List<NoteChange> changes) {
    private static final String FILE = "last-change.json";

    LastChange {
        changes = List.copyOf(changes);
    }

    static LastChange of(LoadSummary summary) {
        return new LastChange(summary.changes());
    }

    static LastChange read(Optional<Path> folder) {
        if (folder.isEmpty() || !Files.isRegularFile(folder.get().resolve(FILE))) {
            return new LastChange(List.of());
        }
        return Json.read(folder.get().resolve(FILE), LastChange.class);
    }

    /** Writes the file as a whole or not at all. */
    void write(Optional<Path> folder) {
        folder.ifPresent(there -> Json.write(there.resolve(FILE), this));
    }
}
