package org.zhitu.server.sparql;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.zhitu.server.problem.ProblemException;

/** Who may run a query now: so many at once, and of these at most three quarters for one client, so that others get their turn. */
final class Turns {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String RETRY_AFTER = "Retry-After";
    private static final String SECONDS = "5";

    private final Semaphore all;
    private final int each;
    private final Map<String, Client> clients = new ConcurrentHashMap<>();

    Turns(int parallel) {
        this.all = new Semaphore(parallel, true);
        this.each = Math.max(1, parallel * 3 / 4);
    }

    /** One client that has a query here, or waits for its turn. */
    private static final class Client {
        private final Semaphore turns;
        private int present;

        Client(int turns) {
            this.turns = new Semaphore(turns, true);
        }
    }

    /** A turn; closing it makes room for the next one. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Takes a turn, or waits a little for one.
     *
     * @param client who asks; empty for somebody on this machine's command line
     * @throws ProblemException if there is none in time
     */
    Turn take(Optional<String> client) {
        if (client.isEmpty()) {
            acquire(all, new ProblemException(503, "busy"));
            return all::release;
        }
        String name = client.get();
        Client known = enter(name);
        try {
            acquire(known.turns, new ProblemException(429, "too-many-queries"));
        } catch (ProblemException e) {
            leave(name);
            throw e;
        }
        try {
            acquire(all, new ProblemException(503, "busy"));
        } catch (ProblemException e) {
            known.turns.release();
            leave(name);
            throw e;
        }
        return () -> {
            all.release();
            known.turns.release();
            leave(name);
        };
    }

    private Client enter(String name) {
        Client entered = clients.compute(name, (key, there) -> {
            Client client = there == null ? new Client(each) : there;
            client.present++;
            return client;
        });
        return entered;
    }

    /** Only those who are present are remembered. */
    private void leave(String name) {
        clients.computeIfPresent(name, (key, client) -> --client.present == 0 ? null : client);
    }

    private static void acquire(Semaphore turns, ProblemException none) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw none.header(RETRY_AFTER, SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw none.header(RETRY_AFTER, SECONDS);
        }
    }
}
