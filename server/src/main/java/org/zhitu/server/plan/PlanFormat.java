package org.zhitu.server.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A form in which a plan leaves the program; the one that clients get who say nothing comes first. */
public enum PlanFormat {
    JSON("json", "application/json"),
    TEXT("txt", "text/plain"),
    MARKDOWN("md", "text/markdown"),
    MERMAID("mmd", "text/vnd.mermaid"),
    ICS("ics", "text/calendar"),
    ANKI("txt", "text/tab-separated-values"),
    APKG("apkg", "application/x-apkg"),
    JSONLD("jsonld", "application/ld+json");

    private final String ending;
    private final String mediaType;

    PlanFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** Returns the name that parameters and options use, such as {@code markdown}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the format with a name. */
    public static Optional<PlanFormat> of(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key))
                .findFirst();
    }

    /** Returns the names of all formats. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(PlanFormat::key).toList();
    }

    /** Returns the ending of a file's name. */
    public String ending() {
        return ending;
    }

    /** Returns the media type, without parameters. */
    public String mediaType() {
        return mediaType;
    }

    /** Says whether it is meant to be kept as a file rather than read at once. */
    public boolean isFile() {
        return switch (this) {
            case MARKDOWN, MERMAID, ICS, ANKI, APKG -> true;
            case JSON, TEXT, JSONLD -> false;
        };
    }
}
