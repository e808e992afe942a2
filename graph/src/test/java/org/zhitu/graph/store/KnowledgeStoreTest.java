package org.zhitu.graph.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhitu.graph.SmallWorld;
import org.zhitu.graph.SmallWorld.Content;

/** What every store promises, whatever keeps its data. */
@ParameterizedClass
@EnumSource
class KnowledgeStoreTest {
    private static final String ONE = SmallWorld.IRIS.noteGraph("笔记/一.rst");
    private static final String OTHER = SmallWorld.IRIS.noteGraph("other.md");

    private static final Content FIRST = content("<x:bert> <x:label> \"双向编码器\"@zh . <x:shared> <x:p> 1 .");
    private static final Content SECOND = content("<x:shared> <x:p> 1 . <x:gpt> <x:label> \"GPT\"@en .");

    /** The ways to keep a store; each makes a new, empty one. */
    enum Kind {
        MEMORY {
            @Override
            KnowledgeStore open(Path folder) {
                return KnowledgeStore.inMemory();
            }
        },
        FOLDER {
            @Override
            KnowledgeStore open(Path folder) {
                return KnowledgeStore.open(folder);
            }
        };

        abstract KnowledgeStore open(Path folder);
    }

    private final KnowledgeStore store;

    KnowledgeStoreTest(Kind kind, @TempDir Path folder) {
        store = kind.open(folder);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void anEmptyStoreHasARevisionAndNoGraphs() {
        assertThat(store.revision()).matches("[0-9a-f]{16}");
        assertThat(store.read(StoreReader::catalogue)).isEmpty();
    }

    @Test
    void theDefaultGraphIsTheUnionOfPlainGraphs() {
        replace(ONE, FIRST, "1");
        replace(OTHER, SECOND, "1");
        assertThat(defaultGraph())
                .containsExactly(
                        "<x:bert> <x:label> \"双向编码器\"@zh", "<x:gpt> <x:label> \"GPT\"@en", "<x:shared> <x:p> 1");
    }

    @Test
    void aStatementOfTwoNotesStaysUntilTheLastOfThemLosesIt() {
        replace(ONE, FIRST, "1");
        replace(OTHER, SECOND, "1");
        store.write(writer -> writer.remove(ONE));
        assertThat(defaultGraph()).containsExactly("<x:gpt> <x:label> \"GPT\"@en", "<x:shared> <x:p> 1");
        replace(OTHER, content("<x:gpt> <x:label> \"GPT\"@en ."), "2");
        assertThat(defaultGraph()).containsExactly("<x:gpt> <x:label> \"GPT\"@en");
    }

    @Test
    void twoNotesOfOneRunMayGainAndLoseTheSameStatement() {
        replace(ONE, FIRST, "1");
        store.write(writer -> {
            writer.remove(ONE);
            writer.replace(OTHER, SECOND.statements(), SECOND.evidence(), "1");
            writer.replace(ONE, FIRST.statements(), FIRST.evidence(), "1");
            writer.remove(OTHER);
        });
        assertThat(defaultGraph()).containsExactly("<x:bert> <x:label> \"双向编码器\"@zh", "<x:shared> <x:p> 1");
    }

    @Test
    void replacingAGraphLeavesNothingOfTheOldOne() {
        replace(ONE, FIRST, "1");
        replace(ONE, SECOND, "2");
        assertThat(select("SELECT ?s ?p ?o { GRAPH <%s> { ?s ?p ?o } } ORDER BY ?s".formatted(ONE)))
                .containsExactly("<x:gpt> <x:label> \"GPT\"@en", "<x:shared> <x:p> 1");
        assertThat(defaultGraph()).containsExactly("<x:gpt> <x:label> \"GPT\"@en", "<x:shared> <x:p> 1");
        assertThat(store.read(StoreReader::catalogue)).containsExactly(Map.entry(ONE, "2"));
    }

    @Test
    void evidenceIsKeptApartAndFoundByTheStatementItIsFor() {
        Content noted = content("""
                PREFIX zt: <https://w3id.org/zhitu/ontology#>
                <x:bert> zt:prerequisite <x:attention> {| zt:line 7 ; zt:quote "先学注意力" |} .
                """);
        replace(ONE, noted, "1");
        assertThat(defaultGraph())
                .containsExactly("<x:bert> <https://w3id.org/zhitu/ontology#prerequisite> <x:attention>");
        assertThat(select("""
                PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
                PREFIX zt: <https://w3id.org/zhitu/ontology#>
                SELECT ?line ?quote {
                  GRAPH ?g { ?e rdf:reifies <<( <x:bert> zt:prerequisite <x:attention> )>> ; zt:line ?line ; zt:quote ?quote }
                }
                """)).containsExactly("7 \"先学注意力\"");
        replace(ONE, content("<x:a> <x:b> <x:c> ."), "2");
        assertThat(select("SELECT ?e { GRAPH ?g { ?e <http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies> ?t } }"))
                .isEmpty();
    }

    @Test
    void aWriteThatFailsLeavesEverythingAsItWas() {
        replace(ONE, FIRST, "1");
        String revision = store.revision();
        List<String> before = everything();
        assertThatThrownBy(() -> store.write(writer -> {
                    writer.replace(ONE, SECOND.statements(), SECOND.evidence(), "2");
                    writer.remove(OTHER);
                    throw new IllegalStateException("笔记坏了");
                }))
                .hasMessage("笔记坏了");
        assertThat(everything()).isEqualTo(before);
        assertThat(store.revision()).isEqualTo(revision);
        replace(OTHER, SECOND, "1");
        assertThat(store.read(StoreReader::catalogue)).containsOnlyKeys(ONE, OTHER);
    }

    @Test
    void aWriterReadsItsOwnWrites() {
        store.write(writer -> {
            writer.replace(ONE, FIRST.statements(), FIRST.evidence(), "1");
            assertThat(writer.catalogue()).containsOnlyKeys(ONE);
            try (QueryExec exec =
                    writer.query(QueryFactory.create("ASK { <x:bert> ?p ?o }")).build()) {
                assertThat(exec.ask()).isTrue();
            }
        });
    }

    @Test
    void equalContentHasAnEqualRevisionHoweverItCameAbout() {
        String empty = store.revision();
        replace(ONE, FIRST, "1");
        String one = store.revision();
        replace(OTHER, SECOND, "7");
        String both = store.revision();
        assertThat(List.of(empty, one, both)).doesNotHaveDuplicates();
        store.write(writer -> writer.remove(OTHER));
        assertThat(store.revision()).isEqualTo(one);
        assertThat(store.read(StoreReader::revision)).isEqualTo(one);
        try (KnowledgeStore another = KnowledgeStore.inMemory()) {
            another.write(writer -> {
                writer.replace(OTHER, SECOND.statements(), SECOND.evidence(), "7");
                writer.replace(ONE, FIRST.statements(), FIRST.evidence(), "1");
            });
            assertThat(another.revision()).isEqualTo(both);
        }
    }

    @Test
    void contentThatTheStoreCannotKeepIsRefusedAsAWhole() {
        assertThatThrownBy(() -> replace(ONE, content("<x:a> <x:b> [] ."), "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(ONE);
        assertThatThrownBy(() -> replace(ONE, content("<x:a> <x:b> <<( <x:a> <x:b> <x:c> )>> ."), "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> replace(ONE + "/evidence", FIRST, "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> replace(SmallWorld.IRIS.catalogueGraph(), FIRST, "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(everything()).isEmpty();
    }

    @Test
    void readersSeeOneStateWhileAWriterWorks() throws Exception {
        replace(ONE, numbered(0), "0");
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        CountDownLatch started = new CountDownLatch(3);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> readers = new ArrayList<>();
            Callable<Boolean> reader = () -> {
                boolean whole = true;
                started.countDown();
                while (!done.get()) {
                    whole &= store.read(state -> distinctNumbers(state).size() == 1);
                    reads.incrementAndGet();
                }
                return whole;
            };
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(reader));
            }
            started.await();
            for (int i = 1; i <= 20; i++) {
                replace(ONE, numbered(i), Integer.toString(i));
            }
            done.set(true);
            for (Future<Boolean> one : readers) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(reads.get()).isPositive();
        assertThat(store.read(KnowledgeStoreTest::distinctNumbers)).containsExactly("20");
    }

    @Test
    void aClosedStoreSaysSo() {
        store.close();
        store.close();
        assertThatThrownBy(() -> store.read(StoreReader::catalogue)).hasMessage("the store is closed");
    }

    private static List<String> distinctNumbers(StoreReader state) {
        List<String> numbers = new ArrayList<>();
        try (QueryExec exec = state.query(QueryFactory.create("SELECT DISTINCT ?n { ?s <x:n> ?n }"))
                .build()) {
            exec.select().forEachRemaining(row -> numbers.add(row.get("n").getLiteralLexicalForm()));
        }
        return numbers;
    }

    /** Fifty statements that all carry the same number. */
    private static Content numbered(int number) {
        StringBuilder turtle = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            turtle.append("<x:s%d> <x:n> %d .\n".formatted(i, number));
        }
        return content(turtle.toString());
    }

    private static Content content(String turtle) {
        return SmallWorld.parse(turtle);
    }

    private void replace(String graph, Content content, String hash) {
        store.write(writer -> writer.replace(graph, content.statements(), content.evidence(), hash));
    }

    private List<String> defaultGraph() {
        return select("SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o");
    }

    private List<String> everything() {
        List<String> all = new ArrayList<>(defaultGraph());
        all.addAll(select("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o"));
        return all;
    }

    private List<String> select(String query) {
        return store.read(reader -> {
            List<String> rows = new ArrayList<>();
            try (QueryExec exec = reader.query(QueryFactory.create(query)).build()) {
                var found = exec.select();
                var variables = found.getResultVars();
                found.forEachRemaining(row -> rows.add(String.join(
                        " ",
                        variables.stream()
                                .map(variable -> NodeFmtLib.strTTL(row.get(variable)))
                                .toList())));
            }
            return rows;
        });
    }

    @Test
    void anEmptyGraphIsStillInTheCatalogue() {
        store.write(writer ->
                writer.replace(ONE, GraphFactory.createDefaultGraph(), GraphFactory.createDefaultGraph(), "empty"));
        assertThat(store.read(StoreReader::catalogue)).containsOnlyKeys(ONE);
    }
}
