package org.zhitu.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged jar, started as a person would start it, on a port of its own choice. */
final class RunningProgram implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:\\d+/");

    private final Process process;
    private final URI address;

    private RunningProgram(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts {@code zhitu serve} over a data folder and waits until it says where it listens. */
    static RunningProgram serve(Path data, String... notes) throws IOException {
        Path jar = Path.of("target", "zhitu.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("no " + jar + ": run `mvn verify`, which packages it first");
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                jar.toString(),
                "serve"));
        command.addAll(List.of(notes));
        command.addAll(List.of("--port", "0", "--data", data.toString(), "--lang", "en"));
        Process process = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .start();
        StringBuilder said = new StringBuilder();
        BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                Thread.ofVirtual().start(() -> drain(output));
                return new RunningProgram(process, URI.create(address.group()));
            }
        }
        throw new IllegalStateException("the program ended without listening:\n" + said);
    }

    /** Returns the root of the site. */
    URI address() {
        return address;
    }

    /** Ends the program at once, as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(BufferedReader output) {
        try {
            while (output.readLine() != null) {
                // so that the program never waits for its reader
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
