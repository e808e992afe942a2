package org.zhitu.server.sparql;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.web.BoundedBody;
import org.zhitu.server.web.QueryString;

/**
 * One request of the SPARQL protocol.
 *
 * @param query         the query's text; empty for a request that has none, which asks for the service description
 * @param defaultGraphs the graphs of {@code default-graph-uri}
 * @param namedGraphs   the graphs of {@code named-graph-uri}
 * @param format        the value of {@code ?format=} or {@code ?output=}
 * @param rows          how many solutions are wanted at most: the value of {@code ?rows=}
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/#query-operation">SPARQL 1.1 Protocol, section 2.1</a>
 */
record ProtocolRequest(
        Optional<String> query,
        List<String> defaultGraphs,
        List<String> namedGraphs,
        Optional<String> format,
        OptionalLong rows) {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String UPDATE = "application/sparql-update";

    /** Percent-encoding makes three bytes of one. */
    private static final int FORM_OVERHEAD = 3;

    /**
     * Reads a request.
     *
     * @param longest the length of a query's text in bytes
     * @throws ProblemException if the request breaks the protocol
     */
    static ProtocolRequest read(HttpServletRequest request, int longest) {
        QueryString address = QueryString.parse(request.getQueryString());
        if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
            if (address.has("update")) {
                throw new ProblemException(405, "update-by-get").header("Allow", "GET, HEAD, POST, QUERY, OPTIONS");
            }
            return of(address, address, true, longest);
        }
        String type = mediaType(request);
        return switch (type) {
            case FORM -> {
                QueryString form = QueryString.parse(body(request, longest * FORM_OVERHEAD));
                if (form.has("update")) {
                    throw new ProblemException(403, "read-only");
                }
                yield of(form, address, false, longest);
            }
            case QUERY -> {
                if (address.has("query")) {
                    throw new ProblemException(400, "two-queries");
                }
                yield new ProtocolRequest(
                        Optional.of(body(request, longest)),
                        address.all("default-graph-uri"),
                        address.all("named-graph-uri"),
                        format(address),
                        rows(address));
            }
            case UPDATE -> throw new ProblemException(403, "read-only");
            default ->
                throw new ProblemException(415, "unsupported-query-type", type.isEmpty() ? "-" : type)
                        .header("Accept-Post", QUERY + ", " + FORM);
        };
    }

    /**
     * One request of the update operation.
     *
     * @param update           its text
     * @param usingGraphs      the graphs of {@code using-graph-uri}
     * @param usingNamedGraphs the graphs of {@code using-named-graph-uri}
     * @see <a href="https://www.w3.org/TR/sparql11-protocol/#update-operation">SPARQL 1.1 Protocol, section 2.2</a>
     */
    record Change(String update, List<String> usingGraphs, List<String> usingNamedGraphs) {
        /**
         * Reads a request by POST.
         *
         * @param longest the length of an update's text in bytes
         * @throws ProblemException if the request breaks the protocol
         */
        static Change read(HttpServletRequest request, int longest) {
            QueryString address = QueryString.parse(request.getQueryString());
            String type = mediaType(request);
            return switch (type) {
                case FORM -> {
                    QueryString form = QueryString.parse(body(request, longest * FORM_OVERHEAD));
                    List<String> updates = form.all("update");
                    if (updates.size() != 1) {
                        throw new ProblemException(400, updates.isEmpty() ? "no-update" : "two-queries");
                    }
                    yield of(updates.getFirst(), form);
                }
                case UPDATE -> {
                    if (address.has("update")) {
                        throw new ProblemException(400, "two-queries");
                    }
                    yield of(body(request, longest), address);
                }
                default ->
                    throw new ProblemException(415, "unsupported-update-type", type.isEmpty() ? "-" : type)
                            .header("Accept-Post", UPDATE + ", " + FORM);
            };
        }

        private static Change of(String update, QueryString parameters) {
            return new Change(update, parameters.all("using-graph-uri"), parameters.all("using-named-graph-uri"));
        }
    }

    private static ProtocolRequest of(QueryString parameters, QueryString address, boolean mayLack, int longest) {
        List<String> queries = parameters.all("query");
        if (queries.size() > 1) {
            throw new ProblemException(400, "two-queries");
        }
        List<String> defaultGraphs = parameters.all("default-graph-uri");
        List<String> namedGraphs = parameters.all("named-graph-uri");
        boolean bare = queries.isEmpty() && defaultGraphs.isEmpty() && namedGraphs.isEmpty();
        if (queries.isEmpty() && !(mayLack && bare)) {
            throw new ProblemException(400, "no-query");
        }
        if (!queries.isEmpty() && queries.getFirst().length() > longest) {
            throw tooLarge(longest);
        }
        Optional<String> format = format(parameters).or(() -> format(address));
        return new ProtocolRequest(queries.stream().findFirst(), defaultGraphs, namedGraphs, format, rows(parameters));
    }

    private static Optional<String> format(QueryString parameters) {
        List<String> named = new ArrayList<>(parameters.all("format"));
        named.addAll(parameters.all("output"));
        return named.stream().findFirst();
    }

    private static OptionalLong rows(QueryString parameters) {
        Optional<String> written = parameters.all("rows").stream().findFirst();
        if (written.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!written.get().matches("[0-9]{1,9}")) {
            throw new ProblemException(400, "bad-integer", "rows", written.get());
        }
        return OptionalLong.of(Long.parseLong(written.get()));
    }

    private static String mediaType(HttpServletRequest request) {
        String header = request.getContentType();
        if (header == null) {
            return "";
        }
        String[] parts = header.split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT).replace("\"", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                throw new ProblemException(415, "not-utf-8");
            }
        }
        return parts[0].strip().toLowerCase(Locale.ROOT);
    }

    private static String body(HttpServletRequest request, int longest) {
        try {
            byte[] bytes = BoundedBody.read(request, longest, tooLarge(longest));
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(400, "not-utf-8");
        } catch (IOException e) {
            throw new ProblemException(400, "unreadable-body");
        }
    }

    private static ProblemException tooLarge(int longest) {
        return new ProblemException(413, "query-too-large", longest / 1024);
    }
}
