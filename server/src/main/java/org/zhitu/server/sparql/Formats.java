package org.zhitu.server.sparql;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.MediaType;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.results.GraphFormat;
import org.zhitu.server.web.Accept;
import org.zhitu.server.web.Etag;

/** The choice among the forms of an answer. */
final class Formats {
    private Formats() {}

    /**
     * Returns the form that a request asks for, by name or by what it accepts.
     *
     * @throws ProblemException if there is none; it tells those that there are
     */
    static <T> T choose(
            Optional<String> named,
            Function<String, Optional<T>> byName,
            Accept accept,
            List<T> offers,
            Function<T, List<String>> mediaTypes,
            Function<T, String> key) {
        if (named.isPresent()) {
            return byName.apply(named.get())
                    .filter(offers::contains)
                    .orElseThrow(() -> new ProblemException(
                            400,
                            "unknown-format",
                            named.get(),
                            String.join(", ", offers.stream().map(key).toList())));
        }
        return accept.best(offers, mediaTypes)
                .orElseThrow(() -> {
                    List<String> alternatives = offers.stream()
                            .map(offer -> mediaTypes.apply(offer).getFirst())
                            .toList();
                    return new ProblemException(406, "not-acceptable-format", String.join(", ", alternatives))
                            .with("alternatives", alternatives);
                })
                .offer();
    }

    static MediaType withCharset(String mediaType) {
        return MediaType.parseMediaType(mediaType.startsWith("text/") ? mediaType + ";charset=utf-8" : mediaType);
    }

    /** Returns the validators of all forms of a version. */
    static List<String> representations(String version, List<GraphFormat> forms) {
        return forms.stream().map(form -> Etag.of(version, form.key())).toList();
    }
}
