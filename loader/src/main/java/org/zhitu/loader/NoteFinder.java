package org.zhitu.loader;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.Finding.Severity;
import org.zhitu.loader.source.NoteFormat;

/** Walks folders for notes. Links to folders are not followed, so there are no loops. */
final class NoteFinder {
    /** Folders that hold what tools made, not what a person wrote. */
    private static final Set<String> BUILT = Set.of(
            "__pycache__",
            "_build",
            "_static",
            "_templates",
            "build",
            "dist",
            "node_modules",
            "out",
            "site-packages",
            "target",
            "venv");

    /** Deepest folder below a root that is looked into. */
    private static final int DEEPEST = 32;

    private final SortedMap<String, FoundNote> files = new TreeMap<>();
    private final List<Finding> findings = new ArrayList<>();

    static FoundNotes find(List<Path> roots) {
        NoteFinder finder = new NoteFinder();
        roots.stream().map(root -> root.toAbsolutePath().normalize()).distinct().forEach(finder::add);
        return new FoundNotes(List.copyOf(finder.files.values()), finder.findings);
    }

    private void add(Path root) {
        String shown = root.toString();
        if (Files.isDirectory(root)) {
            int before = files.size();
            walk(root);
            if (files.size() == before) {
                report(Severity.WARN, "folder-without-notes", shown);
            }
        } else if (!Files.exists(root)) {
            report(Severity.ERROR, "file-missing", shown);
        } else {
            String name = String.valueOf(root.getFileName());
            Optional<NoteFormat> format = NoteFormat.ofFileName(name);
            if (format.isEmpty() || !Files.isRegularFile(root)) {
                report(Severity.ERROR, "note-format-unknown", shown);
            } else {
                add(root.getParent() == null ? root : root.getParent(), new FoundNote(name, root, format.get()));
            }
        }
    }

    private void walk(Path root) {
        List<FoundNote> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, Set.of(), DEEPEST, new Visitor(root, found));
        } catch (IOException e) {
            report(Severity.ERROR, "file-unreadable", root.toString());
        }
        found.sort(Comparator.comparing(FoundNote::path));
        found.forEach(file -> add(root, file));
    }

    /** Adds a file; where its path is taken by one of another root, below the name of its root's folder. */
    private void add(Path root, FoundNote file) {
        FoundNote taken = files.get(file.path());
        if (taken == null) {
            files.put(file.path(), file);
            return;
        }
        if (taken.file().equals(file.file())) {
            return;
        }
        String folder = root.getFileName() == null ? "root" : root.getFileName().toString();
        String path = folder + "/" + file.path();
        for (int n = 2; files.containsKey(path); n++) {
            path = folder + "-" + n + "/" + file.path();
        }
        files.put(path, new FoundNote(path, file.file(), file.format()));
        findings.add(new Finding(
                Severity.INFO,
                "note-path-taken",
                path,
                1,
                List.of(file.path(), taken.file().toString())));
    }

    private void report(Severity severity, String code, String path) {
        findings.add(new Finding(severity, code, path, 1, List.of(path)));
    }

    private final class Visitor implements FileVisitor<Path> {
        private final Path root;
        private final List<FoundNote> found;

        Visitor(Path root, List<FoundNote> found) {
            this.root = root;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = name(folder);
            boolean skip = !folder.equals(root) && (name.startsWith(".") || BUILT.contains(name));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = name(file);
            Optional<NoteFormat> format = NoteFormat.ofFileName(name);
            if (format.isPresent() && !name.startsWith(".") && Files.isRegularFile(file)) {
                found.add(new FoundNote(root.relativize(file).toString().replace('\\', '/'), file, format.get()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            report(Severity.WARN, "file-unreadable", file.toString());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private static String name(Path path) {
            String name = String.valueOf(path.getFileName());
            return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        }
    }
}
