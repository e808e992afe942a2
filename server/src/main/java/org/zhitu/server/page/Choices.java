package org.zhitu.server.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.zhitu.ontology.Language;

/**
 * What a reader chose by the address: the language of the pages ({@code lang}), and that of the concepts' names and
 * definitions ({@code content}). Every link to a page keeps it, so that it needs neither a cookie nor a session.
 *
 * @param parameters language tags by the parameter's name
 */
record Choices(Map<String, String> parameters) {
    /** Addresses that are the same whatever the reader chose. */
    private static final Pattern NO_PAGE = Pattern.compile(
            "/(assets|api|id|image|actuator)/.*|/(concept|question|source)/[^?#]*\\.[a-z]+|/[^/?#]*\\.[a-z]+");

    static Choices of(HttpServletRequest request) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : new String[] {ReaderLanguage.PARAMETER, ReaderLanguage.CONTENT}) {
            ReaderLanguage.chosen(request, name).map(Language::tag).ifPresent(tag -> parameters.put(name, tag));
        }
        return new Choices(parameters);
    }

    /** Returns an address with the choices that it does not make itself; others than of pages stay as they are. */
    String keep(String url) {
        if (!url.startsWith("/") || url.startsWith("//") || NO_PAGE.matcher(url).matches()) {
            return url;
        }
        int hash = url.indexOf('#');
        StringBuilder kept = new StringBuilder(hash < 0 ? url : url.substring(0, hash));
        parameters.forEach((name, tag) -> {
            if (kept.indexOf("?" + name + "=") < 0 && kept.indexOf("&" + name + "=") < 0) {
                kept.append(kept.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(tag);
            }
        });
        return kept.append(hash < 0 ? "" : url.substring(hash)).toString();
    }
}
