package org.zhitu.server.sparql;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.query.Query;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.about.Example;
import org.zhitu.graph.about.Examples;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.server.naming.ConceptNames;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.web.Accept;
import org.zhitu.server.web.JsonAnswer;
import org.zhitu.server.web.QueryString;
import org.zhitu.server.web.RequestLanguage;

/**
 * The saved queries by name: {@code /q} lists them, {@code /q/unlocks?topic=softmax} runs one, and leads a reader to the editor
 * with the query as it would run.
 */
@Configuration(proxyBeanMethods = false)
class SavedQueryRoutes {
    private final Knowledge.Source source;
    private final KnowledgeStore store;
    private final Iris iris;

    SavedQueryRoutes(Knowledge.Source source, Iris iris) {
        this.source = source;
        this.store = source.store();
        this.iris = iris;
    }

    @Bean
    RouterFunction<ServerResponse> savedQueries(SparqlEndpoint endpoint) {
        return RouterFunctions.route()
                .route(read("/q"), this::list)
                .route(read("/q/{slug}"), request -> run(request, endpoint))
                .build();
    }

    private static RequestPredicate read(String path) {
        return RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD).and(RequestPredicates.path(path));
    }

    private record Parameter(String name, String type, String value) {}

    private record Entry(String id, String title, List<String> tags, String address, List<Parameter> parameters) {}

    private record Listing(List<Entry> items) {}

    private ServerResponse list(ServerRequest request) {
        Language language = RequestLanguage.of(request);
        List<Example> examples = store.read(reader -> Examples.of(reader, iris));
        return JsonAnswer.of(
                request,
                store.revision(),
                language,
                () -> new Listing(examples.stream()
                        .map(example -> new Entry(
                                example.slug(),
                                example.title(language),
                                example.tags(),
                                "/q/" + example.slug(),
                                new SavedQuery(example.text(language), iris)
                                        .parameters().stream()
                                                .map(parameter -> new Parameter(
                                                        parameter.name(),
                                                        parameter.type().name().toLowerCase(Locale.ROOT),
                                                        parameter.value()))
                                                .toList()))
                        .toList()));
    }

    private ServerResponse run(ServerRequest request, SparqlEndpoint endpoint) {
        long since = System.nanoTime();
        String slug = request.pathVariable("slug");
        Language language = RequestLanguage.of(request);
        Optional<Example> example = store.read(reader -> Examples.of(reader, iris, slug));
        SavedQuery saved = new SavedQuery(
                example.orElseThrow(() -> new ProblemException(404, "unknown-query", slug))
                        .text(language),
                iris);
        QueryString address = QueryString.parse(request.servletRequest().getQueryString());
        SortedMap<String, String> values = new TreeMap<>();
        for (String name : address.names()) {
            if (!name.equals("format") && !(name.equals("lang") && !takesLanguage(saved))) {
                values.put(
                        name,
                        name.equals("lang") ? language.tag() : address.all(name).getFirst());
            }
        }
        Query query = saved.with(values, name -> new ConceptNames(source.current(), language).slug("topic", name));
        if (SparqlEndpoint.wantsEditor(request)) {
            return ServerResponse.status(303)
                    .location(URI.create("/sparql?query=" + UriUtils.encode(query.toString(), StandardCharsets.UTF_8)))
                    .varyBy("Accept", "Accept-Language")
                    .build();
        }
        Accept accept = Accept.parse(request.headers().header("Accept"));
        return endpoint.respond(query, address.all("format").stream().findFirst(), accept, since, store.revision());
    }

    private static boolean takesLanguage(SavedQuery saved) {
        return saved.parameters().stream()
                .anyMatch(parameter -> parameter.name().equals("lang"));
    }
}
