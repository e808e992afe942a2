package org.zhitu.loader.extract;

import com.ibm.icu.text.Transliterator;
import org.zhitu.ontology.Slug;

/** Names for addresses, made from text in any script. */
final class Pinyin {
    /** Longest name, in characters. */
    private static final int LONGEST = 60;

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private Pinyin() {}

    /** Returns a slug of the text, Chinese as pinyin, cut between syllables; empty where nothing can be spelled. */
    static String slug(String text) {
        String start = text.length() > LONGEST * 2 ? text.substring(0, LONGEST * 2) : text;
        boolean latin = start.chars().allMatch(c -> c < 0x250);
        String slug = Slug.of(latin ? start : TO_LATIN.transliterate(spaced(start)));
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int cut = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, cut > 0 ? cut : LONGEST);
    }

    /** Parts Chinese characters from the Latin words they are glued to. */
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder();
        boolean before = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ideographic = c >= 0x2e80;
            if (i > 0 && ideographic != before) {
                spaced.append(' ');
            }
            spaced.append(c);
            before = ideographic;
        }
        return spaced.toString();
    }
}
