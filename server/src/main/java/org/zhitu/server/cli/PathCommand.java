package org.zhitu.server.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.graph.study.StudyPlanner;
import org.zhitu.ontology.Iris;
import org.zhitu.server.naming.ConceptNames;
import org.zhitu.server.plan.Plan;
import org.zhitu.server.plan.PlanFormat;
import org.zhitu.server.plan.PlanWriter;
import org.zhitu.server.plan.StudyTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plans what to learn for a goal. */
@Command(name = "path", mixinStandardHelpOptions = true)
final class PathCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Messages messages;
    private final Clock clock;

    @Mixin
    private DataFolder data = new DataFolder();

    @Mixin
    private KnownConcepts known = new KnownConcepts();

    @Parameters(arity = "1..*", paramLabel = "GOAL")
    private List<String> goals = List.of();

    @Option(names = "--skip", paramLabel = "A,B")
    private List<String> skip = List.of();

    @Option(names = "--order", paramLabel = "A,B")
    private List<String> order = List.of();

    @Option(names = "--helpful")
    private boolean helpful;

    @Option(names = "--hours-per-week", paramLabel = "N")
    private String hoursPerWeek = "";

    @Option(names = "--start", paramLabel = "DATE")
    private String start = "";

    @Option(names = "--deadline", paramLabel = "DATE")
    private String deadline = "";

    @Option(names = "--format", paramLabel = "text|json|markdown|mermaid|ics|anki|apkg|jsonld")
    private PlanFormat format = PlanFormat.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    private String output = "";

    PathCommand(Terminal terminal, Messages messages, Clock clock) {
        this.terminal = terminal;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Optional<StudyTime> time = StudyTime.parse(
                StudyTime.Names.OPTIONS, hoursPerWeek, start, deadline, Optional.of(LocalDate.now(clock)));
        StudyTime.check(format, time, StudyTime.Names.OPTIONS);
        try (OpenStore open = OpenStore.upToDate(data.path(terminal), terminal, messages)) {
            Knowledge knowledge = open.knowledge().current();
            ConceptNames names = new ConceptNames(knowledge, messages.language());
            PlanRequest request = new PlanRequest(
                    names.slugs("GOAL", goals),
                    known.slugs(knowledge, messages.language(), terminal),
                    names.slugs("--skip", skip),
                    names.slugs("--order", order),
                    helpful ? StudyPlanner.Extent.HELPFUL : StudyPlanner.Extent.REQUIRED,
                    messages.language());
            write(new PlanWriter(knowledge, Iris.DEFAULT).bytes(Plan.of(knowledge, request, time), format));
        }
        return ExitCode.DONE;
    }

    private void write(byte[] file) {
        if (output.isBlank()) {
            terminal.out().writeBytes(file);
            return;
        }
        Path path = terminal.resolve(output);
        try {
            Files.write(path, file);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + path, e);
        }
    }
}
