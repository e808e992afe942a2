package org.zhitu.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhitu.server.problem.ProblemException;

/**
 * Parameters in the form {@code a=1&b=2}, in UTF-8, in their order. Read from the text itself, because the container's own
 * parameters mix the address with the body, and reading them uses the body up.
 */
public final class QueryString {
    private final List<Parameter> parameters;

    private QueryString(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    private record Parameter(String name, String value) {}

    /**
     * Reads parameters.
     *
     * @throws ProblemException if a percent sign does not start an escape
     */
    public static QueryString parse(@Nullable String text) {
        List<Parameter> parameters = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split("&", -1)) {
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                parameters.add(
                        equals < 0
                                ? new Parameter(decode(part), "")
                                : new Parameter(decode(part.substring(0, equals)), decode(part.substring(equals + 1))));
            }
        }
        return new QueryString(List.copyOf(parameters));
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(400, "bad-escape", text.length() > 80 ? text.substring(0, 80) + "…" : text);
        }
    }

    /** Returns the values of a parameter, in their order. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name.equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** Returns the names of the parameters, each once, in their order. */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).distinct().toList();
    }

    /** Says whether a parameter is there. */
    public boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** Returns the first value of a parameter in the address of a request; null where there is none. */
    static @Nullable String first(HttpServletRequest request, String name) {
        try {
            List<String> values = parse(request.getQueryString()).all(name);
            return values.isEmpty() ? null : values.getFirst();
        } catch (ProblemException e) {
            return null; // what is wrong with the address is somebody else's to tell
        }
    }
}
