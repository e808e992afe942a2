package org.zhitu.server.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.zhitu.ontology.Language;

/** The words of the command line in one language. */
record Messages(Language language, ResourceBundle bundle) {
    static Messages in(Language language) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.zhitu.server.cli.messages",
                Locale.forLanguageTag(language.tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        return new Messages(language, bundle);
    }

    /** Returns the language that the arguments ask for with {@code --lang}, else that of the environment. */
    static Language language(String[] arguments, Map<String, String> environment) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                return Language.lookup(arguments[i].substring("--lang=".length()));
            }
            if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                return Language.lookup(arguments[i + 1]);
            }
        }
        for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            if (!value.isBlank()) {
                return Language.lookup(value);
            }
        }
        return Language.EN;
    }

    /** Returns a message with its arguments in place; numbers come as they are, without grouping. */
    String of(String key, Object... arguments) {
        String[] texts = new String[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            texts[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(texts);
    }
}
