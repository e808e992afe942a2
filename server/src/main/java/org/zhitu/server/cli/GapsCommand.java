package org.zhitu.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.study.Gaps;
import org.zhitu.graph.study.StudyPlanner;
import org.zhitu.server.json.Json;
import org.zhitu.server.naming.ConceptNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what the notes lack. */
@Command(name = "gaps", mixinStandardHelpOptions = true)
final class GapsCommand implements Callable<Integer> {
    /** How the gaps are written. */
    enum Format {
        TEXT,
        JSON
    }

    private final Terminal terminal;
    private final Messages messages;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private KnownConcepts known = new KnownConcepts();

    @Parameters(arity = "0..*", paramLabel = "GOAL")
    private List<String> goals = List.of();

    @Option(names = "--format", paramLabel = "text|json")
    private Format format = Format.TEXT;

    GapsCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        try (OpenStore open = OpenStore.upToDate(data.path(terminal), terminal, messages)) {
            Knowledge knowledge = open.knowledge().current();
            Gaps gaps = knowledge
                    .planner()
                    .gaps(
                            new ConceptNames(knowledge, messages.language()).slugs("GOAL", goals),
                            known.slugs(knowledge, messages.language(), terminal),
                            StudyPlanner.MAX_STEPS,
                            messages.language());
            terminal.out()
                    .print(
                            switch (format) {
                                case TEXT -> new StudyText(messages).text(gaps);
                                case JSON -> Json.readable(gaps) + "\n";
                            });
        }
        return ExitCode.DONE;
    }
}
