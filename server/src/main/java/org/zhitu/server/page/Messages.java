package org.zhitu.server.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;
import org.zhitu.ontology.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * The texts of the pages in both languages, read from the module ui. Keys that begin with {@code js.} also reach the
 * scripts, so that each text is written once.
 */
final class Messages extends AbstractMessageSource {
    private static final String FOR_SCRIPTS = "js.";

    private final Map<Language, SortedMap<String, String>> texts = new EnumMap<>(Language.class);
    private final Map<Language, String> scripts = new EnumMap<>(Language.class);

    private Messages() {
        for (Language language : Language.values()) {
            SortedMap<String, String> all = read("/messages/" + language.tag() + ".properties");
            texts.put(language, all);
            scripts.put(language, json(all));
        }
    }

    static Messages load() {
        return new Messages();
    }

    private static SortedMap<String, String> read(String resource) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                java.util.Objects.requireNonNull(Messages.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
        SortedMap<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static String json(SortedMap<String, String> all) {
        SortedMap<String, String> some = new TreeMap<>();
        all.tailMap(FOR_SCRIPTS).forEach((key, text) -> {
            if (key.startsWith(FOR_SCRIPTS)) {
                some.put(key.substring(FOR_SCRIPTS.length()), text);
            }
        });
        // Inside a script element only "<" could end it.
        return JsonMapper.shared().writeValueAsString(some).replace("<", "\\u003c");
    }

    /** Returns the texts of a language by key. */
    SortedMap<String, String> texts(Language language) {
        return new TreeMap<>(texts.getOrDefault(language, new TreeMap<>()));
    }

    /** Returns the texts that scripts show, keys without {@code js.}, as a JSON object. */
    String forScripts(Language language) {
        return scripts.getOrDefault(language, "{}");
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        String text = resolveCodeWithoutArguments(code, locale);
        return text == null ? null : new MessageFormat(text, locale);
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return texts.getOrDefault(Language.lookup(locale.toLanguageTag()), new TreeMap<>())
                .get(code);
    }
}
