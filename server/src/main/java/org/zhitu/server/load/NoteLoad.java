package org.zhitu.server.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.zhitu.graph.about.SelfDescription;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreWriter;
import org.zhitu.loader.FoundNote;
import org.zhitu.loader.FoundNotes;
import org.zhitu.loader.LoadedNote;
import org.zhitu.loader.NoteLoader;
import org.zhitu.loader.extract.PreviousNote;
import org.zhitu.loader.source.Finding;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Scheme;

/**
 * One load, from the list of roots to the end of the transaction. First {@link #look} finds out which notes changed, then
 * {@link #store} reads and stores these, one after the other: no more than a few are in memory at a time.
 */
final class NoteLoad {
    private final KnowledgeStore store;
    private final Iris iris;
    private final Scheme scheme;
    private final Roots before;
    private final NoteLoader loader;
    private final SelfDescription about;
    private final SortedMap<String, String> catalogue;
    private final Progress progress;

    private final List<Changed> changed = new ArrayList<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final NavigableSet<String> leaving = new TreeSet<>();
    private final List<Finding> unplaced = new ArrayList<>();
    private final SortedMap<String, NoteChange> changes = new TreeMap<>();
    private int files;
    private int unchanged;
    private int done;
    private int added;
    private int replaced;
    private int unreadable;
    private int renamed;
    private Roots after;

    NoteLoad(KnowledgeStore store, Iris iris, Scheme scheme, NoteLoader loader, Roots before, Progress progress) {
        this.store = store;
        this.iris = iris;
        this.scheme = scheme;
        this.loader = loader;
        this.before = before;
        this.after = before;
        this.progress = progress;
        this.about = new SelfDescription(iris);
        this.catalogue = store.read(reader -> new TreeMap<>(reader.catalogue()));
    }

    /** A root with the findings about its notes, which change as the load goes on. */
    private record Place(String path, Path root, SortedMap<String, List<Finding>> notes) {
        boolean holds(FoundNote file) {
            return file.file().startsWith(root);
        }
    }

    /** A file to be read, below a root. */
    private record Changed(FoundNote file, Place place) {}

    /** Finds out what changed below some of the roots; new ones are added to those known. */
    void look(List<String> asked) {
        if (!asked.contains(Roots.BUNDLED)) {
            after = before.ownOnly();
            before.at(Roots.BUNDLED)
                    .ifPresent(bundled -> leaving.addAll(bundled.notes().keySet()));
        }
        for (String path : asked) {
            if (after.at(path).isEmpty()) {
                after = after.with(new Roots.Root(path, new TreeMap<>()));
            }
        }
        for (Roots.Root root : after.roots()) {
            places.put(
                    root.path(),
                    new Place(
                            root.path(),
                            root.isBundled() ? BundledNotes.folder() : Path.of(root.path()),
                            new TreeMap<>(root.notes())));
        }
        FoundNotes found = loader.find(places.values().stream().map(Place::root).toList());
        List<Place> wanted = asked.stream().distinct().map(places::get).toList();
        unplaced.addAll(found.findings().stream()
                .filter(finding -> wanted.stream()
                        .anyMatch(place -> place.root().toString().equals(finding.path())))
                .toList());
        List<FoundNote> selected = found.files().stream()
                .filter(file -> wanted.stream().anyMatch(place -> place.holds(file)))
                .toList();
        wanted.forEach(this::forgetWhatIsGone);
        files = selected.size();
        for (FoundNote file : selected) {
            places.values().stream()
                    .filter(place -> place.holds(file))
                    .findFirst()
                    .ifPresent(place -> look(file, place));
        }
    }

    /** A root that cannot be reached keeps its notes; one that is there loses those whose files are gone. */
    private void forgetWhatIsGone(Place place) {
        boolean there = Files.exists(place.root());
        boolean deleted = !there
                && place.notes().size() == 1
                && place.root().getParent() != null
                && Files.isDirectory(place.root().getParent());
        if (there || deleted) {
            known(place.path()).keySet().forEach(leaving::add);
            place.notes().clear();
        }
    }

    private SortedMap<String, List<Finding>> known(String path) {
        return before.at(path).map(Roots.Root::notes).orElseGet(TreeMap::new);
    }

    private void look(FoundNote file, Place place) {
        List<Finding> known = findingsBefore(file.path());
        String stored = catalogue.get(iris.noteGraph(file.path()));
        if (stored != null && known != null && stored.equals(loader.contentHash(file))) {
            unchanged++;
            keep(file.path(), known, place);
            step();
            return;
        }
        if (known != null) {
            keep(file.path(), known, place); // should it be unreadable now, what the store has is better than nothing
        }
        changed.add(new Changed(file, place));
    }

    private void keep(String note, List<Finding> findings, Place place) {
        place.notes().put(note, findings);
        leaving.remove(note);
    }

    private @Nullable List<Finding> findingsBefore(String note) {
        for (Roots.Root root : before.roots()) {
            List<Finding> findings = root.notes().get(note);
            if (findings != null) {
                return findings;
            }
        }
        return null;
    }

    /** Tells that one more file is done; the last one counts only when all is stored. */
    private void step() {
        done++;
        if (done < files) {
            progress.at(done, files);
        }
    }

    /**
     * Reads what changed and puts it into the store, in one transaction; none of it if anything fails.
     *
     * @param beforeCommit is told, last thing before the transaction ends, of the roots with the notes from before and after:
     *     if the process dies while it ends, no note is forgotten
     */
    LoadSummary store(Consumer<Roots> beforeCommit) {
        boolean newScheme = !scheme.contentHash().equals(catalogue.get(iris.schemeGraph()));
        leaving.removeIf(note -> !catalogue.containsKey(iris.noteGraph(note)));
        if (newScheme || !changed.isEmpty() || !leaving.isEmpty() || about.isOld(catalogue)) {
            store.write(writer -> {
                write(writer, newScheme);
                finishRoots();
                beforeCommit.accept(underway());
            });
        } else {
            finishRoots();
        }
        StoreCounts counts = before.counts()
                .filter(known -> known.revision().equals(store.revision()))
                .orElseGet(() -> StoreCounts.of(store));
        after = after.with(counts);
        int missing = (int) unplaced.stream()
                .filter(finding ->
                        finding.code().equals("file-missing") || finding.code().equals("note-format-unknown"))
                .count();
        LoadSummary.Files sums = new LoadSummary.Files(
                files + missing,
                added - renamed,
                replaced,
                unchanged,
                leaving.size() - renamed,
                renamed,
                unreadable + missing);
        if (files > 0) {
            progress.at(files, files);
        }
        return counts.summary(sums, List.copyOf(changes.values()), findings());
    }

    private void write(StoreWriter writer, boolean newScheme) {
        if (newScheme) {
            String hash = scheme.contentHash();
            writer.replace(iris.schemeGraph(), scheme.statements(), scheme.evidence(), hash);
            writer.replace(iris.alignmentGraph(), Ontology.alignment(iris), Graph.emptyGraph, hash);
        }
        PreviousNotes previous = new PreviousNotes(writer, iris);
        NoteIdentities identities =
                new NoteIdentities(previous, loader, leaving, note -> catalogue.containsKey(iris.noteGraph(note)));
        leaving.forEach(note -> writer.remove(iris.noteGraph(note)));
        try (ReadAhead<LoadedNote> notes = new ReadAhead<>()) {
            notes.start(
                    changed.stream().map(each -> reading(each.file(), previous)).iterator());
            for (Changed each : changed) {
                LoadedNote note = notes.next();
                LoadedNote settled = note.isReadable() ? identities.settle(each.file(), note) : note;
                changes.put(settled.path(), change(settled, identities));
                write(writer, settled, each.place());
                step();
            }
        }
        renamed = identities.renamed().size();
        leaving.stream()
                .filter(note -> !identities.renamed().containsValue(note))
                .forEach(note -> changes.put(note, NoteChange.of(note, NoteChange.State.REMOVED)));
        new SameQuestions(iris).link(writer);
        about.refresh(writer, Instant.now());
    }

    /** Compares a note with what the store has, or had where it was moved from; before the store has it. */
    private NoteChange change(LoadedNote note, NoteIdentities identities) {
        if (note.content().isEmpty()) {
            return NoteChange.of(note.path(), NoteChange.State.UNREADABLE);
        }
        NoteChange.State state = identities.renamed().containsKey(note.path())
                ? NoteChange.State.RENAMED
                : catalogue.containsKey(iris.noteGraph(note.path()))
                        ? NoteChange.State.CHANGED
                        : NoteChange.State.ADDED;
        return NoteChange.of(note, state, identities.before(note.path()).questions());
    }

    private Callable<LoadedNote> reading(FoundNote file, PreviousNotes previous) {
        boolean isNew = !catalogue.containsKey(iris.noteGraph(file.path()));
        PreviousNote known = isNew ? PreviousNote.NONE : previous.of(file.path());
        return () -> loader.load(file, known);
    }

    private void write(StoreWriter writer, LoadedNote note, Place place) {
        List<Finding> findings = note.extraction().findings();
        if (note.content().isEmpty()) {
            unreadable++;
            if (place.notes().containsKey(note.path())) {
                place.notes().put(note.path(), findings);
            } else {
                unplaced.addAll(findings);
            }
            return;
        }
        LoadedNote.Content content = note.content().get();
        String graph = iris.noteGraph(note.path());
        writer.replace(graph, content.statements(), content.evidence(), note.contentHash());
        place.notes().put(note.path(), findings);
        if (catalogue.containsKey(graph)) {
            replaced++;
        } else {
            added++;
        }
    }

    private void finishRoots() {
        for (Place place : places.values()) {
            after = after.with(new Roots.Root(place.path(), place.notes()));
        }
    }

    private Roots underway() {
        Roots both = after.unfinished();
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

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(unplaced);
        after.roots().forEach(root -> root.notes().values().forEach(findings::addAll));
        findings.addAll(store.read(reader -> new SameQuestions(iris).findings(reader)));
        findings.sort(
                Comparator.comparing(Finding::path).thenComparing(Finding::line).thenComparing(Finding::code));
        return findings;
    }
}
