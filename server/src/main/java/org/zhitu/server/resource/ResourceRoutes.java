package org.zhitu.server.resource;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
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
import org.springframework.web.util.UriUtils;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.graph.query.Sources;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Iris.Thing;
import org.zhitu.ontology.Language;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.results.AnswerLimits;
import org.zhitu.server.results.AnswerWriter;
import org.zhitu.server.results.GraphFormat;
import org.zhitu.server.web.Accept;
import org.zhitu.server.web.Etag;
import org.zhitu.server.web.JsonAnswer;
import org.zhitu.server.web.RequestLanguage;

/**
 * Things and the documents about them. The name of a thing, {@code /id/concept/bert}, leads to its page or to one of the
 * page's twins, {@code /concept/bert.ttl} and others, by what the client accepts. The pages are elsewhere.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/#r303gendocument">Cool URIs, 303 URIs forwarding to different documents</a>
 */
@Configuration(proxyBeanMethods = false)
class ResourceRoutes {
    private static final String ALLOW = "GET, HEAD, OPTIONS";
    private static final Pattern THING = Pattern.compile("/id/(concept|question|note|source)/(.+)");
    private static final Pattern TWIN =
            Pattern.compile("/(concept|question|note|source)/(.+)\\.(json|ttl|jsonld|nt|rdf)");

    /** A document about a thing: a page, or a twin of it. The first one is the default. */
    private record Form(String ending, List<String> mediaTypes) {}

    private static final List<Form> FORMS = List.of(
            new Form("", List.of("text/html", "application/xhtml+xml")),
            new Form("json", List.of("application/json")),
            new Form("ttl", GraphFormat.TURTLE.mediaTypes()),
            new Form("jsonld", List.of("application/ld+json")),
            new Form("nt", List.of("application/n-triples")),
            new Form("rdf", List.of("application/rdf+xml")));

    private static final Pattern PAGE = Pattern.compile("/(concept|question|note|source)/([^.]+)");

    private final Knowledge.Source source;
    private final Iris iris;
    private final Freshness freshness;

    ResourceRoutes(Knowledge.Source source, Iris iris, Freshness freshness) {
        this.source = source;
        this.iris = iris;
        this.freshness = freshness;
    }

    @Bean
    RouterFunction<ServerResponse> resources() {
        return RouterFunctions.route()
                .route(read(THING), this::thing)
                .route(read(TWIN), this::twin)
                .route(
                        options().and(request -> isData(request)),
                        request -> ServerResponse.noContent()
                                .header("Allow", ALLOW)
                                .build())
                .route(request -> isData(request), request -> {
                    throw new ProblemException(405, "method-not-allowed").header("Allow", ALLOW);
                })
                .route(read(PAGE).and(request -> became(request).isPresent()), request -> movedPage(request))
                .build();
    }

    private static RequestPredicate options() {
        return RequestPredicates.methods(HttpMethod.OPTIONS);
    }

    private static boolean isData(ServerRequest request) {
        return THING.matcher(request.path()).matches()
                || TWIN.matcher(request.path()).matches();
    }

    private static RequestPredicate read(Pattern path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
                .and(request -> path.matcher(request.path()).matches());
    }

    private static Thing kind(Matcher path) {
        return Thing.valueOf(path.group(1).toUpperCase(Locale.ROOT));
    }

    private static Matcher match(Pattern pattern, ServerRequest request) {
        Matcher path = pattern.matcher(request.path());
        if (!path.matches()) {
            throw new ProblemException(404, "not-found");
        }
        return path;
    }

    private static String decoded(String segment) {
        return UriUtils.decode(segment, java.nio.charset.StandardCharsets.UTF_8);
    }

    private ServerResponse thing(ServerRequest request) {
        Matcher path = match(THING, request);
        Form form = Accept.parse(request.headers().header("Accept"))
                .best(FORMS, Form::mediaTypes)
                .orElseThrow(() -> notAcceptable())
                .offer();
        String page = "/" + path.group(1) + "/" + path.group(2);
        Optional<Moved> moved =
                Moved.of(source.store(), iris.base() + request.path().substring(1));
        if (moved.isPresent()) {
            return moved(moved.get(), "/", "");
        }
        return ServerResponse.status(303)
                .location(URI.create(form.ending().isEmpty() ? page : page + "." + form.ending()))
                .varyBy("Accept")
                .build();
    }

    private Optional<Moved> became(ServerRequest request) {
        return Moved.of(source.store(), iris.base() + "id" + request.path());
    }

    private ServerResponse movedPage(ServerRequest request) {
        return moved(became(request).orElseThrow(), "/", "");
    }

    /** Leads to the new name of a thing, or to the same document about it; 410 where there is none. */
    private ServerResponse moved(Moved moved, String before, String ending) {
        String to = moved.to().orElseThrow(() -> new ProblemException(410, "gone"));
        String place = moved.local(iris).map(local -> before + local + ending).orElse(to);
        return ServerResponse.status(301).location(URI.create(place)).build();
    }

    private static ProblemException notAcceptable() {
        List<String> alternatives =
                FORMS.stream().map(form -> form.mediaTypes().getFirst()).toList();
        return new ProblemException(406, "not-acceptable-format", String.join(", ", alternatives))
                .with("alternatives", alternatives);
    }

    private ServerResponse twin(ServerRequest request) {
        Matcher path = match(TWIN, request);
        Thing kind = kind(path);
        String local = decoded(path.group(2));
        String ending = path.group(3);
        Language language = RequestLanguage.of(request);
        Knowledge knowledge = source.current();
        if (ending.equals("json")) {
            Object card = card(knowledge, kind, local, language);
            return JsonAnswer.of(request, knowledge.revision(), language, () -> card);
        }
        GraphFormat format = GraphFormat.of(ending).orElseThrow();
        String etag = Etag.of(knowledge.revision(), ending);
        Optional<ServerResponse> notModified = request.checkNotModified(etag);
        if (notModified.isPresent()) {
            return notModified.get();
        }
        String thing = iris.of(kind, local);
        String page = "/" + path.group(1) + "/" + path.group(2);
        Optional<Moved> moved = Moved.of(source.store(), thing);
        if (moved.isPresent()) {
            return moved(
                    new Moved(moved.get().to().map(to -> to.replace(iris.base() + "id/", iris.base()))),
                    "/",
                    "." + ending);
        }
        Graph graph = Description.of(source.store(), iris, thing, document(request, page), freshness.modified())
                .orElseThrow(() -> unknown(kind, local));
        ServerResponse.BodyBuilder head = ServerResponse.ok()
                .contentType(mediaType(format))
                .eTag(etag)
                .cacheControl(CacheControl.noCache())
                .header("Content-Location", page + "." + ending)
                .header("Link", Documents.links(page, thing, ending));
        freshness.modified().ifPresent(head::lastModified);
        return head.build((ignored, response) -> {
            new AnswerWriter(response.getOutputStream(), AnswerLimits.DEFAULT).graph(graph, Namespaces.MAPPING, format);
            return null;
        });
    }

    private static String document(ServerRequest request, String page) {
        return request.uriBuilder()
                .replacePath(page)
                .replaceQuery(null)
                .build(true)
                .toString();
    }

    /** A source with every place where a note gives it. */
    private record SourceCard(String id, String iri, List<Sources.Entry> given) {}

    private Object card(Knowledge knowledge, Thing kind, String local, Language language) {
        Optional<?> card = switch (kind) {
            case CONCEPT -> knowledge.concepts().card(local, language);
            case QUESTION -> knowledge.questions().card(local, language);
            case NOTE -> knowledge.notes().card(local, language);
            case SOURCE -> {
                List<Sources.Entry> given = knowledge.sources().list(language).stream()
                        .filter(entry -> entry.id().equals(local))
                        .toList();
                yield given.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new SourceCard(local, iris.of(Thing.SOURCE, local), given));
            }
        };
        return card.orElseThrow(() -> unknown(kind, local));
    }

    private static MediaType mediaType(GraphFormat format) {
        String name = format.mediaTypes().getFirst();
        return MediaType.parseMediaType(name.startsWith("text/") ? name + ";charset=utf-8" : name);
    }

    private static ProblemException unknown(Thing kind, String local) {
        return new ProblemException(404, "unknown-" + kind.segment(), local);
    }
}
