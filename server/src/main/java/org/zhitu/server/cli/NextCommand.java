package org.zhitu.server.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.study.NextSteps;
import org.zhitu.server.json.Json;
import org.zhitu.server.naming.ConceptNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what is ready to be learned now. */
@Command(name = "next", mixinStandardHelpOptions = true)
final class NextCommand implements Callable<Integer> {
    private static final int STEPS = 10;

    /** How the steps are written. */
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

    @Option(names = "--goal", paramLabel = "A,B")
    private List<String> goals = List.of();

    @Option(names = "--rank", paramLabel = "unlocks|time|goal")
    private Optional<NextSteps.Rank> rank = Optional.empty();

    @Option(names = "--format", paramLabel = "text|json")
    private Format format = Format.TEXT;

    NextCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        try (OpenStore open = OpenStore.upToDate(data.path(terminal), terminal, messages)) {
            Knowledge knowledge = open.knowledge().current();
            List<String> wanted = new ConceptNames(knowledge, messages.language()).slugs("--goal", goals);
            NextSteps next = knowledge
                    .planner()
                    .next(
                            known.slugs(knowledge, messages.language(), terminal),
                            wanted,
                            rank.orElse(wanted.isEmpty() ? NextSteps.Rank.UNLOCKS : NextSteps.Rank.GOAL),
                            STEPS,
                            messages.language());
            terminal.out()
                    .print(
                            switch (format) {
                                case TEXT -> new StudyText(messages).text(next);
                                case JSON -> Json.readable(next) + "\n";
                            });
        }
        return ExitCode.DONE;
    }
}
