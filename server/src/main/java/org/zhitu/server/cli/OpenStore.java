package org.zhitu.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.load.LoadSummary;
import org.zhitu.server.load.NoteLibrary;

/** The store of a data folder, open, with the notes it is made from. */
record OpenStore(KnowledgeStore store, NoteLibrary library) implements AutoCloseable {
    /** Opens the store as it is. */
    static OpenStore of(Path data) {
        KnowledgeStore store = KnowledgeStore.open(data.resolve("store"));
        return new OpenStore(store, new NoteLibrary(store, Iris.DEFAULT, Optional.of(data)));
    }

    /** Returns an empty store without rules of ours, which no notes are loaded into. */
    static OpenStore scratch() {
        KnowledgeStore store = KnowledgeStore.scratch();
        return new OpenStore(store, new NoteLibrary(store, Iris.DEFAULT, Optional.empty()));
    }

    /** Opens the store and loads what changed in the notes it was made from; the bundled ones if there never were any. */
    static OpenStore upToDate(Path data, Terminal terminal, Messages messages) {
        OpenStore open = of(data);
        try (ProgressLine progress = new ProgressLine(terminal, messages, false)) {
            LoadSummary summary = open.refresh(progress, terminal, messages);
            if (summary.isChange()) {
                progress.clear();
                terminal.say(SummaryText.files(summary, messages));
            }
            return open;
        } catch (RuntimeException e) {
            open.close();
            throw e;
        }
    }

    /** Loads what changed in the notes that the store was made from, and says so where the last load was cut off. */
    LoadSummary refresh(ProgressLine progress, Terminal terminal, Messages messages) {
        List<Path> unfinished = library.unfinished();
        if (!unfinished.isEmpty()) {
            String names = unfinished.stream().map(Path::toString).collect(Collectors.joining(", "));
            terminal.say(messages.of("unfinished", names));
        }
        return library.refresh(progress);
    }

    Knowledge.Source knowledge() {
        return Knowledge.of(store, Iris.DEFAULT);
    }

    @Override
    public void close() {
        store.close();
    }
}
