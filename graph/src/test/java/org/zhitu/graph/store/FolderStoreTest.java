package org.zhitu.graph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhitu.graph.SmallWorld;
import org.zhitu.graph.SmallWorld.Content;
import org.zhitu.ontology.Iris;

class FolderStoreTest {
    private static final String NOTE = SmallWorld.IRIS.noteGraph("笔记.rst");

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsThereAfterReopening() {
        Content content = SmallWorld.parse("<x:注意力> <x:line> 3 {| <x:quote> \"注意力机制\" |} .");
        String revision;
        try (KnowledgeStore store = KnowledgeStore.open(folder)) {
            store.write(writer -> writer.replace(NOTE, content.statements(), content.evidence(), "1"));
            revision = store.revision();
        }
        try (KnowledgeStore store = KnowledgeStore.open(folder)) {
            assertThat(store.revision()).isEqualTo(revision);
            assertThat(ask(store, "ASK { <x:注意力> <x:line> 3 }")).isTrue();
            assertThat(ask(store, "ASK { GRAPH ?g { ?e <x:quote> '注意力机制' ; ?reifies <<( <x:注意力> <x:line> 3 )>> } }"))
                    .isTrue();
        }
    }

    @Test
    void nothingJoinedWithSeveralTriplesIsNothing() {
        try (KnowledgeStore store = KnowledgeStore.open(folder)) {
            Content content = SmallWorld.parse("<x:a> <x:name> '甲' ; <x:kind> <x:k> .");
            store.write(writer -> writer.replace(NOTE, content.statements(), content.evidence(), "1"));
            assertThat(ask(store, "ASK { <x:a> <x:like> ?o FILTER (?o != <x:a>) ?o <x:name> ?n ; <x:kind> ?k }"))
                    .isFalse();
            assertThat(ask(store, "ASK { ?o <x:kind> <x:k> FILTER (?o != <x:b>) ?o <x:name> ?n ; <x:kind> ?k }"))
                    .isTrue();
        }
    }

    @Test
    void aFolderThatIsOpenInThisProcessIsNotOpenedTwice() {
        try (KnowledgeStore store = KnowledgeStore.open(folder)) {
            assertThat(store.revision()).isNotEmpty();
            assertThatThrownBy(() -> KnowledgeStore.open(folder))
                    .isInstanceOf(StoreInUseException.class)
                    .hasMessageContaining(folder.getFileName().toString());
        }
        KnowledgeStore.open(folder).close();
    }

    @Test
    void aFolderThatAnotherProcessHasOpenIsNotOpened() throws Exception {
        Process other = start("hold");
        try (BufferedReader said = reader(other)) {
            assertThat(said.readLine()).isEqualTo("open");
            assertThatThrownBy(() -> KnowledgeStore.open(folder))
                    .isInstanceOfSatisfying(
                            StoreInUseException.class,
                            e -> assertThat(e.folder())
                                    .hasFileName(folder.getFileName().toString()))
                    .hasMessageContaining(folder.getFileName().toString());
        } finally {
            other.destroyForcibly().waitFor();
        }
        KnowledgeStore.open(folder).close();
    }

    @Test
    void aProcessKilledInTheMiddleOfAWriteLeavesTheStoreAsItWas() throws Exception {
        Process other = start("write");
        try (BufferedReader said = reader(other)) {
            assertThat(said.readLine()).isEqualTo("written");
            assertThat(said.readLine()).isEqualTo("in the middle");
        } finally {
            other.destroyForcibly().waitFor();
        }
        try (KnowledgeStore store = KnowledgeStore.open(folder)) {
            assertThat(store.read(StoreReader::catalogue)).containsExactly(Map.entry(NOTE, "first"));
            assertThat(ask(store, "ASK { <x:first> ?p ?o }")).isTrue();
            assertThat(ask(store, "ASK { <x:s1> ?p ?o }")).isFalse();
            assertThat(ask(store, "ASK { GRAPH ?g { <x:s1> ?p ?o } }")).isFalse();
        }
    }

    @Test
    void aStoreFilledUnderAnotherBaseIsRefused() {
        try (KnowledgeStore store = KnowledgeStore.open(folder, new Iris("https://example.org/kb/"))) {
            Content content = SmallWorld.parse("<x:a> <x:b> <x:c> .");
            store.write(writer -> writer.replace(
                    "https://example.org/kb/graph/scheme", content.statements(), content.evidence(), "1"));
        }
        assertThatThrownBy(() -> KnowledgeStore.open(folder)).hasMessageContaining("another base");
        KnowledgeStore.open(folder, new Iris("https://example.org/kb/")).close();
    }

    private static boolean ask(KnowledgeStore store, String query) {
        return store.read(state -> {
            try (QueryExec exec = state.query(QueryFactory.create(query)).build()) {
                return exec.ask();
            }
        });
    }

    private Process start(String task) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.toString(),
                        task)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static BufferedReader reader(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
