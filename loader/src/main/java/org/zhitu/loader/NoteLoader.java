package org.zhitu.loader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.document.DocumentReader;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.extract.NoteExtractor;
import org.zhitu.loader.extract.PreviousQuestion;
import org.zhitu.loader.lexicon.Lexicon;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceText;
import org.zhitu.loader.triples.NoteTriples;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Scheme;

/**
 * From a file to triples. A note is read, never written to; whatever a file holds, loading it ends in a {@link LoadedNote},
 * which says what was wrong. Holds one note at a time. Immutable and safe to share.
 */
public final class NoteLoader {
    private final Iris iris;
    private final Lexicon lexicon;
    private final String rules;
    private final NoteExtractor extractor;
    private final DocumentReader rst = new RstReader();

    /**
     * @param scheme the concepts to recognise
     * @param iris   names the things of a note
     */
    public NoteLoader(Scheme scheme, Iris iris) {
        this.iris = iris;
        this.lexicon = Lexicon.of(scheme);
        this.rules = scheme.contentHash() + " " + NoteExtractor.VERSION;
        this.extractor = new NoteExtractor(scheme, lexicon, blocks -> "");
    }

    /** Returns the names that notes are searched for. */
    public Lexicon lexicon() {
        return lexicon;
    }

    /**
     * Returns the notes in files and in folders and the folders below them. Left out are hidden files and folders, folders
     * of tools such as {@code node_modules} and {@code _build}, links to folders, and files that are no notes by their name.
     */
    public FoundNotes find(List<Path> roots) {
        return NoteFinder.find(roots);
    }

    /** Returns the digest that loading a file would give now, without reading what it says: to tell whether it changed. */
    public String contentHash(NoteFile file) {
        return new Bytes(file).contentHash();
    }

    /** Returns what a note says. */
    public LoadedNote load(NoteFile file) {
        return load(file, List.of());
    }

    /** Returns what a note says; the questions that stood in it before keep their identity even where they are reworded. */
    public LoadedNote load(NoteFile file, List<PreviousQuestion> previous) {
        Bytes bytes = new Bytes(file);
        return bytes.text()
                .map(source -> loaded(source, bytes.contentHash(), previous))
                .orElseGet(() -> unreadable(file, bytes));
    }

    private LoadedNote loaded(SourceText source, String contentHash, List<PreviousQuestion> previous) {
        DocumentReader reader = switch (source.format()) {
            case RST -> rst;
            case MARKDOWN -> rst;
        };
        Extraction extraction = extractor.extract(reader.read(source), previous);
        NoteTriples triples = NoteTriples.of(extraction, iris);
        return new LoadedNote(
                source.path(),
                contentHash,
                extraction,
                Optional.of(new LoadedNote.Content(triples.statements(), triples.evidence())));
    }

    private static LoadedNote unreadable(NoteFile file, Bytes bytes) {
        return new LoadedNote(
                file.path(),
                bytes.contentHash(),
                Extraction.unreadable(file.path(), file.format(), bytes.findings()),
                Optional.empty());
    }

    private final class Bytes {
        private final NoteFile file;
        private final byte[] bytes;

        Bytes(NoteFile file) {
            this.file = file;
            try {
                this.bytes = Files.readAllBytes(file.file());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        String contentHash() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(rules.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(digest.digest(bytes), 0, 16);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
        }

        Optional<SourceText> text() {
            return Optional.of(new SourceText(file.path(), file.format(), new String(bytes, StandardCharsets.UTF_8)));
        }

        List<Finding> findings() {
            return List.of();
        }
    }
}
