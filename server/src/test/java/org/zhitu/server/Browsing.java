package org.zhitu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A person with a browser before the running program. Register it in a test class; the browser and the program over the bundled
 * notes are started for the first class that asks and shared by all. After each test its pages are closed, and the test fails
 * if one of them complained on the console or asked another host.
 */
final class Browsing implements BeforeEachCallback, AfterEachCallback {
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Path AXE = Path.of("..", "ui", "node_modules", "axe-core", "axe.min.js");

    private final Notes notes;
    private final List<Page> pages = new ArrayList<>();
    private @Nullable Started started;
    private String test = "";

    private Browsing(Notes notes) {
        this.notes = notes;
    }

    /** Returns a browser before a program that serves the bundled notes. */
    static Browsing theBundledNotes() {
        return new Browsing(folder -> List.of());
    }

    /** Returns a browser before a program that serves notes of the test's own. */
    static Browsing notes(Notes notes) {
        return new Browsing(notes);
    }

    /** Writes notes into a folder and returns what to name to {@code zhitu serve}. */
    @FunctionalInterface
    interface Notes {
        List<String> write(Path folder) throws IOException;
    }

    private record Started(Optional<Chromium> chromium) implements AutoCloseable {
        @Override
        public void close() {
            chromium.ifPresent(Chromium::close);
        }
    }

    private record Served(RunningProgram program, Path folder) implements AutoCloseable {
        static Served serve(Notes notes) throws IOException {
            Path folder = Files.createTempDirectory("zhitu-browsing");
            List<String> named = notes.write(Files.createDirectories(folder.resolve("notes")));
            Path data = Files.createDirectories(folder.resolve("data"));
            return new Served(RunningProgram.serve(data, named.toArray(String[]::new)), folder);
        }

        @Override
        public void close() throws IOException {
            program.close();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private @Nullable Served served;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        ExtensionContext.Store whole = context.getRoot().getStore(ExtensionContext.Namespace.create(Browsing.class));
        Started browser = whole.computeIfAbsent(
                Chromium.class, key -> new Started(Chromium.start("what is seen in a browser")), Started.class);
        if (browser.chromium().isEmpty()) {
            abort("there is no Chromium on the PATH");
        }
        started = browser;
        served = whole.computeIfAbsent(notes.getClass(), key -> serve(), Served.class);
        Files.createDirectories(PICTURES);
        test = context.getRequiredTestMethod().getName();
    }

    private Served serve() {
        try {
            return Served.serve(notes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        pages.forEach(page -> page.context().close());
        pages.clear();
        if (started != null && started.chromium().isPresent()) {
            assertThat(started.chromium().get().complaints())
                    .as("what pages complained of")
                    .isEmpty();
        }
    }

    /** Returns the root of the site. */
    URI address() {
        return required(served).program().address();
    }

    /** Opens a page in a fresh context, 900 pixels high. */
    Page open(String path, int width, ColorScheme scheme) {
        Page page = required(started).chromium().orElseThrow().open(address(), path, width, scheme);
        pages.add(page);
        return page;
    }

    /** Opens a page as {@link #open(String, int, ColorScheme)} does, 1,280 pixels wide and light. */
    Page open(String path) {
        return open(path, 1280, ColorScheme.LIGHT);
    }

    /** Opens a page as a phone does, in a fresh context: 390 pixels wide, touched by fingers. */
    Page openOnPhone(String path) {
        Page page = required(started).chromium().orElseThrow().openOnPhone(address(), path);
        pages.add(page);
        return page;
    }

    /** Returns what pages complained of so far, and forgets it. */
    List<String> complaints() {
        return required(started).chromium().orElseThrow().complaints();
    }

    /** Keeps a picture of the whole page under the names of the test and of what it shows. */
    void picture(Page page, String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(test + "-" + what + ".png"))
                .setFullPage(true));
    }

    /** Returns what axe finds on a page: the rule and where it is broken. */
    List<String> violations(Page page) {
        page.evaluate(axe());
        Object found = page.evaluate("""
                async () => {
                  // the first rule left out is an experiment of axe's: it takes the words in a drawing for its label;
                  // Swagger UI brings a second main element of its own, which its renderer would put back
                  const swagger = document.querySelector(".swagger-ui") !== null;
                  const options = {
                    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                    rules: {
                      "label-content-name-mismatch": { enabled: false },
                      "landmark-no-duplicate-main": { enabled: !swagger },
                    },
                  };
                  const { violations } = await axe.run({ exclude: [".swagger-ui"] }, options);
                  return violations.flatMap(({ id, nodes }) =>
                    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.html.slice(0, 160)}`));
                }""");
        return found instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String axe() {
        try {
            return Files.readString(AXE);
        } catch (IOException e) {
            throw new IllegalStateException("no " + AXE + ": run `mvn verify`, which installs it", e);
        }
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("asked outside of a test");
        }
        return value;
    }
}
