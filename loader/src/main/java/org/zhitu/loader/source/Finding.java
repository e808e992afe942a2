package org.zhitu.loader.source;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.zhitu.ontology.Language;

/**
 * Something about a note that its author may want to mend. Reading a note never fails; it finds.
 *
 * @param severity  how much it matters
 * @param code      the name of the finding, such as {@code title-underline-short}; the key of its message
 * @param path      the note
 * @param line      the line, counted from 1; 1 where it is about the whole file
 * @param arguments what the message is to mention, in its order
 */
public record Finding(Severity severity, String code, String path, int line, List<String> arguments) {
    /** How much a finding matters. */
    public enum Severity {
        INFO,
        WARN,
        ERROR;

        /** Returns the name that JSON and messages use. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    /** Returns what was found and how to mend it, as one or two sentences. */
    public String message(Language language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.zhitu.loader.findings",
                Locale.forLanguageTag(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return MessageFormat.format(bundle.getString(code), arguments.toArray());
    }
}
