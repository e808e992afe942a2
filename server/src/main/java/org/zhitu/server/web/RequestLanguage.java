package org.zhitu.server.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhitu.ontology.Language;

/**
 * The language of an answer: {@code ?lang=} if it is there, else the first range of {@code Accept-Language} that Zhitu
 * speaks, by weight, else English.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.4">RFC 4647, section 3.4</a>
 */
public final class RequestLanguage {
    private RequestLanguage() {}

    /** Returns the language that a request asks for. */
    public static Language of(ServerRequest request) {
        return of(request.param("lang").orElse(null), request.headers().firstHeader("Accept-Language"));
    }

    /** Returns the language that a parameter and a header ask for; either may be missing. */
    public static Language of(@Nullable String parameter, @Nullable String header) {
        if (parameter != null && !parameter.isBlank()) {
            return Language.lookup(parameter);
        }
        return header == null ? Language.EN : accepted(header).orElse(Language.EN);
    }

    private static Optional<Language> accepted(String header) {
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // says nothing that can be understood
        }
        return ranges.stream()
                .filter(range -> range.getWeight() > 0)
                .map(Locale.LanguageRange::getRange)
                .filter(range -> range.equals("en") || range.startsWith("en-") || Language.lookup(range) == Language.ZH)
                .map(Language::lookup)
                .findFirst();
    }
}
