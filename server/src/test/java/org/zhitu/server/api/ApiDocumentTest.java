package org.zhitu.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.encode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhitu.server.TestServer;
import org.zhitu.server.json.Json;
import tools.jackson.databind.JsonNode;

/** The document of the interface says what is so. */
class ApiDocumentTest {
    @RegisterExtension
    static final TestServer server = TestServer.start();

    /** What is mapped and not described, with the reason. */
    private static final Map<String, String> OUTSIDE = Map.of("/api/**", "the answer to every other path there");

    /** What is described and no pattern of a route, with what matches it. */
    private static final Map<String, String> UNNAMED = Map.of(
            "/actuator/health", "Spring's own mapping",
            "/graphs", "the graph store's predicate, which takes graphs by address as well",
            "/id/{kind}/{local}", "the predicate of names, since the local part has slashes",
            "/{kind}/{local}.{ending}", "the predicate of twins, for the same reason");

    private final JsonNode document = Json.mapper().readTree(ApiDocument.text());

    @Test
    void theDocumentIsServed() {
        HttpResponse<String> response = server.get("/v3/api-docs");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Json.mapper().readTree(response.body()).path("openapi").asString())
                .isEqualTo("3.1.0");
    }

    @Test
    void everyMappingIsInItAndNothingElse() {
        SortedSet<String> mapped = new TreeSet<>(UNNAMED.keySet());
        for (RouterFunction<?> routes : server.routes()) {
            routes.accept(new Patterns(mapped));
        }
        mapped.removeAll(OUTSIDE.keySet());
        SortedSet<String> described = new TreeSet<>(document.path("paths").propertyNames());
        assertThat(described).isEqualTo(mapped);
    }

    /** The patterns of paths that routes match. */
    @SuppressWarnings("overloads") // so the interfaces have it
    private record Patterns(SortedSet<String> found) implements RouterFunctions.Visitor, RequestPredicates.Visitor {
        @Override
        public void route(RequestPredicate predicate, HandlerFunction<?> handler) {
            predicate.accept(this);
        }

        @Override
        public void path(String pattern) {
            found.add(pattern.replaceAll(":[^}]*}", "}").replaceFirst("^/void\\.[a-z]+$", "/void.{ending}"));
        }

        @Override
        public void startNested(RequestPredicate predicate) {}

        @Override
        public void endNested(RequestPredicate predicate) {}

        @Override
        public void resources(java.util.function.Function<ServerRequest, Optional<Resource>> lookup) {}

        @Override
        public void attributes(Map<String, Object> attributes) {}

        @Override
        public void unknown(RouterFunction<?> router) {}

        @Override
        public void method(java.util.Set<HttpMethod> methods) {}

        @Override
        public void header(String name, String value) {}

        @Override
        public void param(String name, String value) {}

        @Override
        public void startAnd() {}

        @Override
        public void and() {}

        @Override
        public void endAnd() {}

        @Override
        public void startOr() {}

        @Override
        public void or() {}

        @Override
        public void endOr() {}

        @Override
        public void startNegate() {}

        @Override
        public void endNegate() {}

        @Override
        public void unknown(RequestPredicate predicate) {}

        @Override
        @SuppressWarnings("removal")
        public void pathExtension(String extension) {}

        @Override
        public void version(String version) {}
    }

    @TestFactory
    Stream<DynamicTest> everyExampleAnswersAsTheDocumentSays() {
        List<DynamicTest> tests = new ArrayList<>();
        document.path("paths").properties().forEach(path -> {
            JsonNode get = path.getValue().path("get");
            if (!get.isMissingNode() && !path.getKey().equals("/api/load-report")) {
                String address = address(path.getKey(), get);
                tests.add(DynamicTest.dynamicTest(address, () -> {
                    HttpResponse<String> response = server.get(address);
                    assertThat(response.statusCode()).as(response.body()).isIn(200, 303);
                    assertThat(get.path("responses").propertyNames()).contains("" + response.statusCode());
                    String type = response.headers().firstValue("Content-Type").orElse("");
                    if (response.statusCode() == 200) {
                        assertThat(get.path("responses")
                                        .path("200")
                                        .path("content")
                                        .propertyNames())
                                .anyMatch(type::startsWith);
                    }
                }));
            }
        });
        return tests.stream();
    }

    private String address(String path, JsonNode operation) {
        String address = path;
        List<String> query = new ArrayList<>();
        for (JsonNode written : operation.path("parameters")) {
            JsonNode parameter = written.has("$ref")
                    ? document.at(written.path("$ref").asString().substring(1))
                    : written;
            JsonNode example = parameter.path("example");
            String name = parameter.path("name").asString();
            if (example.isMissingNode() || name.equals("format")) {
                continue;
            }
            if (parameter.path("in").asString().equals("path")) {
                address = address.replace("{" + name + "}", encode(example.asString()));
            } else if (example.isObject()) {
                example.properties()
                        .forEach(each -> query.add(
                                each.getKey() + "=" + encode(each.getValue().asString())));
            } else if (example.isArray()) {
                example.forEach(each -> query.add(name + "=" + encode(each.asString())));
            } else {
                query.add(name + "=" + encode(example.asString()));
            }
        }
        return query.isEmpty() ? address : address + "?" + String.join("&", query);
    }

    @Test
    void theGuideNamesEveryPath() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("docs/http-api.md"))) {
            folder = Objects.requireNonNull(folder.getParent(), "the repository");
        }
        String guide = Files.readString(folder.resolve("docs/http-api.md"));
        for (String path : document.path("paths").propertyNames()) {
            assertThat(guide).contains(path.replaceFirst("\\{.*", ""));
        }
    }
}
