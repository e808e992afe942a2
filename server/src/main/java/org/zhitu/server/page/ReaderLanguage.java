package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.zhitu.ontology.Language;

/**
 * The language a page is written in: {@code ?lang=} if it is there, else the first language of {@code Accept-Language}
 * that Zhitu speaks, else English. Nothing is stored.
 */
final class ReaderLanguage implements LocaleResolver {
    static final String PARAMETER = "lang";

    static Language of(HttpServletRequest request) {
        return chosen(request).orElseGet(() -> accepted(request));
    }

    /** Returns the language that the address asks for. */
    static Optional<Language> chosen(HttpServletRequest request) {
        String asked = request.getParameter(PARAMETER);
        return asked == null || asked.isBlank() ? Optional.empty() : Optional.of(Language.lookup(asked));
    }

    private static Language accepted(HttpServletRequest request) {
        String header = request.getHeader("Accept-Language");
        if (header == null || header.isBlank()) {
            return Language.EN;
        }
        List<Locale.LanguageRange> ranges;
        try {
            ranges = Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return Language.EN; // a header that no grammar allows says nothing
        }
        for (Locale.LanguageRange range : ranges) {
            Language language = Language.lookup(range.getRange());
            boolean english = range.getRange().equals("en") || range.getRange().startsWith("en-");
            if (range.getWeight() > 0 && (language == Language.ZH || english)) {
                return language;
            }
        }
        return Language.EN;
    }

    static Locale locale(Language language) {
        return Locale.forLanguageTag(language.tag());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return locale(of(request));
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the address carries the language");
    }
}
