package org.zhitu.server.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhitu.loader.source.Finding;
import org.zhitu.server.json.Json;

/**
 * Where the notes of a store come from, and what was found in them. Kept beside the store and not in it: the graph names
 * no place on anybody's disk.
 *
 * @param roots  in the order in which they were first loaded
 * @param counts what the store held when the last load ended; empty if a load did not come to its end
 */
record Roots(List<Root> roots, Optional<StoreCounts> counts) {
    /** The path that stands for the notes that come with the program. */
    static final String BUNDLED = "";

    private static final String FILE = "roots.json";

    Roots {
        roots = List.copyOf(roots);
    }

    /**
     * A file or folder that notes were loaded from.
     *
     * @param path  absolute; empty for the bundled notes
     * @param notes what was found in each note, by the note's path in the graph
     */
    record Root(String path, SortedMap<String, List<Finding>> notes) {
        Root {
            notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
        }

        boolean isBundled() {
            return path.equals(BUNDLED);
        }
    }

    static Roots read(Optional<Path> folder) {
        if (folder.isEmpty() || !Files.isRegularFile(folder.get().resolve(FILE))) {
            return new Roots(List.of(), Optional.empty());
        }
        return Json.read(folder.get().resolve(FILE), Roots.class);
    }

    /** Writes the file as a whole or not at all. */
    void write(Optional<Path> folder) {
        folder.ifPresent(there -> Json.write(there.resolve(FILE), this));
    }

    Optional<Root> at(String path) {
        return roots.stream().filter(root -> root.path().equals(path)).findFirst();
    }

    /** Returns these roots with one of them put in the place of the one at its path, or behind the others. */
    Roots with(Root root) {
        List<Root> changed = new ArrayList<>();
        boolean replaced = false;
        for (Root old : roots) {
            boolean same = old.path().equals(root.path());
            changed.add(same ? root : old);
            replaced |= same;
        }
        if (!replaced) {
            changed.add(root);
        }
        return new Roots(changed, counts);
    }

    /** Returns these roots as those of a load that has ended. */
    Roots with(StoreCounts held) {
        return new Roots(roots, Optional.of(held));
    }

    /** Returns these roots as those of a load that is under way. */
    Roots unfinished() {
        return new Roots(roots, Optional.empty());
    }

    /** Says whether the last load was cut off while it ended. */
    boolean areUnfinished() {
        return !roots.isEmpty() && counts.isEmpty();
    }

    /** Returns these roots without the bundled notes. */
    Roots ownOnly() {
        return new Roots(roots.stream().filter(root -> !root.isBundled()).toList(), counts);
    }
}
