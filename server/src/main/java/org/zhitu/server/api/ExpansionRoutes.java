package org.zhitu.server.api;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.view.Expansion;
import org.zhitu.graph.view.Neighbourhoods;
import org.zhitu.ontology.Language;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.web.JsonBody;
import org.zhitu.server.web.RequestLanguage;

/**
 * What comes to a drawing. The client says what it shows, which may be more than fits an address, so it is a POST; it only
 * reads.
 */
final class ExpansionRoutes {
    private static final String AROUND = "/api/concepts/{slug}/expansion";
    private static final String NAMED = "/api/expansion";
    private static final String ALLOW = "POST, OPTIONS";
    private static final int NODES = 12;

    /** The longest body, in bytes. */
    private static final int LONGEST = 1 << 17;

    private final Knowledge.Source source;

    ExpansionRoutes(Knowledge.Source source) {
        this.source = source;
    }

    RouterFunction<ServerResponse> routes() {
        RouterFunctions.Builder routes = RouterFunctions.route();
        routes.POST(AROUND, this::around).POST(NAMED, this::named);
        for (String address : List.of(AROUND, NAMED)) {
            routes.route(
                    RequestPredicates.path(address)
                            .and(request -> request.method().equals(HttpMethod.OPTIONS)),
                    request -> ServerResponse.noContent()
                            .header("Allow", ALLOW)
                            .header("Accept-Post", MediaType.APPLICATION_JSON_VALUE)
                            .build());
            routes.route(RequestPredicates.path(address), request -> {
                throw new ProblemException(405, "method-not-allowed").header("Allow", ALLOW);
            });
        }
        return routes.build();
    }

    /** What a client sends, as slugs; members that are missing or null are empty. */
    private record Drawn(
            @Nullable List<@Nullable String> shown,
            @Nullable List<@Nullable String> add) {}

    private ServerResponse around(ServerRequest request) {
        Knowledge knowledge = source.current();
        Language language = RequestLanguage.of(request);
        Parameters parameters = new Parameters(request, knowledge, language);
        String slug = parameters.conceptInPath("slug");
        int limit = parameters.number("limit", 1, Neighbourhoods.MAX_NODES, NODES);
        String direction = parameters.choice("direction", List.of("out", "in", "both"), "both");
        Drawn drawn = JsonBody.read(request, LONGEST, Drawn.class);
        return answer(
                language,
                knowledge
                        .neighbourhoods()
                        .expansion(
                                slugs("shown", drawn.shown()),
                                slug,
                                parameters.relations("relations"),
                                Neighbourhoods.Direction.valueOf(direction.toUpperCase(Locale.ROOT)),
                                limit,
                                language)
                        .orElseThrow());
    }

    private ServerResponse named(ServerRequest request) {
        Knowledge knowledge = source.current();
        Language language = RequestLanguage.of(request);
        Drawn drawn = JsonBody.read(request, LONGEST, Drawn.class);
        return answer(
                language,
                knowledge
                        .neighbourhoods()
                        .addition(slugs("shown", drawn.shown()), slugs("add", drawn.add()), language));
    }

    private static List<String> slugs(String name, @Nullable List<@Nullable String> some) {
        List<@Nullable String> all = some == null ? List.of() : some;
        if (all.size() > Neighbourhoods.MAX_NODES) {
            throw new ProblemException(400, "too-many-values", name, Neighbourhoods.MAX_NODES)
                    .with("parameter", name)
                    .with("maximum", Neighbourhoods.MAX_NODES);
        }
        return all.stream().filter(Objects::nonNull).toList();
    }

    private static ServerResponse answer(Language language, Expansion expansion) {
        return ServerResponse.ok()
                .cacheControl(CacheControl.noStore())
                .varyBy("Accept-Language")
                .header("Content-Language", language.tag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(expansion);
    }
}
