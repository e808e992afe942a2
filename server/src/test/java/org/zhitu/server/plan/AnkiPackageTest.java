package org.zhitu.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteConnection;
import org.zhitu.graph.study.PlanRequest;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Decks, unpacked and asked in SQL. */
class AnkiPackageTest {
    private static final long LATEST = 4_102_444_800_000L; // 2100-01-01 in milliseconds

    private static byte[] pack(Language language) {
        return new PlanWriter(Plans.KNOWLEDGE, Iris.DEFAULT).bytes(Plans.bert(language), PlanFormat.APKG);
    }

    private static Map<String, byte[]> unzip(byte[] file) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static List<String> rows(byte[] file, String query) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            connection
                    .unwrap(SQLiteConnection.class)
                    .deserialize("main", unzip(file).getOrDefault("collection.anki2", new byte[0]));
            try (Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery(query)) {
                List<String> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(found.getString(1));
                }
                return rows;
            }
        }
    }

    @Test
    void aDeckHoldsTheCardsOfTheTextFileUnderTheSameNames() throws Exception {
        byte[] deck = pack(Language.ZH);
        assertThat(unzip(deck)).containsOnlyKeys("collection.anki2", "media");
        assertThat(rows(deck, "PRAGMA integrity_check")).containsExactly("ok");
        List<String> text = Plans.write(Plans.bert(Language.ZH), PlanFormat.ANKI)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf('\t')))
                .toList();
        assertThat(rows(
                        deck,
                        "SELECT guid || char(9) || replace(flds, char(31), char(9)) FROM notes JOIN cards ON nid ="
                                + " notes.id ORDER BY due"))
                .containsExactlyElementsOf(text);
        assertThat(rows(deck, "SELECT tags FROM notes ORDER BY guid"))
                .containsExactly(" zhitu::self-attention ", " zhitu::bert zhitu::no-answer ");
        assertThat(rows(deck, "SELECT sfld FROM notes ORDER BY guid"))
                .containsExactly("1. 自注意力为什么要除以根号 d？", "How does BERT mask?");
    }

    @Test
    void theCollectionIsOneThatAnkiReads() throws Exception {
        byte[] deck = pack(Language.ZH);
        assertThat(rows(deck, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"))
                .containsExactly("cards", "col", "graves", "notes", "revlog");
        assertThat(rows(deck, "SELECT ver FROM col")).containsExactly("11");
        JsonMapper json = JsonMapper.shared();
        JsonNode decks = json.readTree(rows(deck, "SELECT decks FROM col").getFirst());
        String id = rows(deck, "SELECT DISTINCT did FROM cards").getFirst();
        assertThat(decks.path(id).path("name").asString()).isEqualTo("Zhitu::通向BERT 模型的学习路线");
        assertThat(decks.path("1").path("name").asString()).isEqualTo("Default");
        JsonNode kind = json.readTree(rows(deck, "SELECT models FROM col").getFirst())
                .path(rows(deck, "SELECT DISTINCT mid FROM notes").getFirst());
        assertThat(kind.path("flds")
                        .valueStream()
                        .map(field -> field.path("name").asString()))
                .containsExactly("Front", "Back");
        assertThat(kind.path("tmpls").path(0).path("afmt").asString()).contains("{{FrontSide}}", "{{Back}}");
        assertThat(rows(deck, "SELECT id FROM notes UNION SELECT did FROM cards"))
                .allSatisfy(number -> assertThat(Long.parseLong(number)).isBetween(1_767_240_000_000L, LATEST));
        // printf 'How does BERT mask?' | sha1sum: the first eight digits
        assertThat(rows(deck, "SELECT printf('%08x', csum) FROM notes WHERE guid = 'zhitu-bb22'"))
                .containsExactly("c21a0633");
    }

    @Test
    void equalPlansAreEqualBytesAndOneWithoutQuestionsIsADeckToo() throws Exception {
        assertThat(pack(Language.EN)).isEqualTo(pack(Language.EN));
        Plan empty = Plan.of(
                Plans.KNOWLEDGE,
                PlanRequest.to(List.of("softmax"), Language.ZH).knowing(List.of("softmax")),
                Optional.empty());
        byte[] deck = new PlanWriter(Plans.KNOWLEDGE, Iris.DEFAULT).bytes(empty, PlanFormat.APKG);
        assertThat(rows(deck, "SELECT count(*) FROM notes")).containsExactly("0");
    }
}
