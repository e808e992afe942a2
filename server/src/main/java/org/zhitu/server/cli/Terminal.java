package org.zhitu.server.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * What surrounds a command: its streams, environment and working directory.
 *
 * @param interactive whether a person watches the messages
 */
public record Terminal(
        InputStream in,
        PrintStream out,
        PrintStream err,
        boolean interactive,
        Map<String, String> environment,
        Path workingDirectory) {
    private static final int BUFFER = 1 << 16;

    /** Returns the process's own. Text is UTF-8, whatever the platform thinks. */
    public static Terminal system() {
        return new Terminal(
                System.in,
                utf8(new FileOutputStream(FileDescriptor.out)),
                utf8(new FileOutputStream(FileDescriptor.err)),
                System.getenv("ZHITU_TTY") != null && System.getenv("ZHITU_TTY").equals("1"),
                System.getenv(),
                Path.of("").toAbsolutePath());
    }

    private static PrintStream utf8(OutputStream out) {
        return new PrintStream(new java.io.BufferedOutputStream(out, BUFFER), false, StandardCharsets.UTF_8);
    }

    /** Writes a line for the person, at once. */
    void say(String line) {
        err.println(line);
        err.flush();
    }

    /** Returns a path as the person means it: relative ones are relative to the working directory. */
    Path resolve(String path) {
        return workingDirectory.resolve(path).normalize();
    }
}
