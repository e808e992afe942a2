package org.zhitu.server.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option {@code --data}: where the store and what belongs to it are kept. */
final class DataFolder {
    @Option(names = "--data", paramLabel = "DIR")
    private String folder = "";

    /** Returns the folder: as given, else {@code ZHITU_DATA}, else {@code .zhitu} in the working directory. */
    Path path(Terminal terminal) {
        if (!folder.isBlank()) {
            return terminal.resolve(folder);
        }
        String chosen = terminal.environment().getOrDefault("ZHITU_DATA", "");
        return terminal.resolve(chosen.isBlank() ? ".zhitu" : chosen);
    }
}
