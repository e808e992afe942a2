package org.zhitu.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.web.servlet.function.ServerRequest;
import org.zhitu.server.json.Json;
import org.zhitu.server.problem.ProblemException;

/** The body of a request that is a JSON object. */
public final class JsonBody {
    private static final String JSON = "application/json";

    private JsonBody() {}

    /**
     * Reads the body of a request.
     *
     * @param longest in bytes
     * @throws ProblemException if it is of another media type, longer, not in UTF-8, not JSON, or not of that shape
     */
    public static <T> T read(ServerRequest request, int longest, Class<T> type) {
        HttpServletRequest given = request.servletRequest();
        String header = given.getContentType();
        String mediaType =
                header == null ? "-" : header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!mediaType.equals(JSON)) {
            throw new ProblemException(415, "unsupported-json-type", mediaType).header("Accept-Post", JSON);
        }
        try {
            byte[] bytes = BoundedBody.read(given, longest, new ProblemException(413, "content-too-large"));
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Json.parse(text, type);
        } catch (CharacterCodingException e) {
            throw new ProblemException(400, "bad-json", 1, 1);
        } catch (IOException e) {
            throw new ProblemException(400, "unreadable-body");
        }
    }
}
