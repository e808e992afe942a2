package org.zhitu.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Ontology;
import org.zhitu.ontology.Scheme;
import org.zhitu.ontology.rules.Rule;
import org.zhitu.ontology.rules.Rules;
import org.zhitu.ontology.rules.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Holds the curated scheme to its rules. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Messages messages;

    @Option(names = "--fail-on", paramLabel = "error|warn")
    private Rule.Severity failOn = Rule.Severity.ERROR;

    CheckCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        Rules rules = Rules.load();
        Scheme scheme = Ontology.scheme(Iris.DEFAULT);
        List<Violation> violations = rules.check(scheme);
        for (Violation violation : violations) {
            Rule rule = violation.rule();
            terminal.out()
                    .print(messages.of(
                                    "check-violation",
                                    messages.of("check-" + rule.severity()),
                                    rule.name(),
                                    violation.focus().toString(),
                                    violation.value().toString(),
                                    rule.problem(messages.language()),
                                    rule.fix(messages.language()))
                            + "\n");
        }
        terminal.out()
                .print(messages.of(
                                "check-sum",
                                scheme.concepts().size(),
                                rules.all().size(),
                                violations.size())
                        + "\n");
        boolean failed = violations.stream()
                .anyMatch(violation -> violation.rule().severity().compareTo(failOn) >= 0);
        return failed ? ExitCode.FINDINGS : ExitCode.DONE;
    }
}
