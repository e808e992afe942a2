package org.zhitu.server.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks a server what a monitor of SPARQL endpoints asks, and grades the answers in six aspects.
 *
 * @see <a href="https://yummydata.org/umaka-score.html">Umaka score, whose aspects these are</a>
 */
final class EndpointRating {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration QUICK = Duration.ofSeconds(1);

    private final String site;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * @param site the server's address without a slash at the end
     */
    EndpointRating(String site) {
        this.site = site;
    }

    /**
     * One aspect.
     *
     * @param checks whether each check passed, in the order of their making
     */
    record Aspect(String name, Map<String, Boolean> checks) {
        /** Returns A where all checks passed, then one letter down for each fifth that did not. */
        char grade() {
            long failed = checks.values().stream().filter(passed -> !passed).count();
            return (char) ('A' + (int) Math.min(4, Math.ceil(5.0 * failed / checks.size())));
        }
    }

    private record Answer(int status, String type, String body, Optional<String> crossOrigin) {
        boolean is(String mediaType) {
            return status == 200 && type.startsWith(mediaType);
        }
    }

    List<Aspect> aspects() {
        Answer description = get("/sparql", "text/turtle");
        Answer elsewhere = get("/sparql", "text/turtle", "Origin", neighbour());
        Answer data = get("/.well-known/void", "text/turtle");
        return List.of(
                aspect(
                        "availability",
                        new Check(
                                "alive",
                                ask("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 1", "text/turtle")
                                        .is("text/turtle")),
                        new Check("default-graph", rows("SELECT * { ?s ?p ?o } LIMIT 1") == 1),
                        new Check("cross-origin", elsewhere.crossOrigin.isPresent())),
                aspect("freshness", new Check("modified", data.body.contains("dcterms:modified"))),
                aspect(
                        "operation",
                        new Check(
                                "description",
                                description.is("text/turtle") && description.body.contains("sd:endpoint")),
                        new Check("void", data.is("text/turtle") && data.body.contains("void:triples")),
                        new Check("licence", data.body.contains("dcterms:license")),
                        new Check("publisher", data.body.contains("dcterms:publisher"))),
                aspect(
                        "usefulness",
                        new Check("graphs", rows("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }") > 0),
                        new Check("classes", rows("SELECT DISTINCT ?c { [] a ?c }") > 0),
                        new Check(
                                "labels",
                                rows("SELECT ?l { ?c <http://www.w3.org/2004/02/skos/core#prefLabel> ?l } LIMIT 1")
                                        > 0),
                        new Check(
                                "datatypes",
                                rows("SELECT DISTINCT ?d { ?s ?p ?o FILTER isLiteral(?o)"
                                                + " BIND (datatype(?o) AS ?d) } LIMIT 5")
                                        > 0),
                        new Check("vocabulary", get("/ontology", "text/html").is("text/html"))),
                aspect("validity", validity(data)),
                aspect("performance", new Check("quick", quick())));
    }

    private record Check(String name, boolean passed) {}

    private static Aspect aspect(String name, Check... checks) {
        Map<String, Boolean> made = new LinkedHashMap<>();
        for (Check check : checks) {
            made.put(check.name, check.passed);
        }
        return new Aspect(name, made);
    }

    /** Things have addresses that a client can follow, to a page and to data. */
    private Check[] validity(Answer data) {
        Matcher example = Pattern.compile("/id/(concept/[^>]+)>").matcher(data.body);
        boolean found = example.find();
        String thing = found ? "/id/" + example.group(1) : "/id/concept/none";
        return new Check[] {
            new Check("clean", found && !thing.contains("?") && !thing.contains("#")),
            new Check("page", get(thing, "text/html").is("text/html")),
            new Check("turtle", get(thing, "text/turtle").is("text/turtle")),
            new Check("rdfxml", get(thing, "application/rdf+xml").is("application/rdf+xml")),
            new Check("links", data.body.contains("void:Linkset"))
        };
    }

    private boolean quick() {
        rows("SELECT * { ?s ?p ?o } LIMIT 1");
        long since = System.nanoTime();
        long rows = rows("SELECT (COUNT(*) AS ?n) { ?s a ?type }");
        return rows == 1 && System.nanoTime() - since < QUICK.toNanos();
    }

    private long rows(String query) {
        Answer answer = ask(query, "text/csv");
        return answer.is("text/csv") ? answer.body.lines().count() - 1 : -1;
    }

    private Answer ask(String query, String accept) {
        return get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), accept);
    }

    /** Returns an origin whose pages are to be let read: any, but of a server of this machine one of this machine. */
    private String neighbour() {
        String host = URI.create(site).getHost();
        return "localhost".equals(host) || "127.0.0.1".equals(host) ? "http://localhost:3" : "http://monitor.example";
    }

    private Answer get(String path, String accept, String... more) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(site + path))
                .timeout(PATIENCE)
                .header("Accept", accept);
        if (more.length > 0) {
            builder.headers(more);
        }
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body(),
                    response.headers().firstValue("Access-Control-Allow-Origin"));
        } catch (IOException e) {
            return new Answer(0, "", "", Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "", "", Optional.empty());
        }
    }
}
