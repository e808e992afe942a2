package org.zhitu.loader.source;

import java.util.Locale;
import java.util.Optional;

/** A syntax in which notes are written. */
public enum NoteFormat {
    RST("rst"),
    MARKDOWN("markdown");

    private final String key;

    NoteFormat(String key) {
        this.key = key;
    }

    /** Returns the name that JSON and messages use. */
    public String key() {
        return key;
    }

    /** Returns the format that a file's name tells, by its ending; empty for a file that is no note. */
    public static Optional<NoteFormat> ofFileName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".rst") || lower.endsWith(".rest") || lower.endsWith(".txt")) {
            return Optional.of(RST);
        }
        if (lower.endsWith(".md") || lower.endsWith(".markdown") || lower.endsWith(".mdx") || lower.endsWith(".mkd")) {
            return Optional.of(MARKDOWN);
        }
        return Optional.empty();
    }
}
