package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.zhitu.ontology.Language;
import org.zhitu.server.web.RequestLanguage;

/**
 * The language a page is written in: {@code ?lang=} if it is there, else the first language of {@code Accept-Language}
 * that Zhitu speaks, else English. Names and definitions of concepts are in the same language unless {@code ?content=}
 * names another one. Nothing is stored.
 */
final class ReaderLanguage implements LocaleResolver {
    static final String PARAMETER = "lang";
    static final String CONTENT = "content";

    static Language of(HttpServletRequest request) {
        return RequestLanguage.of(request.getParameter(PARAMETER), request.getHeader("Accept-Language"));
    }

    /** Returns the language of concepts' names and definitions. */
    static Language ofContent(HttpServletRequest request) {
        return chosen(request, CONTENT).orElseGet(() -> of(request));
    }

    /** Returns the language that a parameter of the address asks for. */
    static Optional<Language> chosen(HttpServletRequest request, String parameter) {
        String asked = request.getParameter(parameter);
        return asked == null || asked.isBlank() ? Optional.empty() : Optional.of(Language.lookup(asked));
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
