package org.zhitu.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.header;
import static org.zhitu.server.TestServer.query;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhitu.server.TestServer;

/** Rule L10: answers travel compressed, and say so. */
class CompressionTest {
    private static final String LONG = query("SELECT ?x { VALUES ?x { " + "\"注意力\" ".repeat(500) + "} }");

    @RegisterExtension
    static final TestServer server = TestServer.start();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        br                      | br
        gzip, deflate, br, zstd | br
        br;q=0, gzip            | gzip
        gzip                    | gzip
        identity                | ''
        """)
    void l10AnAnswerTravelsInTheEncodingThatIsLikedBest(String accepted, String expected) throws Exception {
        String encoding = expected.equals("br") && !Brotli4jLoader.isAvailable() ? "gzip" : expected;
        HttpResponse<InputStream> answer = get(accepted, "");
        assertThat(header(answer, "Content-Encoding"))
                .isEqualTo(accepted.equals("br") && !Brotli4jLoader.isAvailable() ? "" : encoding);
        assertThat(header(answer, "Vary")).contains("Accept-Encoding");
        assertThat(text(answer))
                .isEqualTo(server.get(LONG, "Accept", "text/csv").body());
    }

    @Test
    void l9TheTagOfEachEncodingIsItsOwnAndIsKnownAgain() throws Exception {
        String plain = header(get("identity", ""), "ETag");
        for (String encoding : new String[] {"gzip", "br"}) {
            String tag = header(get(encoding, ""), "ETag");
            assertThat(get(encoding, tag).statusCode()).as(encoding).isEqualTo(304);
            assertThat(get("identity", plain).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void whatIsShortTravelsAsItIs() {
        assertThat(header(server.get(query("ASK {}"), "Accept-Encoding", "br, gzip"), "Content-Encoding"))
                .isEmpty();
    }

    private static HttpResponse<InputStream> get(String accepted, String known) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.at(LONG)).headers("Accept", "text/csv", "Accept-Encoding", accepted);
        if (!known.isEmpty()) {
            request.header("If-None-Match", known);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        byte[] bytes = answer.body().readAllBytes();
        InputStream in = new ByteArrayInputStream(bytes);
        InputStream unpacked = switch (header(answer, "Content-Encoding")) {
            case "br" -> new BrotliInputStream(in);
            case "gzip" -> new GZIPInputStream(in);
            default -> in;
        };
        return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
    }
}
