package org.zhitu.loader.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from its address what kind of source it is; what is known about hosts is in {@code source-kinds.tsv}. */
final class SourceKinds {
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)[a-z][a-z0-9+.-]*://(?:[^/@?#]*@)?([^/:?#]*)(?::\\d+)?([^?#]*).*");
    private static final List<Rule> RULES = rules();

    private SourceKinds() {}

    private record Rule(String host, String path, String kind) {
        boolean fits(String ofHost, String ofPath) {
            return (ofHost.equals(host) || ofHost.endsWith("." + host)) && ofPath.startsWith(path);
        }
    }

    static String of(String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            return "page";
        }
        String host = address.group(1).toLowerCase(Locale.ROOT);
        String path = address.group(2).isEmpty() ? "/" : address.group(2);
        for (Rule rule : RULES) {
            if (rule.fits(host, path)) {
                return rule.kind();
            }
        }
        return path.toLowerCase(Locale.ROOT).endsWith(".pdf") ? "paper" : "page";
    }

    /** Returns what an address says about its page: the last name in its path, else host and path. */
    static String pageName(String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            return url;
        }
        String host = address.group(1).replaceFirst("^www\\.", "");
        String path = decode(address.group(2)).replaceFirst("/+$", "");
        String last = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.(?:html?|php|pdf|aspx?|md)$", "");
        boolean telling = last.codePoints().filter(Character::isLetter).count() >= 4
                && (last.indexOf('-') > 0
                        || last.indexOf('_') > 0
                        || last.chars().noneMatch(Character::isDigit))
                && !last.matches("(?i)(?:index|default|view|show|watch|article|post|p)");
        return telling ? last.replace('-', ' ').replace('_', ' ').strip() : host + path;
    }

    private static String decode(String path) {
        try {
            String decoded = URI.create("x:" + path).getSchemeSpecificPart();
            return decoded == null ? path : decoded;
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    private static List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (String[] row : Table.read("source-kinds.tsv", 3)) {
            rules.add(new Rule(row[0], row[1], row[2]));
        }
        rules.sort(Comparator.comparingInt((Rule rule) -> -rule.host().length())
                .thenComparingInt(rule -> -rule.path().length())
                .thenComparing(Rule::host)
                .thenComparing(Rule::path));
        return List.copyOf(rules);
    }
}
