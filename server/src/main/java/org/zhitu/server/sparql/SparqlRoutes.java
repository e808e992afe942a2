package org.zhitu.server.sparql;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.problem.ProblemException;

/** The addresses of the SPARQL protocol. The editor at the same address is a page, and found where pages are. */
@Configuration(proxyBeanMethods = false)
class SparqlRoutes {
    private static final HttpMethod QUERY = HttpMethod.valueOf("QUERY");
    private static final Set<HttpMethod> READ = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final Set<HttpMethod> SEND = Set.of(HttpMethod.POST, QUERY);
    private static final String ALLOW = "GET, HEAD, POST, QUERY, OPTIONS";

    @Bean
    Queries queries(Knowledge.Source knowledge, QueryLimits limits) {
        return new Queries(knowledge.store(), limits);
    }

    /** The token comes from {@code ZHITU_WRITE_TOKEN}; without one nobody writes. */
    @Bean
    WriteAccess writeAccess(Knowledge.Source knowledge, @Value("${zhitu.write.token:}") String token) {
        return new WriteAccess(!knowledge.store().isUnion(), token);
    }

    @Bean
    SparqlEndpoint endpoint(Queries queries, Knowledge.Source knowledge, Iris iris, WriteAccess access) {
        return new SparqlEndpoint(queries, knowledge.store(), iris, access);
    }

    @Bean
    RouterFunction<ServerResponse> sparql(
            SparqlEndpoint endpoint, QueryLimits limits, Knowledge.Source knowledge, Iris iris, WriteAccess access) {
        KnowledgeStore store = knowledge.store();
        UpdateEndpoint update = new UpdateEndpoint(new Updates(store, limits, iris), store, access);
        return RouterFunctions.route()
                .route(path("/sparql").and(request -> isProtocol(request)), endpoint::answer)
                .route(
                        path("/sparql").and(request -> request.method().equals(HttpMethod.OPTIONS)),
                        request -> ServerResponse.noContent()
                                .header("Allow", ALLOW)
                                .header("Accept-Post", "application/sparql-query, application/x-www-form-urlencoded")
                                .build())
                .route(path("/sparql").and(request -> !READ.contains(request.method())), request -> {
                    throw new ProblemException(405, "method-not-allowed").header("Allow", ALLOW);
                })
                .DELETE("/sparql/runs/{name}", endpoint::stop)
                .route(
                        path("/sparql/runs/{name}")
                                .and(request -> request.method().equals(HttpMethod.OPTIONS)),
                        request -> ServerResponse.noContent()
                                .header("Allow", "DELETE, OPTIONS")
                                .build())
                .route(path("/sparql/runs/{name}"), request -> {
                    throw new ProblemException(405, "method-not-allowed").header("Allow", "DELETE, OPTIONS");
                })
                .route(path("/sparql/update").and(request -> request.method().equals(HttpMethod.POST)), update::answer)
                .route(
                        path("/sparql/update").and(request -> request.method().equals(HttpMethod.OPTIONS)),
                        request -> ServerResponse.noContent()
                                .header("Allow", "POST, OPTIONS")
                                .header("Accept-Post", "application/sparql-update, application/x-www-form-urlencoded")
                                .build())
                .route(path("/sparql/update"), request -> {
                    throw new ProblemException(405, "method-not-allowed").header("Allow", "POST, OPTIONS");
                })
                .build();
    }

    private static boolean isProtocol(ServerRequest request) {
        return SEND.contains(request.method())
                || (READ.contains(request.method()) && !SparqlEndpoint.wantsEditor(request));
    }
}
