package org.zhitu.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a source in a form under which two spellings of the same address are equal. */
public final class SourceAddress {
    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#]+)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern ARXIV = Pattern.compile("/(?:abs|pdf)/(.+?)(?:v\\d+)?(?:\\.pdf)?");
    private static final Pattern TRACKING =
            Pattern.compile("utm_[^=]*|spm|spm_id_from|from|seid|share_[^=]*|vd_source|fbclid|gclid");

    private SourceAddress() {}

    /**
     * Returns the normal form: https, host in lower case without {@code www.}, no fragment, no trailing slash, no
     * parameters that only track the reader, and arXiv's abstract page for its PDF. A text that is no web address comes
     * back trimmed.
     */
    public static String normalise(String url) {
        Matcher parts = PARTS.matcher(url.strip());
        if (!parts.matches()) {
            return url.strip();
        }
        String host = parts.group(2).toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        String path = parts.group(3).replaceFirst("/+$", "");
        if (host.equals("arxiv.org")) {
            Matcher paper = ARXIV.matcher(path);
            if (paper.matches()) {
                path = "/abs/" + paper.group(1);
            }
        }
        String query = parts.group(4) == null ? "" : withoutTracking(parts.group(4));
        return "https://" + host + path + (query.isEmpty() ? "" : "?" + query);
    }

    private static String withoutTracking(String query) {
        List<String> kept = new ArrayList<>();
        for (String parameter : query.split("&", -1)) {
            String name = parameter.split("=", 2)[0];
            if (!parameter.isEmpty() && !TRACKING.matcher(name).matches()) {
                kept.add(parameter);
            }
        }
        return String.join("&", kept);
    }
}
