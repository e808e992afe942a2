package org.zhitu.server.load;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Works some tasks ahead of whoever takes the results, on the other processors; results come in the order of the tasks. No
 * more tasks are begun than there are processors, so that as many results are in memory at most.
 */
final class ReadAhead<T> implements AutoCloseable {
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

    private final ExecutorService workers = Executors.newFixedThreadPool(
            PROCESSORS, Thread.ofPlatform().daemon().name("note-reader-", 0).factory());
    private final Queue<Future<T>> begun = new ArrayDeque<>();
    private Iterator<Callable<T>> tasks = Collections.emptyIterator();

    /** Begins with the first tasks; the others are asked for as results are taken, by the thread that takes them. */
    void start(Iterator<Callable<T>> all) {
        tasks = all;
        for (int i = 0; i < PROCESSORS; i++) {
            begin();
        }
    }

    private void begin() {
        if (tasks.hasNext()) {
            begun.add(workers.submit(tasks.next()));
        }
    }

    /** Returns the next result, waiting for it. */
    T next() {
        Future<T> first = begun.remove();
        try {
            T result = first.get();
            begin();
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the load was interrupted");
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
