package org.zhitu.graph.store;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Named graphs in transactions. The default graph is the union of the named graphs, graphs of evidence and the catalogue
 * left out, so that a plain RDF 1.1 client sees plain RDF. Safe for use by many threads.
 */
public interface KnowledgeStore extends AutoCloseable {
    /** Returns a new, empty store that lives in memory. */
    static KnowledgeStore inMemory() {
        throw new UnsupportedOperationException();
    }

    /**
     * Opens the store kept in a folder, which is made if it is not there.
     *
     * @throws StoreInUseException if another process has it open
     */
    static KnowledgeStore open(Path folder) {
        throw new UnsupportedOperationException();
    }

    /** Runs work that only reads, on one state of the store. Nothing lazy may leave the work. */
    <T> T read(Function<StoreReader, T> work);

    /** Runs work that writes: all of it happens, or, if it throws, nothing. One writer at a time; others wait. */
    void write(Consumer<StoreWriter> work);

    /**
     * Returns a digest of what the store holds: equal content has an equal revision, on every machine. Cheap; asked for
     * on every request.
     */
    String revision();

    @Override
    void close();
}
