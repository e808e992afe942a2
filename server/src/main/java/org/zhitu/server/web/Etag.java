package org.zhitu.server.web;

import java.util.Arrays;
import java.util.List;

/**
 * The validator of an answer: the revision of the store, and what else the answer depends on. Weak, because the same
 * answer may travel compressed or not.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, section 8.8.3</a>
 */
public final class Etag {
    private static final String VERSION = version();

    private Etag() {}

    /**
     * Returns the value of the header {@code ETag}.
     *
     * @param revision the store's
     * @param facets   what distinguishes the representation at its address: format, language
     */
    public static String of(String revision, String... facets) {
        return "W/\"" + revision + "-" + VERSION + (facets.length == 0 ? "" : "-" + String.join("-", facets)) + "\"";
    }

    /**
     * Says whether a request's {@code If-Match} lets it go on. Validators are compared weakly: the same state compressed or not
     * is the same state.
     *
     * @param ifMatch the values of the header; none let everything go on
     * @param exists  whether there is something at the address; {@code *} asks for no more
     */
    public static boolean matches(List<String> ifMatch, String etag, boolean exists) {
        if (ifMatch.isEmpty()) {
            return true;
        }
        return ifMatch.stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .anyMatch(tag -> exists && (tag.equals("*") || opaque(tag).equals(opaque(etag))));
    }

    private static String opaque(String tag) {
        String strong = tag.startsWith("W/") ? tag.substring(2) : tag;
        return strong.replaceAll("-gzip\"$", "\"");
    }

    private static String version() {
        String version = Etag.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
