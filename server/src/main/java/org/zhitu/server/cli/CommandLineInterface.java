package org.zhitu.server.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.zhitu.graph.store.StoreInUseException;
import org.zhitu.ontology.Language;
import org.zhitu.server.problem.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line: {@code zhitu COMMAND}. Exit codes: 0 done, 1 findings at the fail level, 2 wrong usage, 3 failure.
 */
public final class CommandLineInterface {
    private final Terminal terminal;
    private final ServerStarter starter;
    private final Clock clock;

    /** @param clock says what day it is for a plan that begins today; nothing else asks it */
    public CommandLineInterface(Terminal terminal, ServerStarter starter, Clock clock) {
        this.terminal = terminal;
        this.starter = starter;
        this.clock = clock;
    }

    /** Runs a command and returns its exit code. */
    public int run(String... arguments) {
        Language language = Messages.language(arguments, terminal.environment());
        Messages messages = Messages.in(language);
        CommandLine line = new CommandLine(new Zhitu());
        line.addSubcommand("serve", new ServeCommand(terminal, messages, starter));
        line.addSubcommand("load", new LoadCommand(terminal, messages));
        line.addSubcommand("extract", new ExtractCommand(terminal, messages));
        line.addSubcommand("query", new QueryCommand(terminal, messages));
        line.addSubcommand("path", new PathCommand(terminal, messages, clock));
        line.addSubcommand("next", new NextCommand(terminal, messages));
        line.addSubcommand("gaps", new GapsCommand(terminal, messages));
        line.addSubcommand("check", new CheckCommand(terminal, messages));
        line.addSubcommand("rate", new RateCommand(terminal, messages));
        line.setResourceBundle(messages.bundle());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setUsageHelpAutoWidth(false);
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, given) -> usage(e, messages));
        line.setExecutionExceptionHandler((e, command, parsed) -> failure(e, messages));
        try {
            return line.execute(arguments);
        } finally {
            terminal.out().flush();
            terminal.err().flush();
        }
    }

    private int usage(ParameterException e, Messages messages) {
        terminal.say(messages.of("wrong-usage", String.valueOf(e.getMessage())));
        terminal.say(messages.of("see-help", e.getCommandLine().getCommandSpec().qualifiedName()));
        return ExitCode.USAGE;
    }

    private int failure(Exception e, Messages messages) {
        int code = ExitCode.FAILURE;
        switch (e) {
            case ProblemException problem -> {
                terminal.say(problem.detail(messages.language()));
                code = problem.status() < 500 ? ExitCode.USAGE : ExitCode.FAILURE;
            }
            case StoreInUseException inUse ->
                terminal.say(messages.of("store-in-use", String.valueOf(inUse.getMessage())));
            case UncheckedIOException io -> terminal.say(messages.of("io-failed", String.valueOf(io.getCause())));
            case IOException io -> terminal.say(messages.of("io-failed", io.toString()));
            default -> terminal.say(messages.of("failed", e.toString()));
        }
        if (terminal.environment().getOrDefault("ZHITU_DEBUG", "").equals("1")) {
            e.printStackTrace(terminal.err());
        }
        return code;
    }

    /** Without a command there is only help. */
    @Command(name = "zhitu", mixinStandardHelpOptions = true, versionProvider = Version.class)
    private static final class Zhitu implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // filled by picocli
        private CommandSpec spec;

        @Option(names = "--lang", scope = ScopeType.INHERIT, paramLabel = "zh|en")
        @SuppressWarnings("UnusedMethod") // called by picocli
        void language(String tag) {
            if (!tag.matches("(?i)(zh|cmn|en)([-_].*)?")) {
                throw new ParameterException(spec.commandLine(), "--lang: zh, en");
            }
        }

        @Override
        public Integer call() {
            spec.commandLine().usage(spec.commandLine().getErr());
            return ExitCode.USAGE;
        }
    }

    private static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = CommandLineInterface.class.getPackage().getImplementationVersion();
            return new String[] {"zhitu " + (version == null ? "0" : version)};
        }
    }
}
