package org.zhitu.server.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreWriter;
import org.zhitu.loader.FoundNote;
import org.zhitu.loader.FoundNotes;
import org.zhitu.loader.LoadedNote;
import org.zhitu.loader.NoteLoader;
import org.zhitu.loader.extract.PreviousQuestion;
import org.zhitu.loader.source.Finding;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Scheme;

/** One load, from the list of roots to the transaction. */
final class NoteLoad {
    private final KnowledgeStore store;
    private final Iris iris;
    private final Scheme scheme;
    private final Roots before;
    private final NoteLoader loader;
    private final SortedMap<String, String> catalogue;
    private final PreviousQuestions previous;

    private final SortedMap<String, LoadedNote> changed = new TreeMap<>();
    private final NavigableSet<String> leaving = new TreeSet<>();
    private final List<Finding> unplaced = new ArrayList<>();
    private final SortedMap<String, NoteChange> changes = new TreeMap<>();
    private int files;
    private int unchanged;
    private int unreadable;
    private Roots after;

    NoteLoad(KnowledgeStore store, Iris iris, Scheme scheme, NoteLoader loader, Roots before) {
        this.store = store;
        this.iris = iris;
        this.scheme = scheme;
        this.loader = loader;
        this.before = before;
        this.after = before;
        this.catalogue = store.read(reader -> new TreeMap<>(reader.catalogue()));
        this.previous = new PreviousQuestions(store, iris);
    }

    /** A root with the findings about its notes, which change as the load goes on. */
    private record Place(String path, Path root, SortedMap<String, List<Finding>> notes) {
        boolean holds(FoundNote file) {
            return file.file().startsWith(root);
        }
    }

    /** Reads what changed below some of the roots; new ones are added to those known. */
    void take(List<String> asked, Progress progress) {
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
        Map<String, Place> places = new LinkedHashMap<>();
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
        int done = 0;
        for (FoundNote file : selected) {
            places.values().stream()
                    .filter(place -> place.holds(file))
                    .findFirst()
                    .ifPresent(place -> take(file, place.notes()));
            progress.at(++done, selected.size());
        }
        for (Place place : places.values()) {
            after = after.with(new Roots.Root(place.path(), place.notes()));
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

    private void take(FoundNote file, SortedMap<String, List<Finding>> notes) {
        files++;
        List<Finding> known = findingsBefore(file.path());
        String stored = catalogue.get(iris.noteGraph(file.path()));
        if (stored != null && known != null && stored.equals(loader.contentHash(file))) {
            unchanged++;
            keep(file.path(), known, notes);
            return;
        }
        List<PreviousQuestion> before = previous.of(file.path());
        LoadedNote note = loader.load(file, before);
        if (note.isReadable()) {
            changed.put(file.path(), note);
            NoteChange.State state = stored == null ? NoteChange.State.ADDED : NoteChange.State.CHANGED;
            changes.put(file.path(), NoteChange.of(note, state, before));
            keep(file.path(), note.extraction().findings(), notes);
        } else {
            unreadable++;
            changes.put(file.path(), NoteChange.of(file.path(), NoteChange.State.UNREADABLE));
            if (known == null) {
                unplaced.addAll(note.extraction().findings());
            } else {
                keep(file.path(), note.extraction().findings(), notes); // what the store has is better than nothing
            }
        }
    }

    private void keep(String note, List<Finding> findings, SortedMap<String, List<Finding>> notes) {
        notes.put(note, findings);
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
        leaving.stream()
                .filter(note -> catalogue.containsKey(iris.noteGraph(note)))
                .forEach(note -> changes.put(note, NoteChange.of(note, NoteChange.State.REMOVED)));
        if (newScheme || !changed.isEmpty() || removed > 0) {
            store.write(writer -> write(writer, newScheme, schemeHash));
        }
        int missing = (int) unplaced.stream()
                .filter(finding ->
                        finding.code().equals("note-missing") || finding.code().equals("note-format-unknown"))
                .count();
        LoadSummary.Files counts = new LoadSummary.Files(
                files + missing, added, changed.size() - added, unchanged, removed, unreadable + missing);
        return StoreCounts.of(store).summary(counts, List.copyOf(changes.values()), findings());
    }

    private void write(StoreWriter writer, boolean newScheme, String schemeHash) {
        if (newScheme) {
            writer.replace(iris.schemeGraph(), scheme.statements(), scheme.evidence(), schemeHash);
            writer.replace(iris.alignmentGraph(), Ontology.alignment(iris), Graph.emptyGraph, schemeHash);
        }
        leaving.forEach(note -> writer.remove(iris.noteGraph(note)));
        for (LoadedNote note : changed.values()) {
            LoadedNote.Content content = note.content().orElseThrow();
            writer.replace(iris.noteGraph(note.path()), content.statements(), content.evidence(), note.contentHash());
        }
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(unplaced);
        after.roots().forEach(root -> root.notes().values().forEach(findings::addAll));
        findings.sort(
                Comparator.comparing(Finding::path).thenComparing(Finding::line).thenComparing(Finding::code));
        return findings;
    }
}
