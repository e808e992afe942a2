package org.zhitu.server.api;

import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.atlas.Atlas;
import org.zhitu.ontology.Language;
import org.zhitu.server.web.Etag;
import org.zhitu.server.web.JsonAnswer;
import org.zhitu.server.web.RequestLanguage;

/** The map of all concepts: an excerpt as JSON, and the whole in columns of numbers with the names of each area apart. */
final class AtlasRoutes {
    private static final int CONCEPTS = 500;

    private final Knowledge.Source source;

    AtlasRoutes(Knowledge.Source source) {
        this.source = source;
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .route(ApiRoutes.read("/api/atlas"), this::atlas)
                .route(ApiRoutes.read("/api/atlas/places"), request -> columns(request, "places"))
                .route(ApiRoutes.read("/api/atlas/edges"), request -> columns(request, "edges"))
                .route(ApiRoutes.read("/api/atlas/names"), this::names)
                .build();
    }

    private ServerResponse atlas(ServerRequest request) {
        Knowledge knowledge = source.current();
        Language language = RequestLanguage.of(request);
        int limit = new Parameters(request, knowledge, language).number("limit", 0, AtlasView.MAX_LIMIT, CONCEPTS);
        return JsonAnswer.of(
                request, knowledge.revision(), language, () -> AtlasView.of(knowledge.atlas(), limit, language));
    }

    private ServerResponse names(ServerRequest request) {
        Knowledge knowledge = source.current();
        Language language = RequestLanguage.of(request);
        int area = new Parameters(request, knowledge, language).number("area", 0, 100_000, 0);
        return JsonAnswer.of(
                request, knowledge.revision(), language, () -> AtlasView.Names.of(knowledge.atlas(), area, language));
    }

    private ServerResponse columns(ServerRequest request, String part) {
        Knowledge knowledge = source.current();
        Supplier<byte[]> bytes = () -> {
            Atlas atlas = knowledge.atlas();
            return part.equals("places") ? AtlasColumns.places(atlas) : AtlasColumns.edges(atlas);
        };
        String etag = Etag.of(knowledge.revision(), "atlas", part);
        return request.checkNotModified(etag)
                .orElseGet(() -> ServerResponse.ok()
                        .eTag(etag)
                        .cacheControl(CacheControl.noCache())
                        .contentType(MediaType.parseMediaType(AtlasColumns.TYPE))
                        .body(bytes.get()));
    }
}
