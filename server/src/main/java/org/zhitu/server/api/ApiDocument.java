package org.zhitu.server.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The description of the whole interface, as OpenAPI 3.1. It is written by hand, and a test holds it to the mappings. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {
    private static final Duration KEPT = Duration.ofHours(1);

    @Bean
    RouterFunction<ServerResponse> describedInterface() {
        return RouterFunctions.route()
                .route(
                        RequestPredicates.path("/v3/api-docs")
                                .and(RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)),
                        request -> ServerResponse.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                                .body(text()))
                .build();
    }

    static byte[] text() {
        try (InputStream in = ApiDocument.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("the build lacks openapi.json");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("reading openapi.json", e);
        }
    }
}
