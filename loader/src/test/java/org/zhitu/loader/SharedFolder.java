package org.zhitu.loader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code shared} beside the checkout, which holds real documents; it is not everywhere. */
public final class SharedFolder {
    private SharedFolder() {}

    /** Returns a file or folder in it; where it is missing, says in one line that what needs it is left out. */
    @SuppressWarnings("SystemOut") // the one line that says what was left out
    public static Optional<Path> find(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve(name);
            if (Files.exists(found)) {
                return Optional.of(found);
            }
        }
        System.out.println("left out, for there is no folder shared beside the checkout: " + name);
        return Optional.empty();
    }
}
