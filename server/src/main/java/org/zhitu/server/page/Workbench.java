package org.zhitu.server.page;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the scripts of the query page know of the data before they ask.
 *
 * @param base     what the IRIs of the site's own things begin with
 * @param prefixes namespaces by prefix
 * @param terms    the classes and properties to offer, with their names
 * @param words    the page's own texts by key, without {@code sparql.}
 */
record Workbench(
        String base,
        SortedMap<String, String> prefixes,
        List<KnownTerms.Entry> terms,
        SortedMap<String, String> words) {
    private static final String OWN = "sparql.";

    static Workbench of(Iris iris, List<KnownTerms.Entry> terms, Messages messages, Language language) {
        SortedMap<String, String> words = new TreeMap<>();
        messages.texts(language).tailMap(OWN).forEach((key, text) -> {
            if (key.startsWith(OWN)) {
                words.put(key.substring(OWN.length()), text);
            }
        });
        return new Workbench(iris.base(), Namespaces.of(iris), terms, words);
    }

    /** Returns it as JSON that can stand in a script element. */
    String json() {
        return JsonMapper.shared().writeValueAsString(this).replace("<", "\\u003c");
    }
}
