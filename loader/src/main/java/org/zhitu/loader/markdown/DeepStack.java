package org.zhitu.loader.markdown;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Room for the Markdown library, which goes down one call for each emphasis inside another: a paragraph with very many
 * marks is parsed on a thread whose stack is as deep as those marks may nest. Ordinary notes stay on the caller's.
 */
final class DeepStack {
    /** A paragraph with fewer marks fits into any stack. */
    private static final int HARMLESS = 2_000;

    private static final long BYTES_PER_MARK = 512;
    private static final long LEAST_BYTES = 16L << 20;

    private DeepStack() {}

    static <T> T run(String text, Callable<T> parsing) {
        int marks = mostMarks(text);
        FutureTask<T> task = new FutureTask<>(parsing);
        if (marks <= HARMLESS) {
            task.run();
        } else {
            new Thread(null, task, "markdown", LEAST_BYTES + BYTES_PER_MARK * marks).start();
        }
        return result(task);
    }

    private static <T> T result(FutureTask<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("the Markdown library failed on a note", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Returns how many marks that may nest stand in the paragraph that has most. */
    private static int mostMarks(String text) {
        int most = 0;
        int marks = 0;
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                marks = blank ? 0 : marks;
                blank = true;
            } else if (c == '*' || c == '_' || c == '[') {
                marks++;
                most = Math.max(most, marks);
                blank = false;
            } else if (c > ' ') {
                blank = false;
            }
        }
        return most;
    }
}
