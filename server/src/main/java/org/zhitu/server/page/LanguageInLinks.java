package org.zhitu.server.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhitu.ontology.Language;

/**
 * Keeps the language that a reader chose: while the address carries {@code ?lang=}, every link to another page that a
 * template writes carries it too. So the choice needs neither a cookie nor a session.
 */
final class LanguageInLinks extends OncePerRequestFilter {
    /** Addresses that are the same in both languages. */
    private static final Pattern NO_PAGE = Pattern.compile(
            "/(assets|api|id|image|actuator)/.*|/(concept|question|source)/[^?#]*\\.[a-z]+|/[^/?#]*\\.[a-z]+");

    private static final Pattern HAS_LANGUAGE = Pattern.compile(".*[?&]lang=.*");

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Language chosen = ReaderLanguage.chosen(request).orElse(null);
        if (chosen == null) {
            chain.doFilter(request, response);
            return;
        }
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public String encodeURL(String url) {
                return super.encodeURL(keep(url, chosen));
            }
        });
    }

    static String keep(String url, Language language) {
        if (!url.startsWith("/")
                || url.startsWith("//")
                || NO_PAGE.matcher(url).matches()
                || HAS_LANGUAGE.matcher(url).matches()) {
            return url;
        }
        int hash = url.indexOf('#');
        String before = hash < 0 ? url : url.substring(0, hash);
        String fragment = hash < 0 ? "" : url.substring(hash);
        return before + (before.contains("?") ? "&" : "?") + "lang=" + language.tag() + fragment;
    }
}
