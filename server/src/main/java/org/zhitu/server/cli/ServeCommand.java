package org.zhitu.server.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.zhitu.graph.Knowledge;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.server.load.LoadSummary;
import org.zhitu.server.load.NoteWatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Loads what changed, then serves. */
@Command(name = "serve", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    private final Terminal terminal;
    private final Messages messages;
    private final ServerStarter starter;

    @Mixin
    private DataFolder data = new DataFolder();

    @Parameters(arity = "0..*", paramLabel = "NOTES")
    private List<String> notes = List.of();

    @Option(names = "--port", paramLabel = "PORT")
    private int port = 8080;

    @Option(names = "--watch")
    private boolean watch;

    @Option(names = "--scratch")
    private boolean scratch;

    ServeCommand(Terminal terminal, Messages messages, ServerStarter starter) {
        this.terminal = terminal;
        this.messages = messages;
        this.starter = starter;
    }

    @Override
    public Integer call() {
        long since = Started.nanos();
        if (scratch) {
            return serveScratch();
        }
        OpenStore open = OpenStore.of(data.path(terminal));
        boolean serving = false;
        try (ProgressLine progress = new ProgressLine(terminal, messages, false)) {
            List<Path> roots = notes.stream().map(terminal::resolve).toList();
            LoadSummary summary = roots.isEmpty()
                    ? open.refresh(progress, terminal, messages)
                    : open.library().load(roots, progress);
            progress.clear();
            if (summary.isChange() || !summary.findings().isEmpty()) {
                terminal.say(SummaryText.findings(summary, messages));
            }
            terminal.say(SummaryText.files(summary, messages));
            terminal.say(SummaryText.content(summary, messages));
            Knowledge.Source knowledge = open.knowledge();
            // What the first page needs is made ready while the web server starts.
            CompletableFuture<Void> warm = CompletableFuture.runAsync(() -> warmUp(knowledge));
            ServerStarter.RunningServer server = starter.start(port, knowledge, open.library(), Iris.DEFAULT);
            serving = true;
            warm.join();
            terminal.say(messages.of(
                    "ready",
                    "http://localhost:" + server.port() + "/",
                    String.format(Locale.ROOT, "%.1f", (System.nanoTime() - since) / NANOS)));
            // The index behind the search box is made while the reader looks at the first page.
            CompletableFuture<?> index = CompletableFuture.supplyAsync(
                    () -> knowledge.current().search().find("注意力", Language.ZH, 1));
            if (watch) {
                NoteWatch.start(open.library(), this::reloaded);
            }
            server.awaitStop();
            index.cancel(false);
            return ExitCode.DONE;
        } catch (ServerStarter.PortInUse e) {
            terminal.say(messages.of("port-in-use", port));
            return ExitCode.FAILURE;
        } finally {
            if (!serving) {
                open.close();
            }
        }
    }

    /** Serves an empty dataset in memory that everybody may write to, as the suites of the standards want it. */
    private int serveScratch() {
        OpenStore open = OpenStore.scratch();
        boolean serving = false;
        try {
            ServerStarter.RunningServer server = starter.start(port, open.knowledge(), open.library(), Iris.DEFAULT);
            serving = true;
            terminal.say(messages.of("ready-scratch", "http://localhost:" + server.port() + "/sparql"));
            server.awaitStop();
            return ExitCode.DONE;
        } catch (ServerStarter.PortInUse e) {
            terminal.say(messages.of("port-in-use", port));
            return ExitCode.FAILURE;
        } finally {
            if (!serving) {
                open.close();
            }
        }
    }

    private static void warmUp(Knowledge.Source knowledge) {
        Knowledge now = knowledge.current();
        now.concepts().overview(Language.ZH);
        now.planner().next(List.of(), 1, Language.ZH);
    }

    private void reloaded(LoadSummary summary) {
        terminal.say(SummaryText.files(summary, messages));
    }
}
