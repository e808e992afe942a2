package org.zhitu.server.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.loader.FoundNotes;
import org.zhitu.loader.LoadedNote;
import org.zhitu.loader.NoteLoader;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.NoteFile;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Scheme;

/**
 * The notes that a store is made from. Remembers where they came from, and loads what changed there in one transaction: a
 * load that fails changes nothing. A note is never written to. Safe for use by many threads; one load runs at a time.
 */
public final class NoteLibrary {
    private final KnowledgeStore store;
    private final Iris iris;
    private final Optional<Path> folder;
    private volatile @Nullable LoadSummary last;
    private volatile @Nullable Roots present;
    private @Nullable Scheme scheme;

    /**
     * @param folder where the roots of the notes are remembered; empty to remember nothing
     */
    public NoteLibrary(KnowledgeStore store, Iris iris, Optional<Path> folder) {
        this.store = store;
        this.iris = iris;
        this.folder = folder;
    }

    /**
     * What one file says.
     *
     * @param extraction empty where the file cannot be read as a note; the findings tell why
     */
    public record Look(Optional<Extraction> extraction, List<Finding> findings) {}

    /** Returns what one file says, and stores nothing. */
    public static Look look(Path file, Iris iris) {
        if (Files.isDirectory(file)
                && new NoteFile().read(file, file.toString(), NoteFormat.RST) instanceof NoteFile.Unreadable folder) {
            return new Look(Optional.empty(), List.of(folder.finding()));
        }
        NoteLoader loader = new NoteLoader(Ontology.scheme(iris), iris);
        FoundNotes found = loader.find(List.of(file));
        if (found.files().isEmpty()) {
            return new Look(Optional.empty(), found.findings());
        }
        LoadedNote note = loader.load(found.files().getFirst());
        return new Look(
                note.isReadable() ? Optional.of(note.extraction()) : Optional.empty(),
                note.extraction().findings());
    }

    /**
     * Returns what a load of these files and folders would find, and leaves every store as it is. Goes the way of a load, one
     * note after the other, into a store on disk that is thrown away: it takes no more memory than a load.
     */
    public static LoadSummary check(List<Path> roots, Iris iris, Progress progress) {
        try (ScratchFolder folder = ScratchFolder.make();
                KnowledgeStore store = KnowledgeStore.open(folder.path(), iris)) {
            return new NoteLibrary(store, iris, Optional.empty())
                    .load(roots, progress)
                    .asDryRun();
        }
    }

    /**
     * Loads the notes in files and folders, and remembers these. Notes that are gone from a folder leave the store.
     *
     * @param roots absolute paths
     */
    public synchronized LoadSummary load(List<Path> roots, Progress progress) {
        return load(Roots.read(folder), roots.stream().map(Path::toString).toList(), progress);
    }

    /** Loads what changed in the files and folders that were ever loaded; the bundled notes if none ever were. */
    public synchronized LoadSummary refresh(Progress progress) {
        Roots before = Roots.read(folder);
        List<String> own =
                before.ownOnly().roots().stream().map(Roots.Root::path).toList();
        return load(before, own.isEmpty() ? List.of(Roots.BUNDLED) : own, progress);
    }

    private LoadSummary load(Roots before, List<String> paths, Progress progress) {
        Scheme known = scheme;
        if (known == null) {
            known = Ontology.scheme(iris);
            scheme = known;
        }
        NoteLoad load = new NoteLoad(store, iris, known, new NoteLoader(known, iris), before, progress);
        load.look(paths);
        LoadSummary summary = load.store(underway -> underway.write(folder));
        load.after().write(folder);
        present = load.after();
        last = summary;
        if (summary.isChange()) {
            LastChange.of(summary).write(folder);
        }
        return summary;
    }

    /** Returns what the last load of this process did. */
    public Optional<LoadSummary> lastReport() {
        return Optional.ofNullable(last);
    }

    /** Returns the files and folders to be read again because the last load of them was cut off while it ended. */
    public List<Path> unfinished() {
        return Roots.read(folder).areUnfinished() ? roots() : List.of();
    }

    /**
     * Returns what changed in the last load that changed anything, be it of this process or an earlier one, by path; empty
     * where that is not remembered.
     */
    public List<NoteChange> lastChanges() {
        LoadSummary latest = last;
        return latest != null && latest.isChange()
                ? latest.changes()
                : LastChange.read(folder).changes();
    }

    /** Returns where a note of the store lies; empty where its file is not on this machine. */
    public Optional<NotePlace> place(String note) {
        return NotePlace.of(note, presentRoots());
    }

    /** Returns the image that a note names; empty where it is not there or must not be shown. */
    public Optional<NoteImage> image(String note, String address) {
        return place(note).flatMap(place -> NoteImage.of(place, address));
    }

    /** Returns what a note says, to be read; empty where its file is not on this machine, or is too large to show. */
    public Optional<NoteText> text(String note) {
        return place(note).flatMap(NoteText::of);
    }

    private Roots presentRoots() {
        Roots roots = present;
        if (roots == null) {
            roots = Roots.read(folder);
            present = roots;
        }
        return roots;
    }

    /** Returns the files and folders whose notes are in the store, those bundled left out. */
    public List<Path> roots() {
        return presentRoots().ownOnly().roots().stream()
                .map(root -> Path.of(root.path()))
                .toList();
    }
}
