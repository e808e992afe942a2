package org.zhitu.server.resource;

import java.io.IOException;
import java.io.InputStream;
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
import org.jspecify.annotations.Nullable;
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
    private @Nullable Path folder;

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

    /** A dump that is being read; whoever opened it closes it, and reads it to its end though the store changes. */
    record Opened(Made made, InputStream in) {}

    DumpFiles(Knowledge.Source source, Iris iris) {
        this.store = source.store();
        this.iris = iris;
    }

    /** Opens a dump of the store as it is now. */
    synchronized Opened open(Dump dump) {
        Made current = of(dump);
        try {
            return new Opened(current, Files.newInputStream(current.file()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a dump of the store as it is now. */
    synchronized Made of(Dump dump) {
        Made known = made.get(dump);
        if (known != null && known.revision().equals(store.revision())) {
            return known;
        }
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("zhitu-dumps");
            }
            Path file = Files.createTempFile(folder, dump.name(), ".gz");
            Made fresh = make(dump, file);
            made.put(dump, fresh);
            if (known != null) {
                Files.deleteIfExists(known.file());
            }
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a dump; a file that could not be finished is not left behind. */
    private Made make(Dump dump, Path file) throws IOException {
        boolean whole = false;
        try {
            MessageDigest digest = sha256();
            String revision = store.read(reader -> {
                try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
                    dump.write(reader, iris, out);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                return reader.revision();
            });
            whole = true;
            return new Made(revision, file, Files.size(file), HexFormat.of().formatHex(digest.digest()));
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
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
        if (folder != null) {
            Files.deleteIfExists(folder);
        }
    }
}
