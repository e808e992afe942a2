package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriUtils;

/** The data that stand beside a page, for programs that come to the page first. */
final class Twins {
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "json", "application/json",
            "jsonld", "application/ld+json",
            "nt", "application/n-triples",
            "rdf", "application/rdf+xml",
            "ttl", "text/turtle");

    private Twins() {}

    /** Tells of them in the headers of the page at a path, by ending. */
    static void announce(String path, HttpServletResponse response) {
        String page = UriUtils.encodePath(path, StandardCharsets.UTF_8);
        MEDIA_TYPES.keySet().stream()
                .sorted()
                .forEach(ending -> response.addHeader(
                        HttpHeaders.LINK,
                        "<" + page + "." + ending + ">; rel=\"alternate\"; type=\"" + MEDIA_TYPES.get(ending) + "\""));
    }
}
