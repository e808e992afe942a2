package org.zhitu.loader;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder {@code shared} beside the checkout, which holds real documents; it is not everywhere. */
public final class SharedFolder {
    private SharedFolder() {}

    /** Returns a file or folder in it; where it is missing, leaves the test out and says so in one line. */
    @SuppressWarnings("SystemOut") // the one line that says what was left out
    public static Path require(String name) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path found = folder.resolve("shared").resolve(name);
            if (Files.exists(found)) {
                return found;
            }
        }
        String reason = "left out, for there is no folder shared beside the checkout: " + name;
        System.out.println(reason);
        return Assumptions.abort(reason);
    }
}
