package org.zhitu.graph.store;

import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zhitu.ontology.Iris;

/**
 * Named graphs in transactions. The default graph is the union of the named graphs, graphs of evidence and the catalogue
 * left out, so that a plain RDF 1.1 client sees plain RDF. Safe for use by many threads.
 *
 * <p>An implementation needs no more than SPARQL query, SPARQL update and the graph store protocol can do: nothing in
 * this interface hands out a graph of the store itself.
 */
public interface KnowledgeStore extends AutoCloseable {
    /** Returns a new, empty store that lives in memory, its catalogue below the usual base. */
    static KnowledgeStore inMemory() {
        return inMemory(Iris.DEFAULT);
    }

    /** Returns a new, empty store that lives in memory. */
    static KnowledgeStore inMemory(Iris iris) {
        return DatasetStore.inMemory(iris);
    }

    /**
     * Returns a new, empty store that lives in memory and keeps no rules of ours: its default graph is a graph of its own, and
     * every graph may be written by hand. For the suites of the standards, and to try things out.
     */
    static KnowledgeStore scratch() {
        return new ScratchStore();
    }

    /**
     * Opens the store kept in a folder, which is made if it is not there; its catalogue is below the usual base.
     *
     * @throws StoreInUseException if it is open already, in this process or another
     */
    static KnowledgeStore open(Path folder) {
        return open(folder, Iris.DEFAULT);
    }

    /**
     * Opens the store kept in a folder, which is made if it is not there.
     *
     * @throws StoreInUseException   if it is open already, in this process or another
     * @throws IllegalStateException if the store was filled under another base
     */
    static KnowledgeStore open(Path folder, Iris iris) {
        return DatasetStore.open(folder, iris);
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

    /** Says whether the default graph is the union of the named graphs, as it is in every store but a scratch one. */
    default boolean isUnion() {
        return true;
    }

    /** Waits for the work that runs, then lets go of the store. A second call does nothing. */
    @Override
    void close();
}
