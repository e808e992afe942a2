package org.zhitu.server.sparql;

import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.Knowledge;
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
    Queries queries(Knowledge.Source knowledge, Iris iris, QueryLimits limits) {
        return new Queries(knowledge.store(), iris, limits);
    }

    @Bean
    RouterFunction<ServerResponse> sparql(Queries queries, Knowledge.Source knowledge, Iris iris) {
        SparqlEndpoint endpoint = new SparqlEndpoint(queries, knowledge.store(), iris);
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
                .route(path("/sparql/update"), SparqlRoutes::refuseUpdate)
                .build();
    }

    private static boolean isProtocol(ServerRequest request) {
        return SEND.contains(request.method())
                || (READ.contains(request.method()) && !SparqlEndpoint.wantsEditor(request));
    }

    private static ServerResponse refuseUpdate(ServerRequest request) {
        if (request.method().equals(HttpMethod.POST)) {
            throw new ProblemException(403, "read-only");
        }
        throw new ProblemException(405, "method-not-allowed").header("Allow", "POST");
    }
}
