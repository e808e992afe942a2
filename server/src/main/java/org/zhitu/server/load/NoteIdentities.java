package org.zhitu.server.load;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.zhitu.loader.FoundNote;
import org.zhitu.loader.LoadedNote;
import org.zhitu.loader.NoteLoader;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.extract.PreviousNote;

/**
 * Keeps identities across notes during one load: a note that was moved keeps those of its questions and sections, and an
 * identity that an author wrote belongs to one note only. Notes are looked at in the order in which they are stored. Made
 * before anything is removed. Not safe for use by many threads.
 */
final class NoteIdentities {
    /** Least share of questions and headings that a note has in common with what it was before it was moved. */
    private static final double SAME_NOTE = 0.5;

    /** Most notes that may have a question or heading in common for it to tell one from another. */
    private static final int TELLING = 50;

    private final PreviousNotes notes;
    private final NoteLoader loader;
    private final Predicate<String> isStored;
    private final SortedMap<String, String> owners;
    private final SortedMap<String, PreviousNote> leaving = new TreeMap<>();
    private final Map<String, List<String>> leavingByText = new HashMap<>();
    private final SortedMap<String, String> renamed = new TreeMap<>();
    private final Map<String, PreviousNote> moved = new HashMap<>();

    /**
     * @param leaving  paths of the notes that are gone
     * @param isStored whether the store has a note of a path
     */
    NoteIdentities(PreviousNotes notes, NoteLoader loader, Collection<String> leaving, Predicate<String> isStored) {
        this.notes = notes;
        this.loader = loader;
        this.isStored = isStored;
        this.owners = notes.chosen();
        this.owners.values().removeIf(leaving::contains);
        for (String path : leaving) {
            PreviousNote note = notes.of(path);
            this.leaving.put(path, note);
            texts(note)
                    .forEach(text -> leavingByText
                            .computeIfAbsent(text, key -> new ArrayList<>())
                            .add(path));
        }
    }

    /** Returns the paths of the notes that were moved, each with the path it had before. */
    SortedMap<String, String> renamed() {
        return renamed;
    }

    /** Returns what a note was before this load, under the path it had then; nothing for a new one. */
    PreviousNote before(String path) {
        String then = renamed.get(path);
        return then == null ? notes.of(path) : moved.getOrDefault(then, PreviousNote.NONE);
    }

    /**
     * Returns a note as it is to be stored: read again where it turns out to be one that was moved, or to claim what belongs to
     * another. What the store has of it is not replaced yet.
     */
    LoadedNote settle(FoundNote file, LoadedNote note) {
        PreviousNote known = notes.of(file.path());
        LoadedNote settled = note;
        Optional<Former> former = isStored.test(note.path()) ? Optional.empty() : former(note.extraction());
        if (former.isPresent()) {
            known = former.get().note();
            leaving.remove(former.get().path());
            renamed.put(note.path(), former.get().path());
            moved.put(former.get().path(), known);
            settled = again(file, settled, known);
        }
        Map<String, String> taken = new TreeMap<>();
        for (Extraction.QuestionClaim question : settled.extraction().questions()) {
            String owner = owners.get(question.id());
            if (owner != null && !owner.equals(note.path())) {
                taken.put(question.id(), owner);
            }
        }
        if (!taken.isEmpty()) {
            settled = again(file, settled, known.withTaken(taken));
        }
        for (Extraction.QuestionClaim question : settled.extraction().questions()) {
            if (PreviousNotes.isChosen(question.id())) {
                owners.putIfAbsent(question.id(), note.path());
            }
        }
        return settled;
    }

    /** Returns a note read again; as it was read before if the file was lost meanwhile. */
    private LoadedNote again(FoundNote file, LoadedNote before, PreviousNote known) {
        LoadedNote again = loader.load(file, known);
        return again.isReadable() ? again : before;
    }

    /** A note that is gone. */
    private record Former(String path, PreviousNote note) {}

    /** Returns the note that a new one was before it was moved: the one with most in common, the first of equals. */
    private Optional<Former> former(Extraction note) {
        Set<String> texts = new TreeSet<>();
        note.questions().forEach(question -> texts.add(key(question.bareText())));
        note.sections().forEach(section -> texts.add(key(section.title())));
        SortedMap<String, Integer> common = new TreeMap<>();
        for (String text : texts) {
            List<String> paths = leavingByText.getOrDefault(text, List.of());
            if (paths.size() <= TELLING) {
                paths.forEach(path -> common.merge(path, 1, Integer::sum));
            }
        }
        Optional<Former> best = Optional.empty();
        int most = 0;
        for (Map.Entry<String, Integer> entry : common.entrySet()) {
            PreviousNote candidate = leaving.getOrDefault(entry.getKey(), PreviousNote.NONE);
            boolean alike = !candidate.isEmpty()
                    && 2.0 * entry.getValue()
                            >= SAME_NOTE * (texts.size() + texts(candidate).size());
            if (alike && entry.getValue() > most) {
                best = Optional.of(new Former(entry.getKey(), candidate));
                most = entry.getValue();
            }
        }
        return best;
    }

    private static Set<String> texts(PreviousNote note) {
        Set<String> texts = new TreeSet<>();
        note.questions().forEach(question -> texts.add(key(question.bareText())));
        note.sections().forEach(section -> texts.add(key(section.title())));
        return texts;
    }

    private static String key(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
    }
}
