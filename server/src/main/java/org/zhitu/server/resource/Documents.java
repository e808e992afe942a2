package org.zhitu.server.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The documents about one thing: its page, and the twins of the page. All are announced by each. */
final class Documents {
    private static final Map<String, String> TWINS = new TreeMap<>(Map.of(
            "json", "application/json",
            "jsonld", "application/ld+json",
            "nt", "application/n-triples",
            "rdf", "application/rdf+xml",
            "ttl", "text/turtle"));

    private Documents() {}

    /**
     * Returns the values of the header {@code Link} of a twin.
     *
     * @param page   the path of the page, encoded
     * @param thing  the IRI of the thing
     * @param ending of the twin
     */
    static String[] links(String page, String thing, String ending) {
        List<String> links = new ArrayList<>();
        links.add("<" + thing + ">; rel=\"describes\"");
        links.add("<" + page + ">; rel=\"canonical\"");
        links.add("<" + page + ">; rel=\"alternate\"; type=\"text/html\"");
        TWINS.forEach((other, type) -> {
            if (!other.equals(ending)) {
                links.add("<" + page + "." + other + ">; rel=\"alternate\"; type=\"" + type + "\"");
            }
        });
        links.add("</.well-known/void>; rel=\"describedby\"; type=\"text/turtle\"");
        return links.toArray(String[]::new);
    }
}
