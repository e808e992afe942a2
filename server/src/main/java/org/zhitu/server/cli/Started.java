package org.zhitu.server.cli;

import java.time.Duration;
import java.time.Instant;

/** When this process began, before any of our code ran. */
final class Started {
    private Started() {}

    /** Returns the moment on the scale of {@link System#nanoTime()}. */
    static long nanos() {
        Instant now = Instant.now();
        Duration age = ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, now))
                .orElse(Duration.ZERO);
        return System.nanoTime() - age.toNanos();
    }
}
