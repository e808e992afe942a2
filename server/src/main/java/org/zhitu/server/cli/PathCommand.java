package org.zhitu.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.server.json.Json;
import org.zhitu.server.naming.ConceptNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans what to learn for a goal. */
@Command(name = "path", mixinStandardHelpOptions = true)
final class PathCommand implements Callable<Integer> {
    /** How a path is written. */
    enum Format {
        TEXT,
        JSON,
        MARKDOWN,
        MERMAID
    }

    private final Terminal terminal;
    private final Messages messages;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private KnownConcepts known = new KnownConcepts();

    @Parameters(arity = "1..*", paramLabel = "GOAL")
    private List<String> goals = List.of();

    @Option(names = "--format", paramLabel = "text|json|markdown|mermaid")
    private Format format = Format.TEXT;

    PathCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        try (OpenStore open = OpenStore.upToDate(data.path(terminal), terminal, messages)) {
            Knowledge knowledge = open.knowledge().current();
            ConceptNames names = new ConceptNames(knowledge, messages.language());
            StudyPath path = knowledge
                    .planner()
                    .path(names.slugs("GOAL", goals), names.slugs("--known", known.names()), messages.language());
            StudyText text = new StudyText(messages);
            terminal.out()
                    .print(
                            switch (format) {
                                case TEXT -> text.text(path);
                                case JSON -> Json.readable(path) + "\n";
                                case MARKDOWN -> text.markdown(path);
                                case MERMAID -> text.mermaid(path);
                            });
        }
        return ExitCode.DONE;
    }
}
