package org.zhitu.loader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.DocumentReader;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.extract.LocalReferences;
import org.zhitu.loader.extract.NoteExtractor;
import org.zhitu.loader.extract.PreviousNote;
import org.zhitu.loader.lexicon.Lexicon;
import org.zhitu.loader.markdown.MarkdownReader;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.NoteFile;
import org.zhitu.loader.source.SourceText;
import org.zhitu.loader.triples.NoteTriples;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Scheme;

/**
 * From a file to triples. A note is read, never written to; whatever a file holds, loading it ends in a {@link LoadedNote},
 * which says what was wrong. Holds one note at a time. Safe to share among threads.
 */
public final class NoteLoader {
    private final Iris iris;
    private final Scheme scheme;
    private final String rules;
    private @Nullable Lexicon lexicon;
    private @Nullable NoteExtractor extractor;
    private final NoteFile files = new NoteFile();
    private final DocumentReader rst = new RstReader();
    private final DocumentReader markdown = new MarkdownReader();

    /**
     * @param scheme the concepts to recognise
     * @param iris   names the things of a note
     */
    public NoteLoader(Scheme scheme, Iris iris) {
        this.iris = iris;
        this.scheme = scheme;
        this.rules = scheme.contentHash() + " " + NoteExtractor.VERSION + " ";
    }

    /** Returns the names that notes are searched for. */
    public synchronized Lexicon lexicon() {
        Lexicon made = lexicon;
        if (made == null) {
            made = Lexicon.of(scheme);
            lexicon = made;
        }
        return made;
    }

    /** Made when the first note is read: where none changed, the scheme is never read. */
    private synchronized NoteExtractor extractor() {
        NoteExtractor made = extractor;
        if (made == null) {
            made = new NoteExtractor(scheme, lexicon());
            extractor = made;
        }
        return made;
    }

    /**
     * Returns the notes in files and in folders and the folders below them. Left out are hidden files and folders, folders
     * of tools such as {@code node_modules} and {@code _build}, links to folders, and files that are no notes by their name.
     */
    public FoundNotes find(List<Path> roots) {
        return NoteFinder.find(roots);
    }

    /**
     * Returns the digest that loading a file would give now, without finding out what it says: to tell whether it changed.
     * A file that cannot be read, or is too large, has a digest that no readable one has.
     */
    public String contentHash(FoundNote note) {
        try {
            if (Files.size(note.file()) > NoteFile.LIMIT_DEFAULT) {
                return "too-large";
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((rules + note.format().key() + " " + note.path() + "\n").getBytes(StandardCharsets.UTF_8));
            try (InputStream stream = Files.newInputStream(note.file())) {
                digest.update(stream.readNBytes(NoteFile.LIMIT_DEFAULT));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (IOException | SecurityException e) {
            return "unreadable";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Returns what a note says. */
    public LoadedNote load(FoundNote note) {
        return load(note, PreviousNote.NONE);
    }

    /** Returns what a note says; what stood in it before keeps its identity, even where it is reworded. */
    public LoadedNote load(FoundNote note, PreviousNote previous) {
        String contentHash = contentHash(note);
        return switch (files.read(note.file(), note.path(), note.format())) {
            case NoteFile.Read read ->
                load(
                                read.source(),
                                contentHash,
                                previous,
                                Optional.ofNullable(note.file().getParent()))
                        .withFindings(read.findings());
            case NoteFile.Unreadable unreadable -> unreadable(note, contentHash, unreadable.finding());
        };
    }

    /** Returns what a text says that stands in no file. */
    public LoadedNote load(SourceText source) {
        return load(
                source,
                Iris.hash(rules + source.format().key() + " " + source.path() + "\n" + source.text()),
                PreviousNote.NONE,
                Optional.empty());
    }

    /**
     * @param folder where the note's file lies, to tell whether what it shows and links to is there
     */
    private LoadedNote load(SourceText source, String contentHash, PreviousNote previous, Optional<Path> folder) {
        DocumentReader reader = switch (source.format()) {
            case RST -> rst;
            case MARKDOWN -> markdown;
        };
        Document document = reader.read(source);
        Extraction extraction = extractor()
                .extract(document, previous)
                .withFindings(folder.map(place -> LocalReferences.missing(document, place))
                        .orElse(List.of()));
        NoteTriples triples = NoteTriples.of(extraction, iris);
        LoadedNote.Content content = new LoadedNote.Content(triples.statements(), triples.evidence());
        return new LoadedNote(source.path(), contentHash, extraction, Optional.of(content));
    }

    private static LoadedNote unreadable(FoundNote note, String contentHash, Finding finding) {
        Extraction nothing = Extraction.unreadable(note.path(), note.format(), List.of(finding));
        return new LoadedNote(note.path(), contentHash, nothing, Optional.empty());
    }
}
