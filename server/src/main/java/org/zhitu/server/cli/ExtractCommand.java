package org.zhitu.server.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.zhitu.ontology.Iris;
import org.zhitu.server.json.Json;
import org.zhitu.server.load.ExtractionView;
import org.zhitu.server.load.NoteLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what one note says; nothing is stored. */
@Command(name = "extract", mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Messages messages;

    @Parameters(index = "0", paramLabel = "FILE")
    private String file = "";

    @Option(names = "--json")
    private boolean json;

    ExtractCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public Integer call() {
        NoteLibrary.Look look = NoteLibrary.look(terminal.resolve(file), Iris.DEFAULT);
        if (look.extraction().isEmpty()) {
            look.findings().forEach(finding -> terminal.say(file + ": " + finding.message(messages.language())));
            return ExitCode.FAILURE;
        }
        ExtractionView note = ExtractionView.of(look.extraction().get(), messages.language());
        terminal.out().print(json ? Json.readable(note) + "\n" : text(note));
        return ExitCode.DONE;
    }

    private String text(ExtractionView note) {
        StringBuilder text = new StringBuilder();
        text.append(messages.of(
                        "extract-heading",
                        note.title(),
                        note.document(),
                        note.format().key(),
                        note.language().tag()))
                .append('\n');
        block(
                text,
                "extract-sections",
                note.sections().stream()
                        .map(section -> line(section.line(), "  ".repeat(section.level() - 1) + section.title()))
                        .toList());
        block(
                text,
                "extract-questions",
                note.questions().stream()
                        .map(question -> line(
                                question.line(),
                                (question.answered() ? "✓ " : "· ")
                                        + question.text().strip()))
                        .toList());
        block(
                text,
                "extract-sources",
                note.sources().stream()
                        .map(source -> line(source.line(), source.title() + "  " + source.url()))
                        .toList());
        block(
                text,
                "extract-images",
                note.images().stream()
                        .map(image -> line(image.line(), image.path()))
                        .toList());
        block(
                text,
                "extract-concepts",
                note.concepts().stream()
                        .map(concept -> line(
                                concept.lines().isEmpty() ? 1 : concept.lines().getFirst(),
                                (concept.isTopic() ? "* " : "  ") + concept.label() + "  (" + concept.slug() + ") ×"
                                        + concept.lines().size()))
                        .toList());
        block(
                text,
                "extract-relations",
                note.relations().stream()
                        .map(relation -> line(
                                relation.line(),
                                relation.from() + " " + relation.property().key() + " " + relation.to()))
                        .toList());
        block(
                text,
                "extract-findings",
                note.findings().stream()
                        .map(finding -> line(
                                finding.line(),
                                messages.of("severity-" + finding.severity().key()) + ": " + finding.message() + " ["
                                        + finding.code() + "]"))
                        .toList());
        return text.toString();
    }

    private void block(StringBuilder text, String heading, List<String> lines) {
        text.append('\n').append(messages.of(heading, lines.size())).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
    }

    private static String line(int number, String text) {
        String digits = String.valueOf(number);
        return " ".repeat(Math.max(0, 6 - digits.length())) + digits + "  " + text;
    }
}
