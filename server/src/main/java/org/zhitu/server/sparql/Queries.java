package org.zhitu.server.sparql;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.ARQException;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.server.problem.ProblemException;

/**
 * Runs queries that anybody may write: SPARQL 1.2 as it stands, within limits, on this store and nothing else. A graph that
 * a query names and the store does not have is empty; it is never fetched.
 */
public final class Queries {
    /** A position of at most nine digits, wherever the parser puts it. */
    private static final Pattern PLACE =
            Pattern.compile("(?:at |^)?\\b[Ll]ine:? (\\d{1,9}), [Cc]ol(?:umn)?:? (\\d{1,9})[:.]?");

    static {
        ARQ.init();
        ARQ.globalServiceAllowed = false;
    }

    private final KnowledgeStore store;
    private final QueryLimits limits;
    private final Turns turns;
    private final MemoryWatch memory = new MemoryWatch();
    private final TextSearch texts = new TextSearch();
    private final Runs runs = new Runs();

    public Queries(KnowledgeStore store, QueryLimits limits) {
        this.store = store;
        this.limits = limits;
        this.turns = new Turns(limits.parallel());
    }

    public QueryLimits limits() {
        return limits;
    }

    /**
     * Reads a query.
     *
     * @param base what relative IRIs are relative to
     * @throws ProblemException if it is no query, with line and column where they are known
     */
    public static Query parse(String text, String base) {
        return parse(text, base, Map.of());
    }

    /**
     * Reads a query that may use prefixes without declaring them.
     *
     * @param base     what relative IRIs are relative to
     * @param prefixes namespaces by prefix; the query's own declarations come first
     * @throws ProblemException if it is no query, with line and column where they are known
     */
    public static Query parse(String text, String base, Map<String, String> prefixes) {
        try {
            Query query = new Query();
            query.getPrefixMapping().setNsPrefixes(prefixes);
            return QueryFactory.parse(query, text, base, Syntax.syntaxSPARQL_12);
        } catch (ARQException e) {
            throw notUnderstood(e);
        } catch (StackOverflowError e) {
            throw new ProblemException(400, "query-too-deep");
        }
    }

    /** Says whether a text is a query, well-formed as it stands. */
    public static boolean isQuery(String text) {
        try {
            parse(text, "http://localhost/");
            return true;
        } catch (ProblemException e) {
            return false;
        }
    }

    /** The parser's message tells where it stopped; its exception's fields tell the token before. */
    static ProblemException notUnderstood(ARQException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        if (e.getCause() instanceof StackOverflowError || message.isBlank()) {
            return new ProblemException(400, "query-too-deep");
        }
        Matcher place = PLACE.matcher(message);
        String words = PLACE.matcher(firstLine(message)).replaceAll("").strip();
        String shown = words.length() > 300 ? words.substring(0, 300) + "…" : words;
        if (!place.find()) {
            return new ProblemException(400, "query-not-understood", shown);
        }
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2));
        return new ProblemException(400, "query-syntax", line, column, shown)
                .with("line", line)
                .with("column", column);
    }

    /** Returns the parser's own words without the list of what it would have liked. */
    private static String firstLine(String message) {
        return message.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }

    /**
     * Runs a query on one state of the store.
     *
     * @param since when work on the request began, by {@link System#nanoTime()}; reading the query counts
     * @param answer takes what it needs from the execution; nothing lazy may leave it
     * @throws ProblemException if the query is refused, takes too long, or asks for too much
     */
    public <T> T run(Query query, long since, Function<QueryExec, T> answer) {
        return run(query, since, Optional.empty(), Optional.empty(), answer);
    }

    /**
     * Runs a query for one of many clients.
     *
     * @param client who asks, by address
     * @param name   what the client calls the run, so that it can stop it
     * @see #run(Query, long, Function)
     */
    <T> T run(Query query, long since, Optional<String> client, Optional<String> name, Function<QueryExec, T> answer) {
        try (Runs.Run run = runs.enter(name)) {
            Turns.Turn turn = turns.take(client);
            try {
                return run(query, since, run, answer);
            } finally {
                turn.close();
            }
        }
    }

    /** Stops a run by the name that its client gave it, if it is here. */
    void stop(String name) {
        runs.stop(name);
    }

    private <T> T run(Query query, long since, Runs.Run run, Function<QueryExec, T> answer) {
        try {
            return store.read(reader -> run(reader, query, since, run, answer));
        } catch (QueryCancelledException e) {
            throw run.isStopped() ? new ProblemException(503, "query-stopped") : timeOut();
        } catch (StackOverflowError e) {
            throw new ProblemException(400, "query-too-deep");
        } catch (OutOfMemoryError e) {
            throw tooMuchMemory();
        }
    }

    private <T> T run(StoreReader reader, Query query, long since, Runs.Run run, Function<QueryExec, T> answer) {
        long left = limits.time().toMillis() - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since);
        if (left <= 0) {
            throw timeOut();
        }
        QueryExecBuilder builder = reader.query(query)
                .set(ARQConstants.sysOptimizerFactory, BoundedExpressions.optimiser(limits.literal()))
                .set(ARQ.enablePropertyFunctions, false)
                .timeout(left, TimeUnit.MILLISECONDS);
        if (TextSearch.isWanted(query)) {
            texts.offer(builder, reader);
        }
        try (QueryExec execution = builder.build()) {
            memory.begin(execution);
            run.begin(execution);
            try {
                return answer.apply(execution);
            } catch (QueryCancelledException e) {
                throw memory.end(execution) ? tooMuchMemory() : e;
            } finally {
                memory.end(execution);
            }
        }
    }

    private ProblemException timeOut() {
        return new ProblemException(503, "query-time", limits.time().toSeconds());
    }

    private static ProblemException tooMuchMemory() {
        return new ProblemException(503, "query-memory").header("Retry-After", "5");
    }
}
