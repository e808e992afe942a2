package org.zhitu.server.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.exec.QueryExec;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.problem.ProblemException;
import org.zhitu.server.results.AnswerLimits;
import org.zhitu.server.results.AnswerWriter;
import org.zhitu.server.results.GraphFormat;
import org.zhitu.server.results.RowFormat;
import org.zhitu.server.results.TextTable;
import org.zhitu.server.sparql.Queries;
import org.zhitu.server.sparql.QueryLimits;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a SPARQL query on the store. */
@Command(name = "query", mixinStandardHelpOptions = true)
final class QueryCommand implements Callable<Integer> {
    private static final String TABLE = "table";

    private final Terminal terminal;
    private final Messages messages;

    @Mixin
    private DataFolder data = new DataFolder();

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Input input = new Input();

    @Option(names = "--format", paramLabel = "FORMAT")
    private String format = "";

    QueryCommand(Terminal terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    private static final class Input {
        @Parameters(index = "0", paramLabel = "FILE.rq")
        private String file = "";

        @Option(
                names = {"-e", "--expression"},
                paramLabel = "SPARQL")
        private String text = "";
    }

    @Override
    public Integer call() throws IOException {
        long since = System.nanoTime();
        Query query = Queries.parse(
                input.text.isEmpty() ? read(input.file) : input.text, Iris.DEFAULT.base(), Namespaces.of(Iris.DEFAULT));
        boolean rows = query.isSelectType() || query.isAskType();
        Optional<RowFormat> rowFormat = RowFormat.of(format);
        Optional<GraphFormat> graphFormat = GraphFormat.of(format);
        boolean table = format.isEmpty() || format.equals(TABLE);
        if (!table && (rows ? rowFormat.isEmpty() : graphFormat.isEmpty())) {
            String offered = rows ? "table, json, xml, csv, tsv" : "turtle, ntriples, jsonld, rdfxml, trig, nquads";
            throw new ProblemException(400, "unknown-format", format, offered);
        }
        try (OpenStore open = OpenStore.upToDate(data.path(terminal), terminal, messages)) {
            KnowledgeStore store = open.store();
            new Queries(store, QueryLimits.LOCAL).run(query, since, execution -> {
                write(query, execution, rowFormat, graphFormat.orElse(GraphFormat.TURTLE));
                return true;
            });
        }
        return ExitCode.DONE;
    }

    private void write(Query query, QueryExec execution, Optional<RowFormat> rowFormat, GraphFormat graphFormat) {
        AnswerWriter writer = new AnswerWriter(terminal.out(), AnswerLimits.NONE);
        if (query.isAskType()) {
            boolean answer = execution.ask();
            rowFormat.ifPresentOrElse(
                    form -> writer.truth(answer, form), () -> terminal.out().println(answer));
        } else if (query.isSelectType()) {
            rowFormat.ifPresentOrElse(
                    form -> writer.rows(execution.select(), form),
                    () -> terminal.out().print(TextTable.of(execution.select(), query.getPrefixMapping())));
        } else if (query.isDescribeType()) {
            writer.triples(execution.describeTriples(), query.getPrefixMapping(), graphFormat);
        } else if (query.isConstructQuad()) {
            writer.quads(execution.constructQuads(), query.getPrefixMapping(), graphFormat);
        } else {
            writer.triples(execution.constructTriples(), query.getPrefixMapping(), graphFormat);
        }
    }

    private String read(String file) throws IOException {
        byte[] bytes;
        if (file.equals("-")) {
            bytes = terminal.in().readAllBytes();
        } else {
            var path = terminal.resolve(file);
            if (!Files.isRegularFile(path)) {
                throw new ProblemException(400, "no-query-file", file);
            }
            bytes = Files.readAllBytes(path);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(400, "not-utf-8");
        }
    }
}
