package org.zhitu.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        return new CommandLineInterface(
                        terminal,
                        (port, knowledge, library, iris) -> {
                            throw new ServerStarter.PortInUse(new IOException("in use"));
                        },
                        Clock.fixed(Instant.parse("2026-09-07T08:00:00Z"), ZoneOffset.UTC))
                .run(arguments);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "load", "extract", "query", "path", "next", "gaps", "check"})
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
        assertThat(err()).contains("serve", "load", "extract", "query", "path", "next", "gaps", "check");
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
    void aPathTakesWishes() {
        run("load", "bert.rst");
        run("path", "bert", "--format", "json");
        JsonNode whole = Json.mapper().readTree(out());
        String first = whole.path("steps").path(0).path("slug").asString();
        String second = whole.path("steps").path(1).path("slug").asString();
        assertThat(run("path", "bert", "--skip", first, "--order", "bert," + second, "--format", "json"))
                .isZero();
        JsonNode wished = Json.mapper().readTree(out());
        assertThat(wished.path("skipped").toString()).contains(first);
        assertThat(wished.path("steps").path(0).path("slug").asString()).isEqualTo("bert");
        assertThat(wished.path("warnings").size()).isPositive();
        assertThat(run("path", "bert", "--helpful", "--format", "json")).isZero();
        assertThat(Json.mapper().readTree(out()).path("total").asInt())
                .isGreaterThanOrEqualTo(whole.path("total").asInt());
        assertThat(run("path", "bert", "--order", "bert", "--lang", "zh")).isZero();
        assertThat(out()).contains("而它排在后面");
    }

    @Test
    void aPathWithHoursBeginsTodayUnlessSaidOtherwise() {
        run("load", "bert.rst");
        assertThat(run("path", "bert", "--hours-per-week", "2.5")).isZero();
        assertThat(out()).contains("Week 1, 2026-09-07 to 2026-09-13: 2.5 h").contains("At 2.5 h a week");
        assertThat(run(
                        "path",
                        "bert",
                        "--hours-per-week",
                        "1",
                        "--start",
                        "2027-01-04",
                        "--deadline",
                        "2027-01-10",
                        "--lang",
                        "zh"))
                .isZero();
        assertThat(out()).contains("时间不够").contains("第 1 周，2027-01-04 至 2027-01-10：1 小时");
        assertThat(run("path", "bert", "--deadline", "2028-01-01", "--format", "json"))
                .isZero();
        assertThat(Json.mapper().readTree(out()).path("timetable").path("fits").asBoolean())
                .isTrue();
    }

    @Test
    void aPathLeavesAsACalendarAndAsCards() {
        run("load", "bert.rst");
        assertThat(run("path", "bert", "--format", "ics", "--hours-per-week", "5"))
                .isZero();
        assertThat(out()).startsWith("BEGIN:VCALENDAR\r\n").contains("DTSTAMP:20260907T000000Z\r\n");
        String once = out();
        run("path", "bert", "--format", "ics", "--hours-per-week", "5");
        assertThat(out()).isEqualTo(once);
        assertThat(run("path", "bert", "--format", "anki")).isZero();
        assertThat(out()).contains("自注意力为什么要除以根号 d？\t");
        assertThat(run("path", "bert", "--format", "jsonld")).isZero();
        assertThat(Json.mapper().readTree(out()).path("@type").asString()).isEqualTo("Course");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --format ics                                  | --hours-per-week
            --hours-per-week 0                            | --hours-per-week
            --hours-per-week 169                          | 168
            --hours-per-week ten                          | ten
            --hours-per-week 5 --start tomorrow           | --start
            --hours-per-week 5 --start 2026-02-30         | 2026-02-30
            --hours-per-week 5 --deadline 2026-09-01      | 2026-09-07
            --skip zzzzzzzzzz                             | --skip
            --known missing.json                          | missing.json
            """)
    void aWishThatCannotBeUnderstoodIsToldWithItsCure(String options, String told) {
        run("load", "bert.rst");
        List<String> english = new ArrayList<>(List.of("path", "bert"));
        english.addAll(List.of(options.split(" ")));
        assertThat(run(english.toArray(String[]::new))).isEqualTo(2);
        assertThat(err()).contains(told);
        String said = err();
        english.addAll(List.of("--lang", "zh"));
        assertThat(run(english.toArray(String[]::new))).isEqualTo(2);
        assertThat(err()).contains(told).isNotEqualTo(said);
    }

    @Test
    void whatIsKnownMayComeFromAProgressFile() throws IOException {
        run("load", "bert.rst");
        Files.writeString(folder.resolve("进度.json"), """
                {"format": "zhitu-progress", "version": 1, "events": [
                  {"id": "1", "at": "2026-09-01T08:00:00Z", "type": "concept", "concept": "transformer", "state": "known"},
                  {"id": "2", "at": "2026-09-02T08:00:00Z", "type": "concept", "concept": "bert", "state": "learning"},
                  {"id": "3", "at": "2026-09-02T09:00:00Z", "type": "concept", "concept": "gone-since-then", "state": "known"}]}
                """);
        assertThat(run("path", "bert", "--known", "进度.json", "--known", "softmax", "--format", "json"))
                .isZero();
        JsonNode path = Json.mapper().readTree(out());
        assertThat(path.path("known").toString()).isEqualTo("[\"softmax\",\"transformer\"]");
        assertThat(path.path("steps")
                        .valueStream()
                        .map(step -> step.path("slug").asString()))
                .contains("bert")
                .doesNotContain("transformer", "softmax");
        Files.writeString(
                folder.resolve("broken.json"),
                "{\"format\": \"zhitu-progress\", \"version\": 1, \"events\": [{\"type\": \"concept\"}]}");
        assertThat(run("next", "--known", "broken.json", "--lang", "zh")).isEqualTo(2);
        assertThat(err()).contains("broken.json").contains("events[0].id");
    }

    @Test
    void nextLooksTowardsAGoal() {
        run("load", "bert.rst");
        assertThat(run("next", "--goal", "bert", "--known", "transformer")).isZero();
        assertThat(out()).contains("nearest to the goal first");
        assertThat(run("next", "--rank", "time", "--format", "json")).isZero();
        assertThat(Json.mapper().readTree(out()).path("rank").asString()).isEqualTo("time");
        assertThat(run("next", "--rank", "size")).isEqualTo(2);
        assertThat(err()).contains("--rank");
    }

    @Test
    void gapsSaysWhatTheNotesLack() {
        run("load", "bert.rst");
        assertThat(run("gaps", "bert")).isZero();
        assertThat(out()).contains("Questions without an answer: 1").contains("BERT 如何做掩码？  bert.rst:");
        assertThat(run("gaps", "--lang", "zh")).isZero();
        assertThat(out()).contains("没有答案的问题：1");
        assertThat(run("gaps", "bert", "--known", "transformer", "--format", "json"))
                .isZero();
        assertThat(Json.mapper()
                        .readTree(out())
                        .path("unanswered")
                        .path("sparql")
                        .asString())
                .contains("SELECT");
    }

    @Test
    void bothLanguagesHaveTheSameWords() throws IOException {
        Properties english = words("messages_en.properties");
        Properties chinese = words("messages_zh.properties");
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
    }

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (InputStream in = Objects.requireNonNull(CommandLineInterface.class.getResourceAsStream(name))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
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
