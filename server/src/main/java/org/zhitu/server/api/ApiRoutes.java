package org.zhitu.server.api;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.search.Hit;
import org.zhitu.graph.search.Search;
import org.zhitu.graph.view.Neighbourhoods;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;
import org.zhitu.server.load.LoadReportView;
import org.zhitu.server.load.NoteLibrary;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.web.JsonAnswer;
import org.zhitu.server.web.RequestLanguage;

/**
 * The JSON interface. Bodies are the records of the module graph as they are; each answer is made from one revision of the
 * store.
 */
@Configuration(proxyBeanMethods = false)
class ApiRoutes {
    private static final int HITS = 20;
    private static final int DEPTH = 2;
    private static final int NODES = 60;

    private final Knowledge.Source source;
    private final NoteLibrary library;
    private final Iris iris;

    ApiRoutes(Knowledge.Source source, NoteLibrary library, Iris iris) {
        this.source = source;
        this.library = library;
        this.iris = iris;
    }

    @Bean
    RouterFunction<ServerResponse> api() {
        return RouterFunctions.route()
                .route(read("/api/search"), this::search)
                .route(read("/api/concepts/{slug}"), this::concept)
                .route(read("/api/concepts/{slug}/neighbourhood"), this::neighbourhood)
                .route(read("/api/load-report"), this::loadReport)
                .add(new StudyRoutes(source, iris).routes())
                .add(new AtlasRoutes(source).routes())
                .add(new PlacementRoutes(source).routes())
                .add(new ExpansionRoutes(source).routes())
                .add(new ReviewRoutes(source).routes())
                .route(RequestPredicates.path("/api/**"), ApiRoutes::nothing)
                .build();
    }

    static RequestPredicate read(String pattern) {
        return RequestPredicates.path(pattern).and(RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD));
    }

    /** What a search found, best first. */
    private record Hits(String query, List<Hit> items) {}

    private ServerResponse search(ServerRequest request) {
        Knowledge knowledge = source.current();
        Language language = RequestLanguage.of(request);
        Parameters parameters = new Parameters(request, knowledge, language);
        String text = parameters.text("q");
        int limit = parameters.number("limit", 1, Search.MAX_LIMIT, HITS);
        return JsonAnswer.of(
                request,
                knowledge.revision(),
                language,
                () -> new Hits(text, knowledge.search().find(text, language, limit)));
    }

    private ServerResponse concept(ServerRequest request) {
        Knowledge knowledge = source.current();
        Language language = RequestLanguage.of(request);
        String slug = new Parameters(request, knowledge, language).conceptInPath("slug");
        return JsonAnswer.of(
                request,
                knowledge.revision(),
                language,
                () -> knowledge.concepts().card(slug, language).orElseThrow());
    }

    private ServerResponse neighbourhood(ServerRequest request) {
        Knowledge knowledge = source.current();
        Language language = RequestLanguage.of(request);
        Parameters parameters = new Parameters(request, knowledge, language);
        String slug = parameters.conceptInPath("slug");
        int depth = parameters.number("depth", 1, Neighbourhoods.MAX_DEPTH, DEPTH);
        int limit = parameters.number("limit", 1, Neighbourhoods.MAX_NODES, NODES);
        Set<Relation> relations = parameters.relations("relations");
        return JsonAnswer.of(
                request,
                knowledge.revision(),
                language,
                () -> knowledge
                        .neighbourhoods()
                        .around(slug, depth, relations, limit, language)
                        .orElseThrow());
    }

    private ServerResponse loadReport(ServerRequest request) {
        Language language = RequestLanguage.of(request);
        Optional<LoadReportView> report = library.lastReport().map(last -> LoadReportView.of(last, language));
        return JsonAnswer.of(
                request,
                source.store().revision(),
                language,
                () -> report.orElseThrow(() -> new ProblemException(404, "no-load-yet")));
    }

    private static ServerResponse nothing(ServerRequest request) {
        if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
            throw new ProblemException(404, "not-found");
        }
        if (request.method().equals(HttpMethod.OPTIONS)) {
            return ServerResponse.noContent()
                    .header("Allow", "GET, HEAD, OPTIONS")
                    .build();
        }
        throw new ProblemException(405, "method-not-allowed").header("Allow", "GET, HEAD, OPTIONS");
    }
}
