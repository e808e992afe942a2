package org.zhitu.server.sparql;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhitu.server.problem.ProblemException;

/** A graph in the body of a request: bare, in gzip, or as the files of a form. */
final class GraphBody {
    /** The media types that are read. */
    static final String ACCEPTED = "text/turtle, application/n-triples, application/rdf+xml";

    /** The size of a body, unpacked, in bytes. */
    static final int LARGEST = 64 << 20;

    private GraphBody() {}

    /**
     * Reads the triples of a body.
     *
     * @param base what relative IRIs are relative to
     * @throws ProblemException if the body is of another kind, too large, or cannot be read, with line and column
     */
    static Graph read(ServerRequest request, String base) {
        HttpServletRequest servlet = request.servletRequest();
        String type = Optional.ofNullable(servlet.getContentType()).orElse("");
        Graph graph = GraphFactory.createDefaultGraph();
        try {
            if (type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
                for (Part part : servlet.getParts()) {
                    try (InputStream in = part.getInputStream()) {
                        parse(
                                bytes(in),
                                Optional.ofNullable(part.getContentType()).orElse(""),
                                base,
                                graph);
                    }
                }
                return graph;
            }
            boolean packed = "gzip".equalsIgnoreCase(servlet.getHeader("Content-Encoding"));
            try (InputStream in = packed ? new GZIPInputStream(servlet.getInputStream()) : servlet.getInputStream()) {
                parse(bytes(in), type, base, graph);
            }
            return graph;
        } catch (IOException | ServletException e) {
            throw new ProblemException(400, "unreadable-body");
        }
    }

    private static byte[] bytes(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ProblemException(413, "graph-too-large", LARGEST >> 20);
        }
        return bytes;
    }

    private static void parse(byte[] bytes, String type, String base, Graph into) {
        Lang lang = lang(type);
        try {
            RDFParser.source(new ByteArrayInputStream(bytes))
                    .lang(lang)
                    .forceLang(lang)
                    .base(base)
                    .errorHandler(ErrorHandlerFactory.errorHandlerExceptionOnError())
                    .parse(into);
        } catch (RiotParseException e) {
            throw new ProblemException(
                            400, "graph-syntax", e.getLine(), e.getCol(), String.valueOf(e.getOriginalMessage()))
                    .with("line", e.getLine())
                    .with("column", e.getCol());
        } catch (RiotException e) {
            throw new ProblemException(400, "graph-syntax", "-", "-", String.valueOf(e.getMessage()));
        }
    }

    /** JSON-LD is not read: its contexts may lie on other hosts, which are never asked. */
    private static Lang lang(String type) {
        String mediaType = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        Lang lang = RDFLanguages.contentTypeToLang(mediaType);
        if (lang != null && List.of(Lang.TURTLE, Lang.NTRIPLES, Lang.RDFXML).contains(lang)) {
            return lang;
        }
        throw new ProblemException(415, "unsupported-graph-type", mediaType.isEmpty() ? "-" : mediaType, ACCEPTED)
                .header("Accept-Post", ACCEPTED);
    }
}
