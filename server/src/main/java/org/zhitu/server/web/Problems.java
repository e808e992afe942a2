package org.zhitu.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.zhitu.ontology.Language;
import org.zhitu.server.json.Json;
import org.zhitu.server.problem.ProblemException;

/**
 * Turns whatever goes wrong into a problem detail in the client's language; into an error page where the client would
 * rather have HTML. What has no cure on the client's side is logged, and not told.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public final class Problems implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private static final List<String> MACHINE_FORMATS = List.of("application/problem+json", "application/json");

    /** Addresses that only programs ask for, whatever they say they accept. */
    private static final List<String> FOR_PROGRAMS = List.of("/sparql", "/graphs", "/q/", "/api/", "/actuator/");

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (response.isCommitted()) {
            return null; // too late for a status: the connection is cut, so that the answer does not look whole
        }
        try {
            ProblemException problem = problem(exception);
            response.resetBuffer();
            if (prefersPage(request)) {
                response.sendError(problem.status());
            } else {
                write(problem, request, response);
            }
            return new ModelAndView();
        } catch (IOException e) {
            return null; // the client is gone
        }
    }

    private static ProblemException problem(Exception exception) {
        if (exception instanceof ProblemException problem) {
            return problem;
        }
        if (exception instanceof ErrorResponse response) {
            ProblemException problem = ofStatus(response.getStatusCode().value());
            response.getHeaders().forEach((name, values) -> problem.header(name, String.join(", ", values)));
            return problem;
        }
        LOG.error("a request failed", exception);
        return new ProblemException(500, "internal");
    }

    /** Returns the problem that a bare status tells. */
    static ProblemException ofStatus(int status) {
        String code = switch (status) {
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "content-too-large";
            case 415 -> "unsupported-media-type";
            default -> status >= 500 ? "internal" : "bad-request";
        };
        return new ProblemException(status, code);
    }

    static boolean prefersPage(HttpServletRequest request) {
        String path = request.getAttribute("jakarta.servlet.error.request_uri") instanceof String failed
                ? failed
                : request.getRequestURI();
        return FOR_PROGRAMS.stream().noneMatch(path::startsWith)
                && Accept.parse(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)))
                        .prefers("text/html", MACHINE_FORMATS);
    }

    /** Writes a problem detail as the whole answer, in place of what was prepared so far. */
    public static void write(ProblemException problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Language language =
                RequestLanguage.of(QueryString.first(request, "lang"), request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        response.setHeader(HttpHeaders.ETAG, null);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, null);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Encoding, Accept-Language");
        problem.headers().forEach(response::setHeader);
        byte[] body = Json.mapper().writeValueAsBytes(body(problem, language));
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Map<String, Object> body(ProblemException problem, Language language) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title(language));
        body.put("status", problem.status());
        body.put("detail", problem.detail(language));
        body.putAll(problem.members());
        return body;
    }
}
