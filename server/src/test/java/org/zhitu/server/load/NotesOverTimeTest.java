package org.zhitu.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;

/** What becomes of a store while its notes are edited, moved and removed. */
final class NotesOverTimeTest {
    private static final String MODELS = """
        # 语言模型

        ## 1. 什么是困惑度？

        交叉熵的指数。

        ## 2. 为什么需要平滑？

        没见过的词不该是零。RoBERTa 是 BERT 的改进版。

        ## 平滑的方法

        - Laplace
        - Kneser-Ney
        """;

    private static final String RNN = """
        RNN
        ===

        LSTM 和 GRU 有什么区别？
        -----------------------

        门的个数。GRU 是 LSTM 的变体。

        | 1. 怎样缓解梯度消失？
        | 2. 介绍一下 BPTT
        """;

    @TempDir
    private Path folder;

    private final KnowledgeStore store = KnowledgeStore.inMemory();

    @Test
    void fiftyEditsLeaveNothingBehind() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("models.md"), MODELS);
        Files.writeString(notes.resolve("rnn.rst"), RNN);
        load(store, notes);
        String first = dump(store);
        Set<String> questions = questions(first);
        for (int i = 0; i < 50; i++) {
            Files.writeString(notes.resolve("models.md"), edited(i));
            if (i % 10 == 3) {
                Files.delete(notes.resolve("rnn.rst"));
            } else {
                Files.writeString(
                        notes.resolve("rnn.rst"), RNN + (i % 2 == 0 ? "\nWhat is a gate %d?\n".formatted(i) : ""));
            }
            load(store, notes);
            assertThat(orphans(store)).as("after edit " + i).isEmpty();
        }
        Files.writeString(notes.resolve("models.md"), MODELS);
        Files.writeString(notes.resolve("rnn.rst"), RNN);
        load(store, notes);
        assertThat(questions(dump(store))).isEqualTo(questions);

        KnowledgeStore fresh = KnowledgeStore.inMemory();
        load(fresh, notes);
        assertThat(dump(store)).isEqualTo(first).isEqualTo(dump(fresh));
        assertThat(store.revision()).isEqualTo(fresh.revision());
    }

    /** Rewords, renumbers, re-levels, moves, adds to and takes from the note, in turn. */
    private static String edited(int i) {
        return switch (i % 6) {
            case 0 -> MODELS.replace("为什么需要平滑？", "为什么我们需要平滑？");
            case 1 -> MODELS.replace("## 1. ", "## 7. ").replace("## 2. ", "### 8. ");
            case 2 -> MODELS.replace("## 平滑的方法", "## 平滑方法") + "\n## 什么是回退 " + i + "？\n\n退到低阶。\n";
            case 3 -> MODELS.substring(0, MODELS.indexOf("## 平滑"));
            case 4 ->
                MODELS.substring(0, MODELS.indexOf("## 1."))
                        + MODELS.substring(MODELS.indexOf("## 2."))
                        + "\n"
                        + MODELS.substring(MODELS.indexOf("## 1."), MODELS.indexOf("## 2."));
            default -> MODELS;
        };
    }

    @Test
    void aNoteThatIsMovedKeepsItsQuestionsAndSections() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("models.md"), MODELS);
        Files.writeString(notes.resolve("rnn.rst"), RNN);
        load(store, notes);
        Set<String> questions = questions(dump(store));
        Files.createDirectories(notes.resolve("lm"));
        Files.move(notes.resolve("models.md"), notes.resolve("lm/language-models.md"));
        Files.writeString(notes.resolve("lm/language-models.md"), MODELS.replace("为什么需要平滑？", "为什么我们需要平滑？"));

        LoadSummary.Files files = load(store, notes).files();

        assertThat(List.of(files.added(), files.changed(), files.removed(), files.renamed()))
                .containsExactly(0, 0, 0, 1);
        assertThat(questions(dump(store))).isEqualTo(questions);
        assertThat(orphans(store)).isEmpty();
    }

    @Test
    void theSameQuestionOfTwoNotesIsLinkedAndReportedWhileBothAskIt() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("a.md"), "# A\n\n## 什么是困惑度？\n\n交叉熵的指数。\n");
        Files.writeString(notes.resolve("b.md"), "# B\n\n## What is perplexity?\n\nOf a language model.\n");
        LoadSummary both = load(store, notes);
        String links = linesWith(dump(store), "closeMatch");

        assertThat(links.lines().filter(line -> !line.contains("reifies"))).hasSize(2);
        assertThat(both.findings().stream().map(finding -> finding.path() + " " + finding.code()))
                .contains("b.md question-elsewhere");
        assertThat(load(store, notes).findings()).isEqualTo(both.findings());

        Files.writeString(notes.resolve("b.md"), "# B\n\n## What is smoothing?\n\nA share for the unseen.\n");
        load(store, notes);
        assertThat(linesWith(dump(store), "closeMatch")).isEmpty();
        Set<String> graphs = store.read(reader -> reader.catalogue().keySet());
        assertThat(graphs).doesNotContain(Iris.DEFAULT.suggestedGraph());
    }

    @Test
    void anIdentityThatTwoNotesWriteBelongsToTheFirst() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("a.md"), "# A\n\n## 为什么用困惑度？ {#why}\n\n方便。\n");
        Files.writeString(notes.resolve("b.md"), "# B\n\n## Why smooth counts? {#why}\n\nZeros.\n");
        LoadSummary summary = load(store, notes);

        assertThat(questions(dump(store))).hasSize(2).contains("<https://w3id.org/zhitu/id/question/why>");
        assertThat(summary.findings().stream().map(finding -> finding.path() + " " + finding.code()))
                .contains("b.md question-id-taken");
    }

    private LoadSummary load(KnowledgeStore into, Path notes) {
        return new NoteLibrary(into, Iris.DEFAULT, Optional.of(folder.resolve("data-" + System.identityHashCode(into))))
                .load(List.of(notes), Progress.SILENT);
    }

    /** Returns the notes' graphs and that of suggestions, sorted. */
    private static String dump(KnowledgeStore from) {
        return from.read(reader -> {
            List<String> lines = new ArrayList<>();
            try (QueryExec execution = reader.query(QueryFactory.create("""
                SELECT ?g ?s ?p ?o WHERE {
                  GRAPH ?g { ?s ?p ?o }
                  FILTER (CONTAINS(STR(?g), "/graph/note/") || CONTAINS(STR(?g), "/graph/suggested"))
                }\
                """)).build()) {
                execution
                        .select()
                        .forEachRemaining(row -> lines.add(List.of("g", "s", "p", "o").stream()
                                .map(variable -> NodeFmtLib.strNT(row.get(variable)))
                                .collect(Collectors.joining(" "))));
            }
            return lines.stream().sorted().collect(Collectors.joining("\n"));
        });
    }

    /** Returns the statements that have evidence but are not made, and the things of notes that nothing is said of. */
    private static List<String> orphans(KnowledgeStore from) {
        Set<Triple> made = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        List<Triple> proved = new ArrayList<>();
        from.read(reader -> {
            try (QueryExec execution = reader.query(QueryFactory.create("""
                SELECT ?g ?s ?p ?o WHERE { GRAPH ?g { ?s ?p ?o } FILTER (CONTAINS(STR(?g), "/graph/note/")) }\
                """)).build()) {
                execution.select().forEachRemaining(row -> {
                    Node object = row.get("o");
                    if (object.isTripleTerm()) {
                        proved.add(object.getTriple());
                    }
                    if (!row.get("g").getURI().endsWith("/evidence")) {
                        made.add(Triple.create(row.get("s"), row.get("p"), object));
                    }
                });
            }
            return made;
        });
        return proved.stream()
                .filter(triple -> !made.contains(triple))
                .map(Triple::toString)
                .toList();
    }

    private static Set<String> questions(String dump) {
        return dump.lines()
                .filter(line -> line.endsWith("<https://schema.org/Question>"))
                .map(line -> line.split(" ", -1)[1])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String linesWith(String dump, String word) {
        return dump.lines().filter(line -> line.contains(word)).collect(Collectors.joining("\n"));
    }
}
