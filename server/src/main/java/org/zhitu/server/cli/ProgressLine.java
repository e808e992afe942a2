package org.zhitu.server.cli;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.zhitu.server.load.Progress;

/** A progress bar among the messages, for work of more than a second, if a person watches or asks for it. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long PATIENCE = 1_000_000_000L;
    private static final int WIDTH = 80;
    private static final int REFRESH_MILLIS = 200;

    private final Terminal terminal;
    private final Messages messages;
    private final boolean wanted;
    private final long since = System.nanoTime();
    private @Nullable ProgressBar bar;

    ProgressLine(Terminal terminal, Messages messages, boolean asked) {
        this.terminal = terminal;
        this.messages = messages;
        this.wanted = asked || terminal.interactive();
    }

    @Override
    public void at(int done, int total) {
        if (!wanted || System.nanoTime() - since < PATIENCE) {
            return;
        }
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName(messages.of("loading"))
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(REFRESH_MILLIS)
                    .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), WIDTH))
                    .build();
            bar = shown;
        }
        shown.maxHint(total);
        shown.stepTo(done);
    }

    /** Ends the bar's line, if there is one. */
    void clear() {
        ProgressBar shown = bar;
        if (shown != null) {
            shown.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
