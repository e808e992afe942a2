package org.zhitu.server.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --known}: what the person knows already. */
final class KnownConcepts {
    @Option(names = "--known", paramLabel = "A,B")
    private List<String> names = List.of();

    List<String> names() {
        return names;
    }
}
