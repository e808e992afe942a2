package org.zhitu.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Headers that keep a browser from doing what no page of ours asks for: nothing is loaded from another host, no script or
 * style stands in the page itself. Only the query editor, which writes its own styles, may use inline styles.
 */
final class SecurityHeaders extends OncePerRequestFilter {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src %s; img-src 'self' data:; "
            + "font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self' blob:; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private static final String STRICT = POLICY.formatted("'self'");
    private static final String EDITOR = POLICY.formatted("'self' 'unsafe-inline'");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean editor = request.getRequestURI().equals("/sparql");
        response.setHeader("Content-Security-Policy", editor ? EDITOR : STRICT);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        chain.doFilter(request, response);
    }
}
