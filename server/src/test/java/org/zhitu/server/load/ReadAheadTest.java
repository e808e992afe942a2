package org.zhitu.server.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static List<Callable<String>> notes(AtomicInteger begun) {
        return IntStream.range(0, 50)
                .mapToObj(i -> (Callable<String>) () -> {
                    begun.incrementAndGet();
                    return "笔记 " + i;
                })
                .toList();
    }

    @Test
    void resultsComeInTheOrderOfTheTasks() {
        List<String> results = new ArrayList<>();
        try (ReadAhead<String> ahead = new ReadAhead<>()) {
            ahead.start(notes(new AtomicInteger()).iterator());
            for (int i = 0; i < 50; i++) {
                results.add(ahead.next());
            }
        }
        assertThat(results).startsWith("笔记 0", "笔记 1").hasSize(50).endsWith("笔记 49");
    }

    @Test
    void noMoreTasksAreBegunThanThereAreProcessors() {
        AtomicInteger begun = new AtomicInteger();
        try (ReadAhead<String> ahead = new ReadAhead<>()) {
            ahead.start(notes(begun).iterator());
            for (int taken = 1; taken <= 50; taken++) {
                ahead.next();
                assertThat(begun.get())
                        .isLessThanOrEqualTo(taken + Runtime.getRuntime().availableProcessors());
            }
        }
    }

    @Test
    void aFailureComesInItsTurn() {
        List<Callable<String>> tasks = List.of(() -> "good", () -> {
            throw new UncheckedIOException(new java.io.IOException("the disk is gone"));
        });
        try (ReadAhead<String> ahead = new ReadAhead<>()) {
            ahead.start(tasks.iterator());
            assertThat(ahead.next()).isEqualTo("good");
            assertThatThrownBy(ahead::next)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("the disk is gone");
        }
    }
}
