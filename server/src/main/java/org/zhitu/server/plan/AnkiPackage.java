package org.zhitu.server.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sqlite.SQLiteConnection;
import org.zhitu.server.json.Json;

/**
 * Cards as a deck that Anki opens with a double click: a zip file with a collection of schema 11 in SQLite, the one that every
 * version since 2.0 reads, and no media.
 *
 * <p>A note is named by the GUID that the text file has, and numbered by a digest of it; all times are the same instant. So
 * equal cards give equal bytes, and importing again finds its notes.
 *
 * @see <a href="https://docs.ankiweb.net/importing/packaged-decks.html">Anki manual, packaged decks</a>
 * @see <a href="https://github.com/ankitects/anki/blob/main/rslib/src/storage/schema11.sql">The tables of schema 11</a>
 */
final class AnkiPackage {
    /** When everything was made, in seconds: 2026-01-01 04:00 UTC, the hour at which Anki's days begin. */
    private static final long MADE = 1_767_240_000L;

    private static final long MILLIS = 1000;

    /** The kind of note; a constant, so that all decks of Zhitu share it. */
    private static final long KIND = 1_767_240_000_001L;

    /** Numbers are times in milliseconds to Anki; so many bits reach some 35 years beyond. */
    private static final long SPAN = (1L << 40) - 1;

    private static final int SCHEMA = 11;
    private static final String SEPARATOR = "\u001f";
    private static final LocalDateTime ZIPPED = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
              ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
              models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL)\
            """,
            """
            CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
              usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
              flags integer NOT NULL, data text NOT NULL)\
            """,
            """
            CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
              mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
              due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
              lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL, odid integer NOT NULL,
              flags integer NOT NULL, data text NOT NULL)\
            """,
            """
            CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
              ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL,
              type integer NOT NULL)\
            """,
            "CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL)",
            "CREATE INDEX ix_notes_usn ON notes (usn)",
            "CREATE INDEX ix_cards_usn ON cards (usn)",
            "CREATE INDEX ix_revlog_usn ON revlog (usn)",
            "CREATE INDEX ix_cards_nid ON cards (nid)",
            "CREATE INDEX ix_cards_sched ON cards (did, queue, due)",
            "CREATE INDEX ix_revlog_cid ON revlog (cid)",
            "CREATE INDEX ix_notes_csum ON notes (csum)");

    private static final String STYLE = """
            .card { font: 20px sans-serif; text-align: left; max-width: 40em; margin: auto; }
            pre { overflow-x: auto; }
            small { color: gray; }
            """;

    private AnkiPackage() {}

    /** Returns a package with one deck, its cards new and in the order given. */
    static byte[] of(String deck, List<PlanCards.Card> cards) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            entry(zip, "collection.anki2", collection(deck, cards));
            entry(zip, "media", "{}".getBytes(StandardCharsets.UTF_8));
            zip.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ZIPPED);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] collection(String deck, List<PlanCards.Card> cards) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            try (Statement statement = connection.createStatement()) {
                for (String table : TABLES) {
                    statement.executeUpdate(table);
                }
            }
            connection.setAutoCommit(false);
            long deckId = numbered(deck, new HashSet<>(List.of(1L)));
            insert(connection, "col", List.of(row(deckId, deck)));
            List<List<Object>> notes = new ArrayList<>();
            List<List<Object>> questions = new ArrayList<>();
            Set<Long> taken = new HashSet<>();
            for (PlanCards.Card card : cards) {
                long id = numbered(card.guid(), taken);
                notes.add(note(id, card));
                questions.add(question(id, deckId, questions.size() + 1));
            }
            insert(connection, "notes", notes);
            insert(connection, "cards", questions);
            connection.commit();
            return connection.unwrap(SQLiteConnection.class).serialize("main");
        } catch (SQLException e) {
            throw new IllegalStateException("SQLite in memory", e);
        }
    }

    private static void insert(Connection connection, String table, List<List<Object>> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        String holes = String.join(",", Collections.nCopies(rows.getFirst().size(), "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + holes + ")")) {
            for (List<Object> row : rows) {
                for (int column = 0; column < row.size(); column++) {
                    insert.setObject(column + 1, row.get(column));
                }
                insert.executeUpdate();
            }
        }
    }

    private static List<Object> note(long id, PlanCards.Card card) {
        return List.of(
                id,
                card.guid(),
                KIND,
                MADE,
                -1,
                " " + card.tags() + " ",
                card.front() + SEPARATOR + card.back(),
                card.question(),
                checksum(card.question()),
                0,
                "");
    }

    /** A new card; its place among the new ones is where it stands in learning order. */
    private static List<Object> question(long id, long deck, int place) {
        return List.of(id, id, deck, 0, MADE, -1, 0, 0, place, 0, 0, 0, 0, 0, 0, 0, 0, "");
    }

    private static List<Object> row(long deckId, String deck) {
        Map<String, Object> configuration =
                ordered("nextPos", 1, "estTimes", true, "activeDecks", List.of(1), "sortType", "noteFld", "timeLim", 0);
        configuration.putAll(ordered("sortBackwards", false, "addToCur", true, "curDeck", 1, "newBury", true));
        configuration.putAll(ordered("newSpread", 0, "dueCounts", true, "curModel", KIND, "collapseTime", 1200));
        return List.of(
                1,
                MADE,
                MADE * MILLIS,
                MADE * MILLIS,
                SCHEMA,
                0,
                0,
                0,
                Json.compact(configuration),
                Json.compact(ordered(String.valueOf(KIND), kind(deckId))),
                Json.compact(ordered("1", deck(1, "Default"), String.valueOf(deckId), deck(deckId, deck))),
                Json.compact(ordered("1", options())),
                "{}");
    }

    private static Map<String, Object> kind(long deckId) {
        Map<String, Object> template = ordered(
                "name", "Card 1", "ord", 0, "qfmt", "{{Front}}", "afmt", "{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}");
        template.putAll(ordered("bqfmt", "", "bafmt", "", "bfont", "", "bsize", 0));
        Map<String, Object> kind =
                ordered("id", KIND, "name", "Zhitu", "type", 0, "mod", MADE, "usn", -1, "sortf", 0, "did", deckId);
        kind.putAll(ordered("tmpls", List.of(template), "flds", List.of(field("Front", 0), field("Back", 1))));
        kind.putAll(ordered("css", STYLE, "latexPre", "", "latexPost", "", "latexsvg", false));
        kind.putAll(ordered("req", List.of(List.of(0, "any", List.of(0))), "tags", List.of(), "vers", List.of()));
        return kind;
    }

    private static Map<String, Object> field(String name, int place) {
        return ordered(
                "name", name, "ord", place, "sticky", false, "rtl", false, "font", "Arial", "size", 20, "media",
                List.of());
    }

    private static Map<String, Object> deck(long id, String name) {
        List<Integer> none = List.of(0, 0);
        Map<String, Object> deck = ordered(
                "id", id, "name", name, "mod", MADE, "usn", -1, "desc", "", "dyn", 0, "conf", 1, "collapsed", false);
        deck.putAll(ordered("newToday", none, "revToday", none, "lrnToday", none, "timeToday", none));
        deck.putAll(ordered("extendNew", 0, "extendRev", 0));
        return deck;
    }

    private static Map<String, Object> options() {
        Map<String, Object> fresh = ordered(
                "bury", false, "delays", List.of(1, 10), "initialFactor", 2500, "ints", List.of(1, 4, 7), "order", 1);
        fresh.putAll(ordered("perDay", 20));
        Map<String, Object> lapse =
                ordered("delays", List.of(10), "leechAction", 0, "leechFails", 8, "minInt", 1, "mult", 0);
        Map<String, Object> review =
                ordered("bury", false, "ease4", 1.3, "ivlFct", 1, "maxIvl", 36500, "perDay", 200, "hardFactor", 1.2);
        Map<String, Object> options =
                ordered("id", 1, "name", "Default", "mod", 0, "usn", 0, "dyn", false, "autoplay", true, "maxTaken", 60);
        options.putAll(ordered("replayq", true, "timer", 0, "new", fresh, "lapse", lapse, "rev", review));
        return options;
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put(String.valueOf(pairs[at]), pairs[at + 1]);
        }
        return map;
    }

    /** Returns a number that is not taken yet, made of a name. */
    private static long numbered(String name, Set<Long> taken) {
        long number = MADE * MILLIS + (ByteBuffer.wrap(sha1(name)).getLong() & SPAN);
        while (!taken.add(number)) {
            number++;
        }
        return number;
    }

    /** What Anki finds duplicates by: the first eight hexadecimal digits of the digest of the bare first field. */
    private static long checksum(String text) {
        return Integer.toUnsignedLong(ByteBuffer.wrap(sha1(text)).getInt());
    }

    private static byte[] sha1(String text) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
