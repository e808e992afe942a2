package org.zhitu.server.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhitu.loader.LoadedNote;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.extract.PreviousQuestion;

/**
 * What a load changed about one note.
 *
 * @param path     the note's path
 * @param state    what became of it
 * @param added    questions that it did not ask before, at most {@link #MOST}; empty for a new note: all of them are new
 * @param reworded questions that it asks in other words, the new ones, at most {@link #MOST}
 * @param gone     questions that it asks no longer, at most {@link #MOST}
 */
public record NoteChange(String path, State state, List<String> added, List<String> reworded, List<String> gone) {
    /** The most questions that each list names. */
    public static final int MOST = 50;

    public NoteChange {
        added = List.copyOf(added);
        reworded = List.copyOf(reworded);
        gone = List.copyOf(gone);
    }

    /** What became of a note. */
    public enum State {
        ADDED,
        CHANGED,
        RENAMED,
        REMOVED,
        UNREADABLE
    }

    static NoteChange of(String path, State state) {
        return new NoteChange(path, state, List.of(), List.of(), List.of());
    }

    /** Compares a note with the questions that it asked when it was last loaded. */
    static NoteChange of(LoadedNote note, State state, List<PreviousQuestion> before) {
        Map<String, String> gone = new TreeMap<>();
        before.forEach(question -> gone.put(question.id(), question.bareText()));
        List<String> added = new ArrayList<>();
        List<String> reworded = new ArrayList<>();
        for (Extraction.QuestionClaim question : note.extraction().questions()) {
            String old = gone.remove(question.id());
            if (old == null) {
                added.add(question.text());
            } else if (!old.equals(question.bareText())) {
                reworded.add(question.text());
            }
        }
        boolean fresh = state == State.ADDED;
        return new NoteChange(
                note.path(),
                state,
                fresh ? List.of() : some(added),
                fresh ? List.of() : some(reworded),
                fresh ? List.of() : some(List.copyOf(gone.values())));
    }

    private static List<String> some(List<String> texts) {
        return texts.subList(0, Math.min(MOST, texts.size()));
    }
}
