package org.zhitu.server.resource;

import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.graph.about.SelfDescription;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Ontology;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.results.AnswerLimits;
import org.zhitu.server.results.AnswerWriter;
import org.zhitu.server.results.Dump;
import org.zhitu.server.results.GraphFormat;
import org.zhitu.server.web.Accept;
import org.zhitu.server.web.Etag;

/** What a visiting program looks for first: the description of the data, the dumps, the map of the site, its rules. */
@Configuration(proxyBeanMethods = false)
class SiteRoutes {
    /** The most that one map of a site may list. */
    private static final int MOST_PAGES = 50_000;

    private static final Query PAGES = QueryFactory.create("""
        PREFIX schema: <https://schema.org/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX zt: <https://w3id.org/zhitu/ontology#>
        SELECT DISTINCT ?thing
        WHERE { VALUES ?type { skos:Concept schema:Question zt:Note } ?thing a ?type }
        ORDER BY ?thing\
        """);

    private static final List<GraphFormat> FORMATS =
            List.of(GraphFormat.TURTLE, GraphFormat.NTRIPLES, GraphFormat.JSONLD, GraphFormat.RDFXML);

    private final KnowledgeStore store;
    private final Iris iris;
    private final Freshness freshness;
    private final DumpFiles dumps;

    SiteRoutes(Knowledge.Source source, Iris iris, Freshness freshness, DumpFiles dumps) {
        this.store = source.store();
        this.iris = iris;
        this.freshness = freshness;
        this.dumps = dumps;
    }

    @Bean
    RouterFunction<ServerResponse> site() {
        return RouterFunctions.route()
                .route(read("/.well-known/void"), this::describeData)
                .route(read("/void"), this::describeData)
                .route(read("/void.ttl"), request -> description(request, GraphFormat.TURTLE))
                .route(read("/void.jsonld"), request -> description(request, GraphFormat.JSONLD))
                .route(read("/void.nt"), request -> description(request, GraphFormat.NTRIPLES))
                .route(read("/void.rdf"), request -> description(request, GraphFormat.RDFXML))
                .route(read("/ontology").and(request -> !wantsPage(request)), this::vocabulary)
                .route(read("/ontology.{ending:ttl|nt|rdf|jsonld}"), this::vocabularyTwin)
                .route(read("/context.jsonld"), this::context)
                .route(read("/dumps/SHA256SUMS"), this::sums)
                .route(read("/dumps/{file}"), this::dump)
                .route(read("/sitemap.xml"), this::map)
                .route(read("/robots.txt"), this::rules)
                .build();
    }

    private static RequestPredicate read(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }

    /** Leads to the description in the form that the client accepts. */
    private ServerResponse describeData(ServerRequest request) {
        GraphFormat format = Accept.parse(request.headers().header("Accept"))
                .best(FORMATS, GraphFormat::mediaTypes)
                .map(Accept.Choice::offer)
                .orElse(GraphFormat.TURTLE);
        return ServerResponse.status(303)
                .location(URI.create("/void." + format.ending()))
                .varyBy("Accept")
                .build();
    }

    private ServerResponse description(ServerRequest request, GraphFormat format) {
        String etag = Etag.of(store.revision(), "void", format.key());
        Optional<ServerResponse> notModified = request.checkNotModified(etag);
        if (notModified.isPresent()) {
            return notModified.get();
        }
        Graph graph = store.read(reader -> new SelfDescription(iris).graph(reader));
        return head(etag, format.mediaTypes().getFirst()).build((ignored, response) -> {
            new AnswerWriter(response.getOutputStream(), AnswerLimits.DEFAULT).graph(graph, Namespaces.MAPPING, format);
            return null;
        });
    }

    private ServerResponse.BodyBuilder head(String etag, String mediaType) {
        ServerResponse.BodyBuilder head = ServerResponse.ok()
                .contentType(MediaType.parseMediaType(
                        mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType))
                .cacheControl(CacheControl.noCache())
                .eTag(etag);
        freshness.modified().ifPresent(head::lastModified);
        return head;
    }

    private static boolean wantsPage(ServerRequest request) {
        List<String> forPrograms =
                FORMATS.stream().flatMap(format -> format.mediaTypes().stream()).toList();
        return request.headers().header("Accept").isEmpty()
                || Accept.parse(request.headers().header("Accept")).prefers("text/html", forPrograms)
                || Accept.parse(request.headers().header("Accept"))
                        .best(FORMATS, GraphFormat::mediaTypes)
                        .isEmpty();
    }

    /** The names of terms lead here, since what follows their {@code #} is not sent: the same address for all of them. */
    private ServerResponse vocabulary(ServerRequest request) {
        GraphFormat format = Accept.parse(request.headers().header("Accept"))
                .best(FORMATS, GraphFormat::mediaTypes)
                .map(Accept.Choice::offer)
                .orElse(GraphFormat.TURTLE);
        return vocabulary(request, format);
    }

    private ServerResponse vocabularyTwin(ServerRequest request) {
        return vocabulary(
                request, GraphFormat.of(request.pathVariable("ending")).orElse(GraphFormat.TURTLE));
    }

    private static ServerResponse vocabulary(ServerRequest request, GraphFormat format) {
        Graph graph = Ontology.vocabulary();
        String etag = Etag.of(String.valueOf(graph.size()), "ontology", format.key());
        Optional<ServerResponse> notModified = request.checkNotModified(etag);
        return notModified.orElseGet(() -> ServerResponse.ok()
                .contentType(MediaType.parseMediaType(
                        format == GraphFormat.TURTLE
                                ? "text/turtle;charset=utf-8"
                                : format.mediaTypes().getFirst()))
                .cacheControl(CacheControl.noCache())
                .varyBy("Accept")
                .eTag(etag)
                .header("Content-Location", "/ontology." + format.ending())
                .header("Link", "</ontology>; rel=\"alternate\"; type=\"text/html\"")
                .build((ignored, response) -> {
                    new AnswerWriter(response.getOutputStream(), AnswerLimits.DEFAULT)
                            .graph(graph, Namespaces.MAPPING, format);
                    return null;
                }));
    }

    /** The prefixes as a context of JSON-LD, which changes with the program only. */
    private ServerResponse context(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("application/ld+json"))
                .cacheControl(CacheControl.maxAge(java.time.Duration.ofDays(1)).cachePublic())
                .body(Map.of("@context", Namespaces.of(iris)));
    }

    private ServerResponse dump(ServerRequest request) {
        Dump dump = Dump.of(request.pathVariable("file")).orElseThrow(() -> new ProblemException(404, "not-found"));
        String etag = Etag.of(store.revision(), dump.name());
        // asked before the file is opened, by date as well, since an answer of 304 would leave it open
        Optional<ServerResponse> notModified = freshness
                .modified()
                .map(modified -> request.checkNotModified(modified, etag))
                .orElseGet(() -> request.checkNotModified(etag));
        if (notModified.isPresent()) {
            return notModified.get();
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            return dumpHead(dump, dumps.of(dump)).build();
        }
        DumpFiles.Opened opened = dumps.open(dump);
        return dumpHead(dump, opened.made()).build((ignored, response) -> {
            try (InputStream in = opened.in()) {
                in.transferTo(response.getOutputStream());
            }
            return null;
        });
    }

    private ServerResponse.BodyBuilder dumpHead(Dump dump, DumpFiles.Made made) {
        return head(Etag.of(made.revision(), dump.name()), "application/gzip")
                .header("Content-Disposition", "attachment; filename=\"" + dump.file() + "\"")
                .header("Repr-Digest", made.reprDigest())
                .contentLength(made.size());
    }

    /** The digests of all dumps, as {@code sha256sum --check} reads them. */
    private ServerResponse sums(ServerRequest request) {
        String etag = Etag.of(store.revision(), "sums");
        Optional<ServerResponse> notModified = request.checkNotModified(etag);
        return notModified.orElseGet(() -> {
            StringBuilder sums = new StringBuilder();
            for (Dump dump : Dump.values()) {
                sums.append(dumps.of(dump).sha256())
                        .append("  ")
                        .append(dump.file())
                        .append('\n');
            }
            return head(etag, "text/plain").body(sums.toString());
        });
    }

    private ServerResponse map(ServerRequest request) {
        String etag = Etag.of(store.revision(), "map");
        Optional<ServerResponse> notModified = request.checkNotModified(etag);
        if (notModified.isPresent()) {
            return notModified.get();
        }
        String site = site(request);
        String day = freshness
                .modified()
                .map(time -> "<lastmod>" + time + "</lastmod>")
                .orElse("");
        StringBuilder map = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                """);
        for (String page : new String[] {
            "/", "/topics", "/index", "/questions", "/sources", "/atlas", "/path", "/ontology", "/sparql", "/help"
        }) {
            map.append("<url><loc>").append(site).append(page).append("</loc></url>\n");
        }
        String things = iris.base() + "id/";
        store.read(reader -> {
            try (QueryExec execution = reader.query(PAGES).build()) {
                execution.select().stream()
                        .map(row -> row.get("thing").toString())
                        .filter(thing -> thing.startsWith(things))
                        .limit(MOST_PAGES - 5L)
                        .forEach(thing -> map.append("<url><loc>")
                                .append(site)
                                .append('/')
                                .append(escaped(thing.substring(things.length())))
                                .append("</loc>")
                                .append(day)
                                .append("</url>\n"));
            }
            return true;
        });
        return head(etag, "application/xml").body(map.append("</urlset>\n").toString());
    }

    private static String escaped(String path) {
        return path.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("'", "&apos;")
                .replace("\"", "&quot;");
    }

    private ServerResponse rules(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
                .body("User-agent: *\nDisallow: /api/\nDisallow: /sparql?\nDisallow: /graphs\nAllow: /\nSitemap: "
                        + site(request) + "/sitemap.xml\n");
    }

    private static String site(ServerRequest request) {
        return request.uriBuilder().replacePath("").replaceQuery(null).build().toString();
    }
}
