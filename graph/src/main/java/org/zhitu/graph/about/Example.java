package org.zhitu.graph.about;

import java.util.List;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;

/**
 * A query to start from, and to call by name.
 *
 * @param slug  its name in addresses
 * @param english what it answers, in English
 * @param chinese what it answers, in Chinese
 * @param tags  what it is about, in English, lower-case
 * @param text  the query with its prefixes; a {@code VALUES} of one variable and one value is a parameter
 */
public record Example(String slug, String english, String chinese, List<String> tags, String text) {
    public Example {
        tags = List.copyOf(tags);
    }

    /** Returns what the query answers, in a language. */
    public String title(Language language) {
        return language == Language.ZH ? chinese : english;
    }

    /** Returns the query as a reader of a language wants it: labels in that language. */
    public String text(Language language) {
        return text.replace("VALUES ?lang { \"en\" }", "VALUES ?lang { \"" + language.tag() + "\" }");
    }

    /** Returns the query's IRI. */
    String iri(Iris iris) {
        return iris.base() + "q/" + slug;
    }
}
