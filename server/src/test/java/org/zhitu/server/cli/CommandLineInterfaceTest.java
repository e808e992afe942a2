package org.zhitu.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitu.server.json.Json;
import tools.jackson.databind.JsonNode;

/** Every command, in this process, with streams of its own. */
class CommandLineInterfaceTest {
    private static final String NOTE = """
            BERT 笔记
            =========

            Self-Attention
            --------------

            1. 自注意力为什么要除以根号 d？

               防止 softmax 进入饱和区。

            2. BERT 如何做掩码？

            见 https://example.org/bert 。
            """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private String input = "";

    @BeforeEach
    void writeNote() throws IOException {
        Files.writeString(folder.resolve("bert.rst"), NOTE);
    }

    private int run(String... arguments) {
        out.reset();
        err.reset();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                Map.of("LANG", "en_GB.UTF-8"),
                folder);
        return new CommandLineInterface(terminal, (port, knowledge, library, iris) -> {
                    throw new ServerStarter.PortInUse(new IOException("in use"));
                })
                .run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "load", "extract", "query", "path", "next", "check"})
    void everyCommandHasHelpInBothLanguages(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out()).contains("Usage: zhitu " + command).doesNotContain("null");
        String english = out();
        assertThat(run(command, "--help", "--lang", "zh")).isZero();
        assertThat(out()).contains("用法：zhitu " + command).isNotEqualTo(english);
    }

    @Test
    void withoutACommandThereIsHelpAndAnErrorCode() {
        assertThat(run()).isEqualTo(2);
        assertThat(err()).contains("serve", "load", "extract", "query", "path", "next", "check");
        assertThat(run("--version")).isZero();
        assertThat(out()).startsWith("zhitu ");
    }

    @Test
    void wrongUsageIsSaidInOneLineWithTheWayToHelp() {
        assertThat(run("load")).isEqualTo(2);
        assertThat(err()).contains("NOTES").contains("zhitu load --help");
        assertThat(run("path", "bert", "--nonsense", "--lang=zh")).isEqualTo(2);
        assertThat(err()).contains("用法有误").contains("--nonsense");
        assertThat(run("nonsense")).isEqualTo(2);
        assertThat(run("query", "-e", "ASK {}", "--lang", "fr")).isEqualTo(2);
    }

    @Test
    void loadSaysWhatItFound() {
        assertThat(run("load", "bert.rst")).isZero();
        assertThat(out()).contains("1 files: 1 new, 0 changed, 0 unchanged, 0 removed, 0 moved, 0 not readable");
        assertThat(out())
                .contains("2 questions (1 answered)")
                .contains("1 sources")
                .contains("triples");
        assertThat(run("load", "bert.rst", "--lang", "zh")).isZero();
        assertThat(out()).contains("1 个文件：新增 0，改变 0，未变 1");
    }

    @Test
    void loadReportsAsJson() {
        assertThat(run("load", "bert.rst", "--report", "json", "--dry-run")).isZero();
        JsonNode report = Json.mapper().readTree(out());
        assertThat(report.path("dryRun").asBoolean()).isTrue();
        assertThat(report.path("files").path("added").asInt()).isEqualTo(1);
        assertThat(report.path("questions").asInt()).isEqualTo(2);
        assertThat(folder.resolve(".zhitu")).doesNotExist();
    }

    @Test
    void findingsAtTheFailLevelHaveTheirExitCode() throws IOException {
        Files.write(folder.resolve("bad.rst"), new byte[] {(byte) 0xff, (byte) 0xfe, 0x41, (byte) 0xd8});
        assertThat(run("load", "bert.rst", "bad.rst")).isZero();
        assertThat(out()).contains("bad.rst:1: error");
        assertThat(run("load", "bert.rst", "bad.rst", "--fail-on", "error")).isEqualTo(1);
        assertThat(run("load", "bert.rst", "--data", "other", "--fail-on", "error"))
                .isZero();
    }

    @Test
    void nothingButUnreadableNotesIsAFailure() {
        assertThat(run("load", "missing.rst")).isEqualTo(3);
        assertThat(out()).contains("missing.rst");
    }

    @Test
    void extractPrintsTheObjectThatOtherToolsRelyOn() {
        assertThat(run("extract", "bert.rst", "--json")).isZero();
        JsonNode note = Json.mapper().readTree(out());
        assertThat(note.propertyNames())
                .containsExactly(
                        "document",
                        "format",
                        "language",
                        "title",
                        "sections",
                        "questions",
                        "sources",
                        "images",
                        "concepts",
                        "relations",
                        "findings");
        assertThat(note.path("document").asString()).isEqualTo("bert.rst");
        assertThat(note.path("format").asString()).isEqualTo("rst");
        assertThat(note.path("language").asString()).isEqualTo("zh");
        assertThat(note.path("sections").path(1).toString())
                .isEqualTo("{\"title\":\"Self-Attention\",\"level\":2,\"line\":4}");
        JsonNode question = note.path("questions").path(0);
        assertThat(question.path("text").asString()).contains("自注意力为什么要除以根号 d？");
        assertThat(question.path("line").asInt()).isEqualTo(7);
        assertThat(question.path("answered").asBoolean()).isTrue();
        assertThat(note.path("sources").path(0).path("url").asString()).isEqualTo("https://example.org/bert");
        assertThat(note.path("sources").path(0).propertyNames()).containsExactly("url", "title", "line");
    }

    @Test
    void extractHasASummaryForReading() {
        assertThat(run("extract", "bert.rst", "--lang", "zh")).isZero();
        assertThat(out()).contains("问题（2）").contains("Self-Attention");
        assertThat(run("extract", "missing.rst")).isEqualTo(3);
        assertThat(err()).contains("missing.rst");
        assertThat(run("extract", ".")).isEqualTo(3);
    }

    @Test
    void checkFindsTheCuratedSchemeSound() {
        assertThat(run("check", "--fail-on", "warn", "--lang", "zh")).isZero();
        assertThat(out()).contains("0 处违反");
    }

    @Test
    void queryAnswersInEveryForm() {
        run("load", "bert.rst");
        String titles = "PREFIX schema: <https://schema.org/> PREFIX zt: <https://w3id.org/zhitu/ontology#> "
                + "SELECT ?title { ?note a zt:Note ; schema:name ?title }";
        assertThat(run("query", "-e", titles)).isZero();
        assertThat(out()).isEqualTo("title\n---------\nBERT 笔记\n(1)\n");
        assertThat(run("query", "-e", titles, "--format", "csv")).isZero();
        assertThat(out()).isEqualTo("title\r\nBERT 笔记\r\n");
        for (String format : List.of("json", "xml", "tsv")) {
            assertThat(run("query", "-e", titles, "--format", format)).isZero();
            assertThat(out()).contains("BERT 笔记");
        }
        for (String format : List.of("turtle", "ntriples", "jsonld")) {
            assertThat(run(
                            "query",
                            "-e",
                            titles.replaceFirst("SELECT \\?title", "CONSTRUCT WHERE"),
                            "--format",
                            format))
                    .isZero();
            assertThat(out()).contains("BERT 笔记");
        }
        assertThat(run("query", "-e", "ASK {}")).isZero();
        assertThat(out()).isEqualTo("true\n");
    }

    @Test
    void queryReadsFilesAndStandardInput() throws IOException {
        run("load", "bert.rst");
        Files.writeString(folder.resolve("ask.rq"), "ASK { ?s ?p ?o }");
        assertThat(run("query", "ask.rq")).isZero();
        assertThat(out()).isEqualTo("true\n");
        input = "SELECT (1 AS ?n) {}";
        assertThat(run("query", "-", "--format", "tsv")).isZero();
        assertThat(out()).isEqualTo("?n\n1\n");
        assertThat(run("query", "missing.rq")).isEqualTo(2);
        assertThat(err()).contains("missing.rq");
    }

    @Test
    void aBrokenQueryIsToldWithItsPlace() {
        assertThat(run("query", "-e", "SELECT ?x WHERE {\n ?x = }", "--lang", "zh"))
                .isEqualTo(2);
        assertThat(err()).contains("第 2 行第 5 列");
        assertThat(run("query", "-e", "SELECT (1 AS ?x) {}", "--format", "turtle"))
                .isEqualTo(2);
        assertThat(err()).contains("table, json, xml, csv, tsv");
    }

    @Test
    void aPathIsPlannedInEveryForm() {
        run("load", "bert.rst");
        assertThat(run("path", "bert", "--lang", "en")).isZero();
        assertThat(out()).contains("Study path to BERT").contains("(bert, ");
        assertThat(run("path", "BERT", "--format", "json")).isZero();
        assertThat(Json.mapper().readTree(out()).path("goal").path(0).asString())
                .isEqualTo("bert");
        assertThat(run("path", "bert", "--format", "mermaid")).isZero();
        assertThat(out()).startsWith("flowchart LR\n").contains("c_bert[");
        assertThat(run("path", "bert", "--format", "markdown", "--lang", "zh")).isZero();
        assertThat(out()).startsWith("# 通向").contains("- [ ] **");
    }

    @Test
    void anUnknownGoalComesWithWhatIsNear() {
        run("load", "bert.rst");
        assertThat(run("path", "bertt")).isEqualTo(2);
        assertThat(err()).contains("bertt").contains("(bert)");
    }

    @Test
    void nextSaysWhatIsReady() {
        run("load", "bert.rst");
        assertThat(run("next")).isZero();
        assertThat(out()).contains("Ready to be learned");
        assertThat(run("next", "--known", "bert", "--format", "json")).isZero();
        assertThat(Json.mapper().readTree(out()).path("known").toString()).contains("bert");
    }

    @Test
    void aTakenPortIsSaid() {
        assertThat(run("serve", "bert.rst", "--port", "8080", "--lang", "zh")).isEqualTo(3);
        assertThat(err()).contains("端口 8080 已被其他程序占用");
        assertThat(run("query", "-e", "ASK {}")).as("the store was let go").isZero();
    }

    @Test
    void noNoteIsChanged() throws IOException {
        run("load", "bert.rst");
        assertThat(folder.resolve("bert.rst")).hasContent(NOTE);
    }
}
