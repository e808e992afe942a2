package org.zhitu.server.sparql;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
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
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhitu.server.problem.ProblemException;

/** Statements in the body of a request: bare, in gzip, or as the files of a form. */
final class GraphBody {
    private static final List<Lang> TRIPLES = List.of(Lang.TURTLE, Lang.NTRIPLES, Lang.RDFXML, Lang.JSONLD);
    private static final List<Lang> QUADS = List.of(Lang.TRIG, Lang.NQUADS);

    /** The media types that are read into one graph. */
    static final String ACCEPTED = names(TRIPLES);

    /** The media types that are read into the dataset, where they may name graphs. */
    static final String ACCEPTED_QUADS = ACCEPTED + ", " + names(QUADS);

    /** Contexts that lie elsewhere are never fetched. */
    private static final JsonLdOptions ALONE = new JsonLdOptions((address, options) -> {
        throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "nothing is fetched: " + address);
    });

    /** The size of a body, unpacked, in bytes. */
    static final int LARGEST = 64 << 20;

    private GraphBody() {}

    /**
     * Reads a body that is one graph.
     *
     * @param base what relative IRIs are relative to
     * @throws ProblemException if the body is of another kind, too large, or cannot be read, with line and column
     */
    static Graph read(ServerRequest request, String base) {
        DatasetGraph data = read(request, base, TRIPLES);
        if (data.listGraphNodes().hasNext()) {
            throw new ProblemException(400, "graph-of-graphs");
        }
        return data.getDefaultGraph();
    }

    /**
     * Reads a body that may name graphs.
     *
     * @param base what relative IRIs are relative to
     * @throws ProblemException if the body is of another kind, too large, or cannot be read, with line and column
     */
    static DatasetGraph readDataset(ServerRequest request, String base) {
        List<Lang> accepted = new ArrayList<>(TRIPLES);
        accepted.addAll(QUADS);
        return read(request, base, accepted);
    }

    private static DatasetGraph read(ServerRequest request, String base, List<Lang> accepted) {
        HttpServletRequest servlet = request.servletRequest();
        String type = Optional.ofNullable(servlet.getContentType()).orElse("");
        DatasetGraph data = DatasetGraphFactory.create();
        try {
            if (type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
                for (Part part : servlet.getParts()) {
                    try (InputStream in = part.getInputStream()) {
                        String kind = Optional.ofNullable(part.getContentType()).orElse("");
                        parse(bytes(in), lang(kind, accepted), base, data);
                    }
                }
                return data;
            }
            Lang lang = lang(type, accepted);
            boolean packed = "gzip".equalsIgnoreCase(servlet.getHeader("Content-Encoding"));
            try (InputStream in = packed ? new GZIPInputStream(servlet.getInputStream()) : servlet.getInputStream()) {
                parse(bytes(in), lang, base, data);
            }
            return data;
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

    private static void parse(byte[] bytes, Lang lang, String base, DatasetGraph into) {
        try {
            RDFParser.source(new ByteArrayInputStream(bytes))
                    .lang(lang)
                    .forceLang(lang)
                    .base(base)
                    .set(LangJSONLD11.JSONLD_OPTIONS, ALONE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerExceptionOnError())
                    .parse(into);
        } catch (RiotParseException e) {
            throw new ProblemException(
                            400, "graph-syntax", e.getLine(), e.getCol(), String.valueOf(e.getOriginalMessage()))
                    .with("line", e.getLine())
                    .with("column", e.getCol());
        } catch (RiotException e) {
            throw new ProblemException(400, "graph-syntax", "-", "-", String.valueOf(e.getMessage()));
        } catch (StackOverflowError e) {
            throw new ProblemException(400, "graph-syntax", "-", "-", "nested too deeply");
        }
    }

    private static Lang lang(String type, List<Lang> accepted) {
        String mediaType = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
        Lang lang = RDFLanguages.contentTypeToLang(mediaType);
        if (lang != null && accepted.contains(lang)) {
            return lang;
        }
        throw new ProblemException(
                        415, "unsupported-graph-type", mediaType.isEmpty() ? "-" : mediaType, names(accepted))
                .header("Accept-Post", names(accepted));
    }

    private static String names(List<Lang> langs) {
        return String.join(", ", langs.stream().map(Lang::getHeaderString).toList());
    }
}
