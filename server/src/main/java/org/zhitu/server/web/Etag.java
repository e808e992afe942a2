package org.zhitu.server.web;

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

    private static String version() {
        String version = Etag.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }
}
