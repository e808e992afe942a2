package org.zhitu.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhitu.loader.source.Finding;
import org.zhitu.ontology.Iris;
import org.zhitu.server.json.Json;
import org.zhitu.server.load.LoadReportView;
import org.zhitu.server.load.LoadSummary;
import org.zhitu.server.load.NoteLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads notes into the store, and says what it found. */
@Command(name = "load", mixinStandardHelpOptions = true)
final class LoadCommand implements Callable<Integer> {
    /** How a report is written. */
    enum Report {
        TEXT,
        JSON
    }

    /** From which severity on findings make the command fail. */
    enum FailOn {
        ERROR(Finding.Severity.ERROR),
        WARN(Finding.Severity.WARN);

        private final Finding.Severity severity;

        FailOn(Finding.Severity severity) {
            this.severity = severity;
        }
    }

    private final Terminal terminal;
    private final Messages messages;

    @Mixin
    private DataFolder data = new DataFolder();

    @Parameters(arity = "1..*", paramLabel = "NOTES")
    private List<String> notes = List.of();

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Option(names = "--report", paramLabel = "text|json")
    private Report report = Report.TEXT;

    @Option(names = "--fail-on", paramLabel = "error|warn")
    private List<FailOn> failOn = List.of();

    @Option(names = "--progress")
    private boolean progress;

    LoadCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        List<Path> roots = notes.stream().map(terminal::resolve).toList();
        LoadSummary summary;
        try (ProgressLine line = new ProgressLine(terminal, messages, progress)) {
            if (dryRun) {
                summary = NoteLibrary.check(roots, Iris.DEFAULT, line);
            } else {
                try (OpenStore open = OpenStore.of(data.path(terminal))) {
                    summary = open.library().load(roots, line);
                }
            }
        }
        if (report == Report.JSON) {
            terminal.out().println(Json.readable(LoadReportView.of(summary, messages.language())));
        } else {
            terminal.out().println(SummaryText.findings(summary, messages));
            terminal.out().println(SummaryText.files(summary, messages));
            terminal.out().println(SummaryText.content(summary, messages));
            if (dryRun) {
                terminal.out().println(messages.of("dry-run"));
            }
        }
        if (summary.files().total() == summary.files().unreadable()) {
            return ExitCode.FAILURE;
        }
        return failOn.stream().anyMatch(level -> summary.hasFinding(level.severity))
                ? ExitCode.FINDINGS
                : ExitCode.DONE;
    }
}
