package org.zhitu.server.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;
import org.zhitu.server.TestServer;
import org.zhitu.server.load.NoteLibrary;
import org.zhitu.server.load.Progress;

/** Notes as they are read on the site: their text with what the graph knows beside it, and their images. */
class ReadingTest {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final String NOTE = """
            # 自注意力笔记

            自注意力让每个词看见其他词。

            ## 为什么要除以 $\\sqrt{d_k}$？

            点积的方差随维数增长，softmax 会饱和。

            ![权重热图](图/heat%20map.png)

            ![没有的图](图/none.png)

            ![远处的图](https://example.org/far.png)

            - 先看 [BERT](other.md)
            - 再看 [别处](../outside.md)

            ## 多头注意力有什么好处？
            """;

    private static final String SECOND = """
            # BERT

            <img src="../notes/图/drawing.svg" onerror="alert(1)">

            A stack of encoders of the [Transformer](https://example.org/transformer).

            See <https://example.org/bert>.
            """;

    private static final String SVG =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><script>alert(1)</script></svg>";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before any test
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before any test
    private static TestServer server;

    @BeforeAll
    static void start() throws IOException {
        Path notes = Files.createDirectories(folder.resolve("notes"));
        Path images = Files.createDirectories(notes.resolve("图"));
        Files.writeString(notes.resolve("注意力.md"), NOTE);
        Files.writeString(notes.resolve("other.md"), SECOND);
        Files.write(images.resolve("heat map.png"), PIXEL);
        Files.writeString(images.resolve("drawing.svg"), SVG);
        Files.writeString(folder.resolve("secret.png"), "secret");
        Files.writeString(notes.resolve("passwords.txt.key"), "secret");
        Files.createDirectories(notes.resolve(".hidden"));
        Files.write(notes.resolve(".hidden/a.png"), PIXEL);
        Files.createSymbolicLink(images.resolve("leak.png"), folder.resolve("secret.png"));
        Files.createSymbolicLink(images.resolve("near.png"), images.resolve("heat map.png"));
        Files.createSymbolicLink(images.resolve("key.png"), notes.resolve("passwords.txt.key"));
        Files.createDirectories(notes.resolve("folder.png"));
        KnowledgeStore store = KnowledgeStore.inMemory();
        NoteLibrary library = new NoteLibrary(store, Iris.DEFAULT, Optional.of(folder.resolve("data")));
        library.load(List.of(notes), Progress.SILENT);
        server = TestServer.start(store, library);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Document page(String path, String language) {
        HttpResponse<String> answer = server.get(path, "Accept", "text/html", "Accept-Language", language);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        Document page = Jsoup.parse(answer.body());
        Manners.check(page, language);
        return page;
    }

    private static String note(String name) {
        return "/note/" + TestServer.encode(name);
    }

    private static HttpResponse<String> image(String note, String src, String... headers) {
        return server.get("/image/" + TestServer.encode(note) + "?src=" + TestServer.encode(src), headers);
    }

    @Test
    void aNoteIsShownAsItIsWrittenWithItsConceptsAndQuestionsBesideTheLines() {
        Document page = page(note("注意力.md"), "zh");
        assertThat(page.select("h1").text()).isEqualTo("自注意力笔记");
        assertThat(page.expectFirst("#L3 .prose").text()).isEqualTo("自注意力让每个词看见其他词。");
        assertThat(page.select("#L1 .margin a.concept, #L3 .margin a.concept").eachText())
                .as("once below each heading")
                .containsOnlyOnce("自注意力");
        Element question = page.expectFirst("#L5");
        assertThat(question.select("h2 .math").text()).isEqualTo("\\sqrt{d_k}");
        assertThat(question.select(".margin a.ask").attr("href")).startsWith("/question/");
        assertThat(question.select(".margin .state").text()).isEqualTo("已解答");
        assertThat(page.expectFirst("#L7 .margin").text()).contains("7");
        assertThat(page.select(".contents a").eachAttr("href")).contains("#L5");
    }

    @Test
    void imagesComeFromTheNotesFolderAndWhatIsMissingSaysSo() {
        Document page = page(note("注意力.md"), "en");
        Element image = page.expectFirst("#L9 img");
        assertThat(image.attr("alt")).isEqualTo("权重热图");
        HttpResponse<String> answer = server.get(image.attr("src"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(TestServer.header(answer, "Content-Type")).isEqualTo("image/png");
        assertThat(page.select("#L11 .lost").text())
                .isEqualTo("Image not found in the folder that was loaded: 图/none.png 没有的图");
        assertThat(page.select("#L13 img")).as("no other host is asked").isEmpty();
        assertThat(page.select("#L13 a").attr("href")).isEqualTo("https://example.org/far.png");
        assertThat(page.select("[onerror]")).isEmpty();
    }

    @Test
    void linksAmongNotesLeadToTheirPagesAndThoseElsewhereAreOnlyWords() {
        Document page = page(note("注意力.md"), "zh");
        assertThat(page.select("#L15 .prose a").attr("href")).isEqualTo("/note/other.md");
        assertThat(page.select("#L16 .prose a")).isEmpty();
        assertThat(page.select("#L16 .prose").text()).contains("别处");
    }

    @Test
    void onPaperALinkTellsItsAddressOnce() {
        Document page = page(note("other.md"), "en");
        assertThat(page.select(".prose a.bare").eachAttr("href")).containsExactly("https://example.org/bert");
        assertThat(page.select(".prose a[rel~=external]").eachText()).contains("Transformer");
    }

    @Test
    void answersShowTheirImagesOnTheQuestionsPageToo() {
        Document note = page(note("注意力.md"), "zh");
        Document question = page(note.select("#L5 .margin a.ask").attr("href"), "zh");
        assertThat(question.select(".answer img").eachAttr("src"))
                .hasSize(1)
                .allMatch(src -> src.startsWith("/image/"));
    }

    @Test
    void anImageIsNotSentTwiceAndCanDoNothing() {
        HttpResponse<String> first = image("other.md", "图/drawing.svg");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(TestServer.header(first, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(TestServer.header(first, "Content-Security-Policy")).contains("sandbox", "default-src 'none'");
        assertThat(TestServer.header(first, "X-Content-Type-Options")).isEqualTo("nosniff");
        String tag = TestServer.header(first, "ETag");
        assertThat(tag).startsWith("\"");
        assertThat(image("other.md", "图/drawing.svg", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void aLinkInsideTheFolderIsFollowed() {
        assertThat(image("other.md", "图/near.png").statusCode()).isEqualTo(200);
        assertThat(image("other.md", "/图/heat map.png").statusCode())
                .as("from the folder's root")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.png",
                "图/../../secret.png",
                "%2e%2e/secret.png",
                "图/leak.png",
                "图/key.png",
                ".hidden/a.png",
                "图/none.png",
                "other.md",
                "passwords.txt.key",
                "folder.png",
                "/etc/hostname",
                "file:///etc/hostname",
                "图/heat map.png\u0000.png",
                ""
            })
    void whatIsNoImageOfTheNotesIsNotServed(String src) {
        assertThat(image("other.md", src).statusCode()).isEqualTo(404);
    }

    @Test
    void anImageOfANoteThatIsNotLoadedIsNotServed() {
        assertThat(image("nonesuch.md", "图/heat map.png").statusCode()).isEqualTo(404);
        assertThat(image("../notes/other.md", "图/heat map.png").statusCode()).isIn(400, 404);
    }

    @Test
    void theReportTellsWhatWasReadAndLeadsToEachNote() {
        Document page = page("/report", "en");
        assertThat(page.select(".figures dd").eachText()).containsExactly("2", "0", "0", "0", "0", "0");
        assertThat(page.select("[aria-labelledby=changes] li > a").eachText()).containsExactly("other.md", "注意力.md");
        assertThat(page.select("[aria-labelledby=findings] .findings .place").eachAttr("href"))
                .allMatch(link -> link.matches("/note/.*#L\\d+"));
        assertThat(server.get("/api/load-report").body())
                .contains("\"changes\":[{\"path\":\"other.md\",\"state\":\"added\"");
    }
}
