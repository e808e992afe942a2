package org.zhitu.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.UpdateExecBuilder;
import org.apache.jena.update.UpdateRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.graph.store.StoreWriter;
import org.zhitu.loader.source.Finding;
import org.zhitu.ontology.Iris;

class NoteLibraryTest {
    private static final String RST = """
        注意力
        ======

        1. 自注意力为什么要缩放？

           防止 softmax 饱和。
        """;

    private static final String MARKDOWN = """
        # Language models

        ## What is perplexity?

        The exponential of the cross-entropy.
        """;

    @TempDir
    private Path folder;

    private final KnowledgeStore store = KnowledgeStore.inMemory();

    private NoteLibrary library() {
        return new NoteLibrary(store, Iris.DEFAULT, Optional.of(folder.resolve("data")));
    }

    private Path notes() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Files.writeString(notes.resolve("attention.rst"), RST);
        Files.writeString(notes.resolve("models.md"), MARKDOWN);
        return notes;
    }

    private Set<String> graphs() {
        return store.read(reader -> reader.catalogue().keySet());
    }

    private static String files(LoadSummary summary) {
        LoadSummary.Files files = summary.files();
        return "%d files: %d added, %d changed, %d unchanged, %d removed, %d unreadable"
                .formatted(
                        files.total(),
                        files.added(),
                        files.changed(),
                        files.unchanged(),
                        files.removed(),
                        files.unreadable());
    }

    @Test
    void loadsAFolderAndThenOnlyWhatChanged() throws IOException {
        Path notes = notes();
        NoteLibrary library = library();
        LoadSummary first = library.load(List.of(notes), Progress.SILENT);
        assertThat(files(first)).isEqualTo("2 files: 2 added, 0 changed, 0 unchanged, 0 removed, 0 unreadable");
        assertThat(first.questions()).isEqualTo(2);
        String revision = store.revision();

        assertThat(files(library().refresh(Progress.SILENT)))
                .isEqualTo("2 files: 0 added, 0 changed, 2 unchanged, 0 removed, 0 unreadable");
        assertThat(store.revision()).isEqualTo(revision);

        Files.writeString(
                notes.resolve("models.md"), MARKDOWN + "\n## What is smoothing?\n\nA share for the unseen.\n");
        Files.delete(notes.resolve("attention.rst"));
        LoadSummary later = library().refresh(Progress.SILENT);
        assertThat(files(later)).isEqualTo("1 files: 0 added, 1 changed, 0 unchanged, 1 removed, 0 unreadable");
        assertThat(later.questions()).isEqualTo(2);
    }

    @Test
    void whatWasWrittenByHandOutlivesReloadsAndRestarts() throws IOException {
        Path notes = notes();
        Path data = folder.resolve("data");
        String own = "http://example.org/mine";
        Graph content = RDFParser.fromString("<urn:x:a> <urn:x:b> \"手写\"@zh .", Lang.TURTLE)
                .toGraph();
        String hash;
        try (KnowledgeStore disk = KnowledgeStore.open(data)) {
            new NoteLibrary(disk, Iris.DEFAULT, Optional.of(data)).load(List.of(notes), Progress.SILENT);
            disk.write(writer -> writer.put(own, content));
            hash = disk.read(reader -> reader.catalogue().get(own));
            Files.writeString(notes.resolve("models.md"), MARKDOWN + "\n## What is smoothing?\n");
            Files.delete(notes.resolve("attention.rst"));
            new NoteLibrary(disk, Iris.DEFAULT, Optional.of(data)).refresh(Progress.SILENT);
            assertThat(written(disk, own)).isTrue();
        }
        try (KnowledgeStore disk = KnowledgeStore.open(data)) {
            new NoteLibrary(disk, Iris.DEFAULT, Optional.of(data)).refresh(Progress.SILENT);
            assertThat(written(disk, own)).isTrue();
            assertThat(disk.<String>read(reader -> reader.catalogue().get(own)))
                    .isEqualTo(hash)
                    .isNotNull();
        }
    }

    /** Says whether a graph has the words that were written by hand, by its name and in the default graph. */
    private static boolean written(KnowledgeStore store, String graph) {
        Query query = QueryFactory.create(
                "ASK { <urn:x:a> <urn:x:b> '手写'@zh . GRAPH <" + graph + "> { <urn:x:a> <urn:x:b> '手写'@zh } }");
        return store.read(reader -> {
            try (QueryExec execution = reader.query(query).build()) {
                return execution.ask();
            }
        });
    }

    @Test
    void findingsOfUnchangedNotesAreNotForgotten() throws IOException {
        Path notes = notes();
        Files.writeString(notes.resolve("odd.rst"), "标题\n====\n\n1. BERT 如何做掩码？\n\n2. 为什么？\n");
        List<Finding> first = library().load(List.of(notes), Progress.SILENT).findings();
        assertThat(first).isNotEmpty();
        assertThat(library().refresh(Progress.SILENT).findings()).isEqualTo(first);
    }

    @Test
    void aBadNoteIsReportedAndTheRestLoads() throws IOException {
        Path notes = notes();
        Files.write(notes.resolve("bad.md"), "自注意力".getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(notes.resolve("empty.md"), "");
        Path missing = folder.resolve("missing.rst");
        LoadSummary summary = library().load(List.of(notes, missing), Progress.SILENT);
        assertThat(summary.files().added()).isGreaterThanOrEqualTo(2);
        assertThat(summary.files().unreadable()).isGreaterThanOrEqualTo(2);
        assertThat(summary.findings())
                .filteredOn(finding -> finding.severity() == Finding.Severity.ERROR)
                .extracting(Finding::path)
                .contains("bad.md", missing.toString());
    }

    @Test
    void notesOfAFolderThatCannotBeReachedStay() throws IOException {
        Path notes = notes();
        library().load(List.of(notes), Progress.SILENT);
        Files.move(notes, folder.resolve("elsewhere"));
        LoadSummary summary = library().refresh(Progress.SILENT);
        assertThat(summary.files().removed()).isZero();
        assertThat(summary.questions()).isEqualTo(2);
        assertThat(summary.hasFinding(Finding.Severity.ERROR)).isTrue();
    }

    @Test
    void twoFoldersWithTheSameNamesKeepApart() throws IOException {
        Path notes = notes();
        Path others = Files.createDirectories(folder.resolve("others"));
        Files.writeString(others.resolve("models.md"), "# Other\n\n## Why?\n\nBecause.\n");
        library().load(List.of(notes), Progress.SILENT);
        library().load(List.of(others), Progress.SILENT);
        assertThat(graphs()).contains(Iris.DEFAULT.noteGraph("models.md"), Iris.DEFAULT.noteGraph("others/models.md"));
        assertThat(library().refresh(Progress.SILENT).isChange()).isFalse();
    }

    @Test
    void withoutNotesOfOnesOwnThereAreTheBundledOnes() throws IOException {
        LoadSummary bundled = library().refresh(Progress.SILENT);
        assertThat(bundled.files().added()).isGreaterThan(5);
        assertThat(library().roots()).isEmpty();
        library().load(List.of(notes()), Progress.SILENT);
        assertThat(graphs()).filteredOn(graph -> graph.contains("/note/")).hasSize(2);
    }

    @Test
    void noPlaceOnTheDiskReachesTheGraph() throws IOException {
        library().load(List.of(notes()), Progress.SILENT);
        assertThat(graphs().toString()).doesNotContain(folder.toString());
    }

    @Test
    void aDryRunStoresNothing() throws IOException {
        LoadSummary summary = NoteLibrary.check(List.of(notes()), Iris.DEFAULT, Progress.SILENT);
        assertThat(summary.dryRun()).isTrue();
        assertThat(summary.questions()).isEqualTo(2);
        assertThat(graphs()).isEmpty();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void aDryRunFindsWhatALoadDoes() throws IOException {
        Path notes = notes();
        Files.writeString(notes.resolve("again.md"), MARKDOWN + "\n## 还有什么？\n");
        LoadSummary dry = NoteLibrary.check(List.of(notes), Iris.DEFAULT, Progress.SILENT);
        LoadSummary real = library().load(List.of(notes), Progress.SILENT);
        assertThat(dry).isEqualTo(real.asDryRun());
    }

    @Test
    void theStoreOfADryRunIsThrownAway() throws IOException {
        ScratchFolder scratch = ScratchFolder.make();
        try (KnowledgeStore thrownAway = KnowledgeStore.open(scratch.path(), Iris.DEFAULT)) {
            new NoteLibrary(thrownAway, Iris.DEFAULT, Optional.empty()).load(List.of(notes()), Progress.SILENT);
        }
        assertThat(scratch.path()).isNotEmptyDirectory();
        scratch.close();
        assertThat(scratch.path()).doesNotExist();
    }

    @Test
    void aLoadThatFailsChangesNothing() throws IOException {
        library().load(List.of(notes()), Progress.SILENT);
        String revision = store.revision();
        Files.writeString(folder.resolve("notes/models.md"), "# Changed\n");
        NoteLibrary failing =
                new NoteLibrary(new FakeFullStore(store), Iris.DEFAULT, Optional.of(folder.resolve("data")));
        assertThatThrownBy(() -> failing.refresh(Progress.SILENT)).hasMessage("disk full");
        assertThat(store.revision()).isEqualTo(revision);
        assertThat(library().refresh(Progress.SILENT).files().changed()).isEqualTo(1);
    }

    @Test
    void aLoadThatFailsHalfWayIsNotRemembered() throws IOException {
        NoteLibrary failing =
                new NoteLibrary(new FakeFullStore(store, 2), Iris.DEFAULT, Optional.of(folder.resolve("data")));
        assertThatThrownBy(() -> failing.load(List.of(notes()), Progress.SILENT))
                .hasMessage("disk full");
        assertThat(graphs()).isEmpty();
        assertThat(library().roots()).isEmpty();
        assertThat(library().unfinished()).isEmpty();
    }

    @Test
    void aLoadThatIsCutOffWhileItEndsIsKnownAndReadAgain() throws IOException {
        Path notes = notes();
        NoteLibrary failing =
                new NoteLibrary(new FakeFullStore(store), Iris.DEFAULT, Optional.of(folder.resolve("data")));
        assertThatThrownBy(() -> failing.load(List.of(notes), Progress.SILENT)).hasMessage("disk full");
        assertThat(library().unfinished()).containsExactly(notes);
        assertThat(library().refresh(Progress.SILENT).files().added()).isEqualTo(2);
        assertThat(library().unfinished()).isEmpty();
    }

    @Test
    void questionsKeepTheirIdentityWhenTheyAreReworded() throws IOException {
        Path notes = notes();
        library().load(List.of(notes), Progress.SILENT);
        String before = question("自注意力为什么要缩放");
        Files.writeString(notes.resolve("attention.rst"), RST.replace("为什么要缩放？", "为什么要做缩放？"));
        library().refresh(Progress.SILENT);
        assertThat(question("自注意力为什么要做缩放")).isEqualTo(before);
    }

    private String question(String start) {
        return store.read(reader -> {
            try (QueryExec execution =
                    reader.query(QueryFactory.create("""
                        PREFIX schema: <https://schema.org/>
                        SELECT ?question { ?question a schema:Question ; schema:text ?text
                            FILTER STRSTARTS(?text, "%s") }\
                        """.formatted(start))).build()) {
                return execution.select().next().get("question").getURI();
            }
        });
    }

    @Test
    void progressIsToldToTheEnd() throws IOException {
        StringBuilder told = new StringBuilder();
        library()
                .load(
                        List.of(notes()),
                        (done, total) ->
                                told.append(done).append('/').append(total).append(' '));
        assertThat(told).hasToString("1/2 2/2 ");
    }

    @Test
    void noFileCountsAsDoneBeforeAllIsStored() throws IOException {
        StringBuilder told = new StringBuilder();
        NoteLibrary failing = new NoteLibrary(new FakeFullStore(store), Iris.DEFAULT, Optional.empty());
        assertThatThrownBy(() -> failing.load(
                        List.of(notes()),
                        (done, total) ->
                                told.append(done).append('/').append(total).append(' ')))
                .hasMessage("disk full");
        assertThat(told).hasToString("1/2 ");
    }

    /**
     * A store whose disk becomes full.
     *
     * @param graphs how many graphs can be written; the disk is full at the end of the transaction at the latest
     */
    private record FakeFullStore(KnowledgeStore store, int graphs) implements KnowledgeStore {
        FakeFullStore(KnowledgeStore store) {
            this(store, Integer.MAX_VALUE);
        }

        @Override
        public <T> T read(Function<StoreReader, T> work) {
            return store.read(work);
        }

        @Override
        public void write(Consumer<StoreWriter> work) {
            store.write(writer -> {
                work.accept(new FakeFullWriter(writer, new AtomicInteger(graphs)));
                throw new IllegalStateException("disk full");
            });
        }

        @Override
        public String revision() {
            return store.revision();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    private record FakeFullWriter(StoreWriter writer, AtomicInteger left) implements StoreWriter {
        @Override
        public void replace(String graph, Graph statements, Graph evidence, String contentHash) {
            if (left.getAndDecrement() == 0) {
                throw new IllegalStateException("disk full");
            }
            writer.replace(graph, statements, evidence, contentHash);
        }

        @Override
        public void remove(String graph) {
            writer.remove(graph);
        }

        @Override
        public void put(String graph, Graph content) {
            writer.put(graph, content);
        }

        @Override
        public UpdateExecBuilder update(UpdateRequest update) {
            return writer.update(update);
        }

        @Override
        public QueryExecBuilder query(Query query) {
            return writer.query(query);
        }

        @Override
        public SortedMap<String, String> catalogue() {
            return writer.catalogue();
        }
    }
}
