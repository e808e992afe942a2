package org.zhitu.server;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine, without a window. Keeps what pages complained of, and whether they asked another host. */
final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Path executable) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** Starts it; where there is none, says so on a line and returns nothing, or fails where CI is set. */
    static Optional<Chromium> start(String what) {
        Optional<Path> executable = executable();
        if (executable.isEmpty()) {
            String cure = "no Chromium on the PATH; install it (Debian: apt-get install chromium fonts-noto-cjk)";
            if (System.getenv("CI") != null) {
                throw new IllegalStateException(cure);
            }
            System.out.println("Left out: " + what + ", for there is " + cure);
        }
        return executable.map(Chromium::new);
    }

    /** Opens a page of a site in a fresh context. That the page itself is not found is no complaint. */
    Page open(URI site, String path, int width, ColorScheme scheme) {
        return open(
                site,
                path,
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
    }

    /** Opens a page as a phone does: a narrow screen, fingers, and no mouse. */
    Page openOnPhone(URI site, String path) {
        return open(
                site,
                path,
                new Browser.NewContextOptions()
                        .setViewportSize(390, 844)
                        .setDeviceScaleFactor(2)
                        .setIsMobile(true)
                        .setHasTouch(true));
    }

    private Page open(URI site, String path, Browser.NewContextOptions options) {
        String root = site.toString();
        BrowserContext context = browser.newContext(options);
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean itself = message.location().startsWith(root + path.substring(1))
                    && message.text().contains("status of 404");
            // without a graphics card, WebGL tells how slow that is
            boolean driver = message.text().contains("GL Driver Message");
            if (!itself
                    && !driver
                    && (message.type().equals("error") || message.type().equals("warning"))) {
                complaints.add(path + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(path + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(root) && !request.url().matches("(data|blob):.*")) {
                complaints.add(path + ": asked another host, " + request.url());
            }
        });
        page.navigate(root + path.substring(1));
        page.locator("main#content").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
        return page;
    }

    /** Returns what pages complained of so far, and forgets it. */
    List<String> complaints() {
        List<String> said = List.copyOf(complaints);
        complaints.clear();
        return said;
    }

    private static Optional<Path> executable() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String folder : path.split(File.pathSeparator, -1)) {
            for (String program : List.of("chromium", "chromium-browser", "google-chrome")) {
                Path candidate = Path.of(folder, program);
                if (!folder.isEmpty() && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
