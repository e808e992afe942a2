package org.zhitu.server.web;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.zhitu.ontology.Language;

/** A text in one of several forms, in UTF-8, with validator and language; not even made for a client that has it. */
public final class TextAnswer {
    private TextAnswer() {}

    /**
     * How a text is sent.
     *
     * @param key       the name of the form, which distinguishes it from others at the address
     * @param mediaType without parameters
     * @param fileName  of a text to be kept rather than read at once; ASCII without quotes
     */
    public record Form(String key, String mediaType, Optional<String> fileName) {}

    /** Returns the answer whose body is a text made from a revision of the store, in a language. */
    public static ServerResponse of(
            ServerRequest request, String revision, Language language, Form form, Supplier<String> text) {
        return ofBytes(request, revision, language, form, () -> text.get().getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the answer whose body is a file made from a revision of the store, in a language. */
    public static ServerResponse ofBytes(
            ServerRequest request, String revision, Language language, Form form, Supplier<byte[]> file) {
        String etag = Etag.of(revision, form.key(), language.tag());
        Optional<ServerResponse> notModified = request.checkNotModified(etag);
        if (notModified.isPresent()) {
            return notModified.get();
        }
        byte[] body = file.get();
        ServerResponse.BodyBuilder answer = ServerResponse.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache())
                .varyBy("Accept", "Accept-Language")
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .contentType(mediaType(form.mediaType()));
        form.fileName()
                .ifPresent(name ->
                        answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\""));
        return answer.body(body);
    }

    private static MediaType mediaType(String name) {
        return name.startsWith("text/")
                ? MediaType.parseMediaType(name + ";charset=utf-8")
                : MediaType.parseMediaType(name);
    }
}
