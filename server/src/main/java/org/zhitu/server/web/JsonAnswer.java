package org.zhitu.server.web;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.ontology.Language;

/** A value as JSON, with validator and language; not even computed for a client that has it. */
public final class JsonAnswer {
    private JsonAnswer() {}

    /** Returns the answer whose body is a value made from a revision of the store, in a language. */
    public static ServerResponse of(ServerRequest request, String revision, Language language, Supplier<?> value) {
        return of(request, revision, language, value, "Accept-Language");
    }

    /** Returns the same answer at an address that has other forms as well, by what the client accepts. */
    public static ServerResponse amongOthers(
            ServerRequest request, String revision, Language language, Supplier<?> value) {
        return of(request, revision, language, value, "Accept", "Accept-Language");
    }

    private static ServerResponse of(
            ServerRequest request, String revision, Language language, Supplier<?> value, String... varyBy) {
        String etag = Etag.of(revision, "json", language.tag());
        Optional<ServerResponse> notModified = request.checkNotModified(etag);
        return notModified.orElseGet(() -> ServerResponse.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache())
                .varyBy(varyBy)
                .header("Content-Language", language.tag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(value.get()));
    }
}
