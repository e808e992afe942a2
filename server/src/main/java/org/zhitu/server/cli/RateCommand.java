package org.zhitu.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.zhitu.server.cli.EndpointRating.Aspect;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Grades a running server as a public monitor of SPARQL endpoints would. */
@Command(name = "rate", mixinStandardHelpOptions = true)
final class RateCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Messages messages;

    @Parameters(arity = "0..1", paramLabel = "URL")
    private String site = "http://localhost:8080";

    RateCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        List<Aspect> aspects = new EndpointRating(site.replaceFirst("/+$", "")).aspects();
        for (Aspect aspect : aspects) {
            terminal.out().print(messages.of("rate-" + aspect.name()) + "  " + aspect.grade() + "\n");
            aspect.checks()
                    .forEach((check, passed) -> terminal.out()
                            .print("  " + (passed ? "✓ " : "✗ ") + messages.of("rate-check-" + check) + "\n"));
        }
        boolean best = aspects.stream().allMatch(aspect -> aspect.grade() == 'A');
        return best ? ExitCode.DONE : ExitCode.FINDINGS;
    }
}
