package org.zhitu.server.sparql;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.modify.request.UpdateClear;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.zhitu.graph.about.SelfDescription;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.ProtectedGraphException;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.graph.store.StoreWriter;
import org.zhitu.ontology.Iris;
import org.zhitu.server.problem.ProblemException;

/** Runs updates that their senders wrote, within the limits of queries; nothing is fetched from elsewhere. */
final class Updates {
    private final KnowledgeStore store;
    private final QueryLimits limits;
    private final SelfDescription about;

    Updates(KnowledgeStore store, QueryLimits limits, Iris iris) {
        this.store = store;
        this.limits = limits;
        this.about = new SelfDescription(iris);
    }

    QueryLimits limits() {
        return limits;
    }

    /**
     * Reads an update. A {@code LOAD SILENT} that would fail is left out.
     *
     * @param base what relative IRIs are relative to
     * @throws ProblemException if it is no update, or would fetch something
     */
    static UpdateRequest parse(String text, String base) {
        UpdateRequest update;
        try {
            update = UpdateFactory.create(text, base, Syntax.syntaxSPARQL_12);
        } catch (ARQException e) {
            throw Queries.notUnderstood(e);
        } catch (StackOverflowError e) {
            throw new ProblemException(400, "query-too-deep");
        }
        UpdateRequest allowed = new UpdateRequest();
        for (Update operation : update.getOperations()) {
            if (operation instanceof UpdateClear clear) {
                // a graph that is empty and one that is not there are the same here
                allowed.add(new UpdateClear(clear.getTarget(), true));
            } else if (!(operation instanceof UpdateLoad load)) {
                allowed.add(operation);
            } else if (!load.getSilent()) {
                throw new ProblemException(403, "load-refused");
            }
        }
        return allowed;
    }

    /**
     * Runs an update: all of it happens, or nothing.
     *
     * @param since  when work on the request began, by {@link System#nanoTime()}
     * @param before looks at the state that the update finds, and may refuse it
     * @throws ProblemException if the update is refused, takes too long, or cannot be done
     */
    void run(UpdateRequest update, long since, Consumer<StoreReader> before) {
        try {
            store.write(writer -> {
                before.accept(writer);
                run(writer, update, since);
                about.touch(writer, Instant.now());
            });
        } catch (ProtectedGraphException e) {
            throw protectedGraph(e);
        } catch (QueryCancelledException e) {
            throw timeOut();
        } catch (UpdateException e) {
            throw new ProblemException(409, "update-failed", String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw new ProblemException(400, "query-too-deep");
        } catch (OutOfMemoryError e) {
            throw new ProblemException(503, "query-memory").header("Retry-After", "5");
        }
    }

    static ProblemException protectedGraph(ProtectedGraphException e) {
        return e.graph().isEmpty()
                ? new ProblemException(403, "default-graph-is-union")
                : new ProblemException(403, "protected-graph", e.graph());
    }

    /** One execution for each operation: what Jena leaves of the time to the second of several is wrong. */
    private void run(StoreWriter writer, UpdateRequest update, long since) {
        for (Update operation : update.getOperations()) {
            long left = limits.time().toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
            if (left <= 0) {
                throw timeOut();
            }
            writer.update(new UpdateRequest(operation))
                    .set(ARQConstants.sysOptimizerFactory, BoundedExpressions.optimiser(limits.literal()))
                    .set(ARQ.enablePropertyFunctions, false)
                    .timeout(left, TimeUnit.MILLISECONDS)
                    .build()
                    .execute();
        }
    }

    private ProblemException timeOut() {
        return new ProblemException(503, "query-time", limits.time().toSeconds());
    }
}
