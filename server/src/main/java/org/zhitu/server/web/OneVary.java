package org.zhitu.server.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Puts all that an answer depends on into one header {@code Vary}. Several handlers add to it, and some clients read only one
 * line of it.
 */
final class OneVary extends OncePerRequestFilter {
    private static final String VARY = "Vary";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        OneLine joined = new OneLine(response);
        joined.addHeader(VARY, "Accept-Encoding"); // whatever is long enough travels compressed
        chain.doFilter(request, joined);
    }

    private static final class OneLine extends HttpServletResponseWrapper {
        private final SortedSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        OneLine(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addHeader(String name, String value) {
            if (name.equalsIgnoreCase(VARY)) {
                for (String part : value.split(",", -1)) {
                    names.add(part.strip());
                }
                super.setHeader(VARY, String.join(", ", names));
            } else {
                super.addHeader(name, value);
            }
        }

        @Override
        public void setHeader(String name, @Nullable String value) {
            if (name.equalsIgnoreCase(VARY) && value != null) {
                addHeader(name, value);
            } else {
                super.setHeader(name, value);
            }
        }
    }
}
