package org.zhitu.server.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jetty.compression.brotli.BrotliCompression;
import org.eclipse.jetty.compression.brotli.BrotliEncoderConfig;
import org.eclipse.jetty.compression.server.CompressionConfig;
import org.eclipse.jetty.compression.server.CompressionHandler;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Server;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * Adds Brotli to the ways in which answers travel compressed, where its library is there for this kind of machine; gzip is always
 * there. Answers are compressed while they are made, so the level is one at which that costs less than gzip does.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7932">RFC 7932</a>
 */
final class Brotli implements WebServerFactoryCustomizer<JettyServletWebServerFactory> {
    private static final int LEVEL = 5;

    /** The logarithm of what one answer may look back at, in bytes: 1 MiB is kept for each that is underway. */
    private static final int WINDOW = 20;

    @Override
    public void customize(JettyServletWebServerFactory factory) {
        Compression compression = factory.getCompression();
        if (compression == null || !compression.getEnabled()) {
            return;
        }
        if (!Brotli4jLoader.isAvailable()) {
            LoggerFactory.getLogger(Brotli.class).debug("no Brotli here", Brotli4jLoader.getUnavailabilityCause());
            return;
        }
        factory.addServerCustomizers(server -> add(server, compression));
    }

    private static void add(Server server, Compression compression) {
        CompressionHandler handler = server.getDescendant(CompressionHandler.class);
        if (handler != null) {
            BrotliEncoderConfig encoder = new BrotliEncoderConfig();
            encoder.setCompressionLevel(LEVEL);
            encoder.setLgWindow(WINDOW);
            BrotliCompression brotli = new BrotliCompression();
            brotli.setDefaultEncoderConfig(encoder);
            brotli.setMinCompressSize((int) compression.getMinResponseSize().toBytes());
            handler.putCompression(brotli);
            handler.putConfiguration("/", preferring(compression));
        }
    }

    /** What is compressed stays as it is set up; of two encodings that a client likes as much, Brotli comes first. */
    private static CompressionConfig preferring(Compression compression) {
        CompressionConfig.Builder config =
                CompressionConfig.builder().compressPreferredEncodings(List.of("br", "gzip"));
        Arrays.stream(compression.getMimeTypes()).forEach(config::compressIncludeMimeType);
        Arrays.stream(HttpMethod.values()).map(HttpMethod::name).forEach(config::compressIncludeMethod);
        return config.build();
    }
}
