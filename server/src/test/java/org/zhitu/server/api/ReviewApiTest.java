package org.zhitu.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.encode;
import static org.zhitu.server.TestServer.header;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.TestServer;
import org.zhitu.server.json.Json;
import org.zhitu.server.load.NoteLibrary;
import org.zhitu.server.load.Progress;
import tools.jackson.databind.JsonNode;

/** The cards that the browser schedules. */
class ReviewApiTest {
    @TempDir
    private Path folder;

    private static JsonNode review(TestServer server, String query) {
        HttpResponse<String> response = server.get("/api/review" + query);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Json.mapper().readTree(response.body());
    }

    private static List<String> ids(JsonNode deck) {
        return deck.path("cards")
                .valueStream()
                .map(card -> card.path("id").asString())
                .toList();
    }

    @Test
    void cardsComeWithWhatTheRulesNeedOfTheGraph() {
        try (TestServer server = TestServer.start()) {
            JsonNode deck = review(server, "?lang=zh");
            assertThat(deck.path("total").asInt()).isEqualTo(2);
            assertThat(deck.path("rules").toString()).isEqualTo("{\"decay\":0.5,\"depth\":3,\"weak\":0.9}");
            assertThat(deck.path("cards").path(0).toString())
                    .isEqualTo("{\"id\":\"aa11\",\"text\":\"1. 自注意力为什么要除以根号 d？\",\"answered\":true,"
                            + "\"note\":\"small.rst\",\"line\":7,\"about\":[\"self-attention\"]}");
            assertThat(deck.path("concepts")
                            .valueStream()
                            .map(one -> one.path("concept").path("label").asString()
                                    + " "
                                    + one.path("waitsFor")
                                    + one.path("below").size()))
                    .contains(
                            "归一化指数函数 []0",
                            "自注意力 [\"softmax\"]1",
                            "Transformer 模型 [\"self-attention\"]0",
                            "BERT 模型 [\"transformer\"]3");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "?topic=bert, bb22",
        "?topic=foundations, aa11 bb22",
        "?topic=softmax, ''",
        "?goal=transformer, aa11",
        "?goal=BERT, aa11 bb22",
        "?note=small.rst, aa11 bb22",
        "?note=other.rst, ''",
        "?goal=transformer&topic=bert, ''"
    })
    void aFilterTakesSomeOfThem(String query, String expected) {
        try (TestServer server = TestServer.start()) {
            assertThat(String.join(" ", ids(review(server, query)))).isEqualTo(expected);
        }
    }

    @Test
    void anAnswerIsKeptUntilTheStoreChangesAndAWrongNameIsAProblem() {
        try (TestServer server = TestServer.start()) {
            HttpResponse<String> first = server.get("/api/review");
            assertThat(server.get("/api/review", "If-None-Match", header(first, "ETag"))
                            .statusCode())
                    .isEqualTo(304);
            for (String parameter : List.of("topic", "goal")) {
                HttpResponse<String> wrong = server.get("/api/review?lang=zh&" + parameter + "=" + encode("没有这个概念"));
                assertThat(wrong.statusCode()).isEqualTo(404);
                assertThat(wrong.body()).contains("没有这个概念", "\"parameter\":\"" + parameter + "\"");
            }
            assertThat(server.post("/api/review", "application/json", "{}").statusCode())
                    .isEqualTo(405);
        }
    }

    /** What a learner's browser remembers of a card hangs on its id. */
    @Test
    void aQuestionThatIsRewordedInItsNoteStaysTheSameCard() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Path note = notes.resolve("注意力.md");
        String before = """
                # 注意力

                ## 1. 自注意力为什么要除以根号 d？

                点积的方差随维数增长。

                ## 2. BERT 如何做掩码？

                随机遮住一些词。
                """;
        Files.writeString(note, before);
        KnowledgeStore store = KnowledgeStore.inMemory();
        NoteLibrary library = new NoteLibrary(store, Iris.DEFAULT, Optional.empty());
        library.load(List.of(notes), Progress.SILENT);
        try (TestServer server = TestServer.start(store, library)) {
            List<String> ids = ids(review(server, ""));
            assertThat(ids).hasSize(2);
            Files.writeString(note, before.replace("## 1. 自注意力为什么要除以根号 d？", "## 7. 自注意力为什么需要除以根号 d 呢？"));
            library.load(List.of(notes), Progress.SILENT);
            JsonNode after = review(server, "");
            assertThat(ids(after)).containsExactlyElementsOf(ids);
            assertThat(after.path("cards").path(0).path("text").asString()).contains("需要", "呢");
        }
    }
}
