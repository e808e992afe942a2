package org.zhitu.server.resource;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.results.Dump;

/** The dumps of the revision that was asked for last, each made when it is first asked for; their folder goes with the server. */
@Component
final class DumpFiles implements DisposableBean {
    private final KnowledgeStore store;
    private final Iris iris;
    private final Map<Dump, Made> made = new EnumMap<>(Dump.class);
    private final Path folder;

    /**
     * A dump on disk.
     *
     * @param sha256 the digest of its bytes, as {@code sha256sum} writes it
     */
    record Made(String revision, Path file, long size, String sha256) {
        /** Returns the digest as RFC 9530 writes it. */
        String reprDigest() {
            return "sha-256=:"
                    + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
        }
    }

    DumpFiles(Knowledge.Source source, Iris iris) throws IOException {
        this.store = source.store();
        this.iris = iris;
        this.folder = Files.createTempDirectory("zhitu-dumps");
    }

    /** Returns a dump of the store as it is now. Who still reads an older one reads it to its end. */
    synchronized Made of(Dump dump) {
        Made known = made.get(dump);
        if (known != null && known.revision().equals(store.revision())) {
            return known;
        }
        try {
            Path file = Files.createTempFile(folder, dump.name(), ".gz");
            Made fresh = store.read(reader -> {
                MessageDigest digest = sha256();
                try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                    dump.write(reader, iris, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return new Made(
                        reader.revision(),
                        file,
                        file.toFile().length(),
                        HexFormat.of().formatHex(digest.digest()));
            });
            made.put(dump, fresh);
            if (known != null) {
                Files.deleteIfExists(known.file());
            }
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public synchronized void destroy() throws IOException {
        for (Made each : made.values()) {
            Files.deleteIfExists(each.file());
        }
        made.clear();
        Files.deleteIfExists(folder);
    }
}
