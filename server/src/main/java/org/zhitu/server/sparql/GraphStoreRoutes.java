package org.zhitu.server.sparql;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.Knowledge;
import org.zhitu.ontology.Iris;
import org.zhitu.server.problem.ProblemException;

/** The addresses of the graph store protocol. */
@Configuration(proxyBeanMethods = false)
class GraphStoreRoutes {
    static final String PATH = "/graphs";
    private static final String ALLOW = "GET, HEAD, PUT, POST, DELETE, OPTIONS";

    @Bean
    RouterFunction<ServerResponse> graphStore(
            Knowledge.Source knowledge, Iris iris, QueryLimits limits, WriteAccess access) {
        GraphStore graphs = new GraphStore(knowledge.store(), iris, limits, access);
        return RouterFunctions.route()
                .route(at(Set.of(HttpMethod.GET, HttpMethod.HEAD)), graphs::get)
                .route(at(Set.of(HttpMethod.PUT)), graphs::put)
                .route(at(Set.of(HttpMethod.POST)), graphs::post)
                .route(at(Set.of(HttpMethod.DELETE)), graphs::delete)
                .route(
                        at(Set.of(HttpMethod.OPTIONS)),
                        request -> ServerResponse.noContent()
                                .header("Allow", ALLOW)
                                .header(
                                        "Accept-Post",
                                        request.path().equals(PATH) ? GraphBody.ACCEPTED_QUADS : GraphBody.ACCEPTED)
                                .build())
                .route(GraphStoreRoutes::isHere, request -> {
                    throw new ProblemException(405, "method-not-allowed").header("Allow", ALLOW);
                })
                .build();
    }

    private static RequestPredicate at(Set<HttpMethod> methods) {
        return request -> isHere(request) && methods.contains(request.method());
    }

    private static boolean isHere(ServerRequest request) {
        return request.path().equals(PATH) || request.path().startsWith(PATH + "/");
    }
}
