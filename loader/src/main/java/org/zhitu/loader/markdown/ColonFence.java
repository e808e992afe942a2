package org.zhitu.loader.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import org.commonmark.node.CustomBlock;

/** A block between two lines of colons, as MyST and site generators write notes, tips and what unfolds. */
final class ColonFence extends CustomBlock {
    private final String name;
    private final String argument;
    private final Map<String, String> options = new LinkedHashMap<>();
    private int optionLines;
    private boolean closed;

    /**
     * @param argument the rest of its first line
     */
    ColonFence(String name, String argument) {
        this.name = name;
        this.argument = argument;
    }

    String name() {
        return name;
    }

    String argument() {
        return argument;
    }

    Map<String, String> options() {
        return options;
    }

    void addOption(String option, String value) {
        options.putIfAbsent(option, value);
        optionLines++;
    }

    /** Returns how many lines after the first hold options. */
    int optionLines() {
        return optionLines;
    }

    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
