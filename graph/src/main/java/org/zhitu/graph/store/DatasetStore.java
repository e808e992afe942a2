package org.zhitu.graph.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.dboe.DBOpEnvException;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.zhitu.ontology.Iris;

/** A store in a dataset of Jena's that has transactions: many readers, each on the state it began with, and one writer. */
final class DatasetStore implements KnowledgeStore {
    /** The folders open in this process: Jena would hand out the same dataset twice, each behind a revision of its own. */
    private static final Set<Path> OPEN_HERE = ConcurrentHashMap.newKeySet();

    private final DatasetGraph dataset;
    private final Iris iris;
    private final Runnable release;

    /** Work holds the shared side, {@link #close()} the exclusive one, so that nothing is closed under running work. */
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    private boolean closed;
    private volatile String revision;

    private DatasetStore(DatasetGraph dataset, Iris iris, Runnable release) {
        this.dataset = dataset;
        this.iris = iris;
        this.release = release;
        this.revision = Txn.calculateRead(dataset, () -> new DatasetState(dataset, iris.catalogueGraph()).revision());
    }

    static DatasetStore inMemory(Iris iris) {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        return new DatasetStore(dataset, iris, dataset::close);
    }

    static DatasetStore open(Path folder, Iris iris) {
        Path place;
        try {
            place = Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of the store cannot be made: " + folder, e);
        }
        Location location = Location.create(place);
        if (!OPEN_HERE.add(place)) {
            throw new StoreInUseException(folder, new IllegalStateException("this process has it open"));
        }
        try {
            return open(place, location, iris);
        } catch (RuntimeException e) {
            OPEN_HERE.remove(place);
            throw e;
        }
    }

    private static DatasetStore open(Path place, Location location, Iris iris) {
        DatasetGraph dataset = connect(place, location);
        DatasetStore store = new DatasetStore(dataset, iris, () -> {
            TDBInternal.expel(dataset);
            OPEN_HERE.remove(place);
        });
        try {
            store.requireOwnBase(place);
            return store;
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static DatasetGraph connect(Path folder, Location location) {
        try {
            DatasetGraph connected = DatabaseMgr.connectDatasetGraph(location);
            QC.setFactory(connected.getContext(), GuardedExecutor::new);
            return connected;
        } catch (DBOpEnvException e) {
            // Jena has one exception for whatever is wrong around the files, and tells which only in its message.
            if (String.valueOf(e.getMessage()).contains("lock")) {
                throw new StoreInUseException(folder, e);
            }
            throw e;
        }
    }

    private void requireOwnBase(Path folder) {
        SortedMap<String, String> catalogue = read(StoreReader::catalogue);
        boolean empty = Txn.calculateRead(dataset, dataset::isEmpty);
        if (catalogue.isEmpty() && !empty) {
            throw new IllegalStateException("the store in " + folder + " was filled under another base than "
                    + iris.base() + ": use that base, or another folder");
        }
    }

    @Override
    public <T> T read(Function<StoreReader, T> work) {
        return whileOpen(() ->
                Txn.calculateRead(dataset, () -> work.apply(new DatasetState(dataset, iris.catalogueGraph()))));
    }

    @Override
    public void write(Consumer<StoreWriter> work) {
        whileOpen(() -> {
            revision = Txn.calculateWrite(dataset, () -> {
                DatasetWriter writer = new DatasetWriter(dataset, iris);
                work.accept(writer);
                writer.enterTouched();
                return writer.revision();
            });
            return revision;
        });
    }

    @Override
    public String revision() {
        return revision;
    }

    @Override
    public void close() {
        Lock exclusive = life.writeLock();
        exclusive.lock();
        try {
            if (!closed) {
                closed = true;
                release.run();
            }
        } finally {
            exclusive.unlock();
        }
    }

    private <T> T whileOpen(Supplier<T> work) {
        Lock shared = life.readLock();
        shared.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the store is closed");
            }
            return work.get();
        } finally {
            shared.unlock();
        }
    }
}
