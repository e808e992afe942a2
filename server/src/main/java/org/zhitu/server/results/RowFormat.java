package org.zhitu.server.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;

/** A form for rows and truth values. The first one is the default. */
@SuppressWarnings("ImmutableEnumChecker") // the fields are constants of Jena and unmodifiable lists
public enum RowFormat {
    JSON(ResultSetLang.RS_JSON, "application/sparql-results+json", "application/json"),
    XML(ResultSetLang.RS_XML, "application/sparql-results+xml", "application/xml", "text/xml"),
    CSV(ResultSetLang.RS_CSV, "text/csv"),
    TSV(ResultSetLang.RS_TSV, "text/tab-separated-values");

    private final Lang lang;
    private final List<String> mediaTypes;

    RowFormat(Lang lang, String... mediaTypes) {
        this.lang = lang;
        this.mediaTypes = List.of(mediaTypes);
    }

    /** Returns the name that {@code --format} and {@code ?format=} use. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the names of its media type, the proper one first. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    Lang lang() {
        return lang;
    }

    /** Returns the form with this short name or media type. */
    public static Optional<RowFormat> of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (RowFormat format : values()) {
            if (format.key().equals(lower)
                    || format.mediaTypes.contains(lower)
                    || format.mediaTypes.contains("application/" + lower)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
