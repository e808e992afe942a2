package org.zhitu.server.sparql;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.jena.sparql.exec.QueryExec;
import org.jspecify.annotations.Nullable;
import org.zhitu.server.problem.ProblemException;

/**
 * The queries that run or wait for their turn, by the names that their clients gave them. A client that hangs up is noticed
 * only when something is written to it; one that names its run can say that it no longer wants the answer.
 */
final class Runs {
    /** Long enough that nobody guesses another's. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{16,64}");

    private final Map<String, Run> named = new ConcurrentHashMap<>();

    /**
     * Enters a run.
     *
     * @param name what the client calls it; empty for one that cannot be stopped by name
     * @throws ProblemException if the name is none, or another run has it
     */
    Run enter(Optional<String> name) {
        Run run = new Run(name);
        name.ifPresent(given -> {
            if (!NAME.matcher(given).matches()) {
                throw new ProblemException(400, "bad-run", given);
            }
            if (named.putIfAbsent(given, run) != null) {
                throw new ProblemException(409, "run-taken", given);
            }
        });
        return run;
    }

    /** Stops the run of that name, if there is one. */
    void stop(String name) {
        Run run = named.get(name);
        if (run != null) {
            run.stop();
        }
    }

    /** One run of a query; closed when it has ended. */
    final class Run implements AutoCloseable {
        private final Optional<String> name;
        private @Nullable QueryExec execution;
        private boolean stopped;

        private Run(Optional<String> name) {
            this.name = name;
        }

        /** Says what the run is from now on; it may have been stopped while it waited. */
        synchronized void begin(QueryExec begun) {
            execution = begun;
            if (stopped) {
                begun.abort();
            }
        }

        private synchronized void stop() {
            stopped = true;
            if (execution != null) {
                execution.abort();
            }
        }

        synchronized boolean isStopped() {
            return stopped;
        }

        /** After this its execution is not touched any more. */
        @Override
        public void close() {
            synchronized (this) {
                execution = null;
            }
            name.ifPresent(given -> named.remove(given, this));
        }
    }
}
