package org.zhitu.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsUtils;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhitu.server.problem.ProblemException;

/**
 * Turns away requests that a page of somebody else sends through a reader's browser, and tells browsers which pages may read.
 *
 * @see <a href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch, CORS protocol</a>
 */
final class VisitorFilter extends OncePerRequestFilter {
    private static final long PREFLIGHT_SECONDS = 86_400;

    private final Visitors visitors;

    VisitorFilter(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!visitors.isCalled(request.getServerName())) {
            Problems.write(new ProblemException(421, "unknown-host", request.getServerName()), request, response);
            return;
        }
        boolean everybody = visitors.everybody();
        if (!everybody) {
            response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && CorsUtils.isCorsRequest(request) && !visitors.mayRead(origin)) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
            Problems.write(new ProblemException(403, "foreign-origin", origin), request, response);
            return;
        }
        new CorsFilter(here -> configuration(everybody, origin)).doFilter(request, response, chain);
    }

    private static CorsConfiguration configuration(boolean everybody, @Nullable String origin) {
        CorsConfiguration allowed = new CorsConfiguration();
        allowed.setAllowedOrigins(List.of(everybody || origin == null ? CorsConfiguration.ALL : origin));
        allowed.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "DELETE", "QUERY", "OPTIONS"));
        allowed.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        allowed.setExposedHeaders(List.of("Content-Language", "Content-Location", "ETag", "Link", "Retry-After"));
        allowed.setMaxAge(PREFLIGHT_SECONDS);
        return allowed;
    }
}
