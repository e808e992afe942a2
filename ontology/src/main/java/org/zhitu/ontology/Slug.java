package org.zhitu.ontology;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The last segment of a concept's IRI: lower-case ASCII letters and digits in groups joined by single hyphens. */
public final class Slug {
    private static final Pattern VALID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+|['’]");
    private static final Pattern OTHER = Pattern.compile("[^a-z0-9]+");

    private Slug() {}

    /** Says whether a text can be a slug. */
    public static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }

    /**
     * Returns the slug of a label: accents and apostrophes dropped, everything else that is not an ASCII letter or digit
     * a hyphen. Empty when nothing is left, as for a Chinese label: those are transliterated first, by the caller.
     */
    public static String of(String label) {
        String plain =
                MARKS.matcher(Normalizer.normalize(label, Normalizer.Form.NFKD)).replaceAll("");
        String hyphenated = OTHER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
        int from = hyphenated.startsWith("-") ? 1 : 0;
        int to = hyphenated.endsWith("-") ? hyphenated.length() - 1 : hyphenated.length();
        return from >= to ? "" : hyphenated.substring(from, to);
    }
}
