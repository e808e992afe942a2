package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reviewing in a real browser, by keys alone; and the file of progress that goes from one browser to another and to the command line. */
class ReviewIT {
    private static final String ASKED = "#cards .flashcard .ask";

    @RegisterExtension
    static final Browsing BROWSING = Browsing.theBundledNotes();

    @TempDir
    Path folder;

    private static Page review(String language, int width, ColorScheme scheme) {
        Page page = BROWSING.open("/review?lang=" + language, width, scheme);
        page.locator("#cards .figures").waitFor();
        return page;
    }

    private static void answer(Page page, String grade) {
        page.locator(ASKED).waitFor();
        page.keyboard().press("Space");
        page.locator("#cards .grades").waitFor();
        page.keyboard().press(grade);
    }

    @Test
    void keysAloneReviewThreeCardsTakeOneBackAndAReloadKeepsIt() {
        Page page = review("zh", 1280, ColorScheme.LIGHT);
        BROWSING.picture(page, "overview");
        page.keyboard().press("Enter");
        String first = page.locator(ASKED).innerText();
        BROWSING.picture(page, "question");
        page.keyboard().press("Enter");
        page.locator("#cards .grades").waitFor();
        assertThat(page.locator("#cards .grade .when").allInnerTexts())
                .hasSize(4)
                .allMatch(said -> said.matches(".*\\d.*"));
        assertThat(BROWSING.violations(page)).isEmpty();
        BROWSING.picture(page, "answer");
        page.keyboard().press("3");
        assertThat(page.locator(ASKED).innerText()).isNotEqualTo(first);
        answer(page, "1");
        page.locator("#cards .notice.first a, #cards .left").first().waitFor();
        BROWSING.picture(page, "failed");
        String third = page.locator(ASKED).innerText();
        answer(page, "4");
        page.keyboard().press("u");
        assertThat(page.locator(ASKED).innerText()).isEqualTo(third);
        answer(page, "2");
        page.keyboard().press("q");
        Locator sum = page.locator("#cards .sum");
        sum.waitFor();
        assertThat(sum.innerText()).contains("3", "2");
        assertThat(page.locator("#cards .weak li").count()).isPositive();
        assertThat(BROWSING.violations(page)).isEmpty();
        BROWSING.picture(page, "summary");

        page.reload();
        page.locator("#cards .figures").waitFor();
        assertThat(page.locator("#cards .figures .fresh dd").innerText()).isEqualTo("7");
        page.navigate(BROWSING.address() + "progress?lang=zh");
        page.waitForFunction("() => document.querySelector('#count-reviews').textContent === '3'");
        assertThat(page.locator("#count-cards").innerText()).isEqualTo("3");
    }

    @Test
    void progressGoesToAnotherBrowserAndToTheCommandLine() throws IOException {
        Page page = review("en", 1280, ColorScheme.DARK);
        page.keyboard().press("Enter");
        answer(page, "3");
        page.keyboard().press("q");
        page.navigate(BROWSING.address() + "concept/softmax?lang=en");
        page.locator("#mark").selectOption("known");
        page.navigate(BROWSING.address() + "progress?lang=en");
        page.waitForFunction("() => document.querySelector('#count-known').textContent.startsWith('1')");
        Download download = page.waitForDownload(() -> page.locator("#export").press("Enter"));
        Path file = folder.resolve("exported.json");
        download.saveAs(file);
        BROWSING.picture(page, "progress");
        String text = Files.readString(file);
        assertThat(text).contains("\"concept\":\"softmax\",\"state\":\"known\"");

        Page other = BROWSING.open("/progress?lang=zh", 320, ColorScheme.LIGHT);
        other.locator("#import").setInputFiles(file);
        other.waitForFunction("() => document.querySelector('#count-reviews').textContent === '1'");
        assertThat(other.locator("#count-known").innerText()).startsWith("1");
        assertThat(BROWSING.violations(other)).isEmpty();
        Download again = other.waitForDownload(() -> other.locator("#export").press("Enter"));
        again.saveAs(folder.resolve("again.json"));
        assertThat(folder.resolve("again.json")).hasContent(text);
        BROWSING.picture(other, "imported");

        Path broken = Files.writeString(folder.resolve("坏.json"), text.replace("\"grade\":3", "\"grade\":7"));
        other.locator("#import").setInputFiles(broken);
        Locator message = other.locator("#progress-message .bad");
        message.waitFor();
        assertThat(message.innerText()).contains("坏.json", "grade", "没有导入其中任何内容");
        assertThat(other.locator("#count-reviews").innerText()).isEqualTo("1");

        other.locator("#erase").press("Enter");
        other.keyboard().press("Tab");
        other.keyboard().press("Enter");
        other.waitForFunction("() => document.querySelector('#count-reviews').textContent === '0'");

        JsonNode plan = new JsonMapper().readTree(plan(file));
        assertThat(plan.path("known").toString()).isEqualTo("[\"softmax\"]");
        assertThat(plan.path("steps").size()).isPositive();
    }

    /** What {@code zhitu path bert --known FILE --format json} prints, as the packaged program is started. */
    private String plan(Path file) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "zhitu.jar").toAbsolutePath().toString(),
                        "path",
                        "bert",
                        "--known",
                        file.toString(),
                        "--format",
                        "json",
                        "--data",
                        folder.resolve("data").toString())
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void anInterviewIsHeldByKeysAlone() {
        Page page = review("en", 1280, ColorScheme.LIGHT);
        page.locator("details.choices-of-review summary").last().press("Enter");
        page.locator("#count").selectOption("3");
        page.locator("#interview-form button").press("Enter");
        for (int question = 1; question <= 3; question++) {
            page.waitForFunction(
                    "number => document.querySelector('#interview .left')?.textContent.includes('Question ' + number)",
                    question);
            page.keyboard().press("h");
            page.locator("#interview .hints li").first().waitFor();
            page.keyboard().press("Space");
            page.locator("#interview .grades").waitFor();
            if (question == 1) {
                assertThat(BROWSING.violations(page)).isEmpty();
                BROWSING.picture(page, "asked");
            }
            page.keyboard().press(String.valueOf(question));
        }
        page.locator("#interview .told tbody tr").first().waitFor();
        assertThat(page.locator("#interview .told tbody tr").count()).isEqualTo(3);
        assertThat(BROWSING.violations(page)).isEmpty();
        BROWSING.picture(page, "over");
    }

    @Test
    void aNarrowScreenHoldsACardWithItsAnswer() {
        for (String language : List.of("zh", "en")) {
            Page page = review(language, 320, ColorScheme.DARK);
            page.keyboard().press("Enter");
            page.locator(ASKED).waitFor();
            page.keyboard().press("Space");
            page.locator("#cards .grades").waitFor();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(320);
            BROWSING.picture(page, language);
        }
    }
}
