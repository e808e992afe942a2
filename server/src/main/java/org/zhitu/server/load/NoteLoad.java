package org.zhitu.server.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreWriter;
import org.zhitu.loader.source.Finding;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Scheme;

/** One load, from the list of files to the transaction. */
final class NoteLoad {
    private final KnowledgeStore store;
    private final Iris iris;
    private final Scheme scheme;
    private final Roots before;
    private final Progress progress;
    private final NoteReading reading;
    private final SortedMap<String, String> catalogue;

    private final SortedMap<String, ReadNote> changed = new TreeMap<>();
    private final NavigableSet<String> leaving = new TreeSet<>();
    private final List<Finding> unreadable = new ArrayList<>();
    private int unchanged;
    private Roots after;

    NoteLoad(KnowledgeStore store, Iris iris, Scheme scheme, Roots before, Progress progress) {
        this.store = store;
        this.iris = iris;
        this.scheme = scheme;
        this.before = before;
        this.progress = progress;
        this.reading = new NoteReading(iris, scheme);
        this.catalogue = store.read(reader -> new TreeMap<>(reader.catalogue()));
        this.after = before;
    }

    /** Reads what changed below a root. */
    void take(String path) {
        if (!path.equals(Roots.BUNDLED)) {
            after.at(Roots.BUNDLED)
                    .ifPresent(bundled -> leaving.addAll(bundled.notes().keySet()));
            after = after.ownOnly();
        }
        SortedMap<String, List<Finding>> known =
                before.at(path).map(Roots.Root::notes).orElseGet(TreeMap::new);
        NavigableSet<String> elsewhere = notesOutside(path);
        SortedMap<String, List<Finding>> notes = new TreeMap<>();
        NoteFolder.Listing listing =
                path.equals(Roots.BUNDLED) ? NoteFolder.bundled() : NoteFolder.list(java.nio.file.Path.of(path));
        unreadable.addAll(listing.findings());
        int done = 0;
        for (NoteFile listed : listing.files()) {
            NoteFile file = elsewhere.contains(listed.note()) ? listed.below(listing.name()) : listed;
            Optional<List<Finding>> findings = take(file, known);
            findings.ifPresent(found -> notes.put(file.note(), found));
            progress.at(++done, listing.files().size());
        }
        known.keySet().stream().filter(note -> !notes.containsKey(note)).forEach(leaving::add);
        notes.keySet().forEach(leaving::remove);
        after = after.with(new Roots.Root(path, notes));
    }

    private NavigableSet<String> notesOutside(String path) {
        NavigableSet<String> notes = new TreeSet<>();
        after.roots().stream()
                .filter(root -> !root.path().equals(path))
                .forEach(root -> notes.addAll(root.notes().keySet()));
        return notes;
    }

    /** Returns the findings about a note; empty if the file cannot be read as one. */
    private Optional<List<Finding>> take(NoteFile file, SortedMap<String, List<Finding>> known) {
        String stored = catalogue.get(iris.noteGraph(file.note()));
        if (stored != null && known.containsKey(file.note()) && reading.isHash(file, stored)) {
            unchanged++;
            return Optional.of(known.get(file.note()));
        }
        ReadNote note = reading.read(file);
        if (note.content().isEmpty()) {
            unreadable.addAll(note.findings());
            return Optional.empty();
        }
        changed.put(file.note(), note);
        return Optional.of(note.findings());
    }

    /** Returns the roots with the notes from before and after, so that no note is forgotten if the process dies now. */
    Roots underway() {
        Roots both = after;
        for (Roots.Root root : before.roots()) {
            SortedMap<String, List<Finding>> notes = new TreeMap<>(root.notes());
            after.at(root.path()).ifPresent(later -> notes.putAll(later.notes()));
            both = both.with(new Roots.Root(root.path(), notes));
        }
        return both;
    }

    /** Returns the roots after the load. */
    Roots after() {
        return after;
    }

    /** Puts all of it into the store, in one transaction; none of it if anything fails. */
    LoadSummary store() {
        String schemeHash = scheme.contentHash();
        boolean newScheme = !schemeHash.equals(catalogue.get(iris.schemeGraph()));
        int added = (int) changed.keySet().stream()
                .filter(note -> !catalogue.containsKey(iris.noteGraph(note)))
                .count();
        int removed = (int) leaving.stream()
                .filter(note -> catalogue.containsKey(iris.noteGraph(note)))
                .count();
        if (newScheme || !changed.isEmpty() || removed > 0) {
            store.write(writer -> write(writer, newScheme, schemeHash));
        }
        LoadSummary.Files files = new LoadSummary.Files(
                changed.size() + unchanged + unreadable.size(),
                added,
                changed.size() - added,
                unchanged,
                removed,
                unreadable.size());
        return StoreCounts.of(store).summary(files, findings());
    }

    private void write(StoreWriter writer, boolean newScheme, String schemeHash) {
        if (newScheme) {
            writer.replace(iris.schemeGraph(), scheme.statements(), scheme.evidence(), schemeHash);
        }
        leaving.forEach(note -> writer.remove(iris.noteGraph(note)));
        for (ReadNote note : changed.values()) {
            ReadNote.Content content = note.content().orElseThrow();
            writer.replace(iris.noteGraph(note.note()), content.statements(), content.evidence(), note.hash());
        }
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(unreadable);
        after.roots().forEach(root -> root.notes().values().forEach(findings::addAll));
        findings.sort(
                Comparator.comparing(Finding::path).thenComparing(Finding::line).thenComparing(Finding::code));
        return findings;
    }
}
