package org.zhitu.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhitu.server.TestServer.header;
import static org.zhitu.server.TestServer.query;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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
import org.zhitu.server.load.NoteLibrary;

/** Who may read: rule P11, and what a server that holds somebody's notes owes its owner. */
class VisitorsTest {
    @ParameterizedTest(name = "{0}, listening on {1}, ZHITU_CORS={2}: {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        public  | 127.0.0.1 | ''                     | https://app.example     | true
        public  | 127.0.0.1 | none                   | https://app.example     | false
        private | 127.0.0.1 | ''                     | https://app.example     | false
        private | ::1       | ''                     | https://app.example     | false
        private | 127.0.0.1 | ''                     | null                    | false
        private | 127.0.0.1 | ''                     | http://localhost:3000   | true
        private | 127.0.0.1 | ''                     | http://127.0.0.1:3000   | true
        private | 127.0.0.1 | ''                     | http://[::1]:3000       | true
        private | 127.0.0.1 | ''                     | http://localhost.evil.example | false
        private | 127.0.0.1 | ''                     | http://127.0.0.1.evil.example | false
        private | 127.0.0.1 | *                      | https://app.example     | true
        private | 127.0.0.1 | none                   | http://localhost:3000   | false
        private | 127.0.0.1 | https://A.example, https://b.example/ | https://a.example | true
        private | 127.0.0.1 | https://a.example      | https://b.example       | false
        private | 127.0.0.1 | ''                     | https://笔记.example     | false
        private | 0.0.0.0   | ''                     | https://app.example     | true
        private | ''        | ''                     | https://app.example     | true
        private | 0.0.0.0   | none                   | https://app.example     | false
        """)
    void p11PagesOfOtherOriginsReadWhatIsPublic(
            String content, String address, String origins, String origin, boolean allowed) {
        Visitors visitors = new Visitors(address, origins, "", () -> content.equals("public"));
        assertThat(visitors.mayRead(origin)).isEqualTo(allowed);
    }

    @ParameterizedTest(name = "listening on {0}, ZHITU_HOSTS={1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        127.0.0.1 | ''            | localhost       | true
        127.0.0.1 | ''            | 127.0.0.1       | true
        127.0.0.1 | ''            | [::1]           | true
        127.0.0.1 | ''            | zhitu.localhost | true
        127.0.0.1 | ''            | evil.example    | false
        127.0.0.1 | ''            | 127.0.0.1.nip.example | false
        127.0.0.1 | notes.example | Notes.Example   | true
        127.0.0.1 | *             | evil.example    | true
        0.0.0.0   | ''            | notes.example   | true
        """)
    void aServerOfThisMachineAnswersToItsOwnNamesOnly(String address, String hosts, String name, boolean answers) {
        assertThat(new Visitors(address, "", hosts, () -> false).isCalled(name)).isEqualTo(answers);
    }

    @Test
    void p11NotesOfSomebodyAreForPagesOfThisMachine(@TempDir Path folder) throws IOException {
        Path note = Files.writeString(folder.resolve("笔记.md"), "# 注意力\n\n自注意力为什么要除以根号 d？\n");
        KnowledgeStore store = KnowledgeStore.inMemory();
        NoteLibrary library = new NoteLibrary(store, Iris.DEFAULT, Optional.of(folder.resolve("data")));
        library.load(List.of(note), (done, all) -> {});
        try (TestServer server = TestServer.start(store, library)) {
            String foreign = "https://app.example";
            HttpResponse<String> refused = server.get(query("ASK {}"), "Origin", foreign);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("/problem/foreign-origin\"", foreign);
            assertThat(header(refused, "Access-Control-Allow-Origin")).isEmpty();
            HttpResponse<String> preflight =
                    server.send("OPTIONS", "/sparql", "Origin", foreign, "Access-Control-Request-Method", "POST");
            assertThat(preflight.statusCode()).isEqualTo(403);
            HttpResponse<String> neighbour = server.get(query("ASK {}"), "Origin", "http://localhost:3000");
            assertThat(neighbour.statusCode()).isEqualTo(200);
            assertThat(header(neighbour, "Access-Control-Allow-Origin")).isEqualTo("http://localhost:3000");
            assertThat(header(neighbour, "Vary")).contains("Origin");
            HttpResponse<String> own =
                    server.get("/api/search?q=bert", "Origin", server.at("").toString());
            assertThat(own.statusCode()).isEqualTo(200);
            assertThat(header(own, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(server.get(query("ASK {}")).statusCode()).isEqualTo(200);
            assertThat(asked(server, "evil.example")).startsWith("HTTP/1.1 421").contains("/problem/unknown-host");
            assertThat(asked(server, "localhost:" + server.at("").getPort())).startsWith("HTTP/1.1 200");
        }
    }

    /** Asks the server under a name that leads to it, as a page does whose name was made to. */
    private static String asked(TestServer server, String name) throws IOException {
        try (Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.at("").getPort());
                InputStream in = socket.getInputStream()) {
            String request = "GET /api/search?q=bert HTTP/1.1\r\nHost: " + name + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
