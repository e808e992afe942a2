package org.zhitu.loader.extract;

import com.ibm.icu.text.Transliterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.zhitu.ontology.Slug;

/** Names for addresses, made from text in any script. */
final class Pinyin {
    /** Longest name, in characters. */
    private static final int LONGEST = 60;

    private static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    /** Chinese punctuation, which parts words. */
    private static final String PUNCTUATION = "、。《》「」【】！（），：；？";

    /** The syllable of each Chinese character met so far: ICU goes by characters, and takes long for each. */
    private static final ConcurrentMap<Character, String> SYLLABLES = new ConcurrentHashMap<>();

    private Pinyin() {}

    /** Returns a slug of the text, Chinese as pinyin, cut between syllables; empty where nothing can be spelled. */
    static String slug(String text) {
        String start = text.length() > LONGEST * 2 ? text.substring(0, LONGEST * 2) : text;
        String slug = Slug.of(latin(start));
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int cut = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, cut > 0 ? cut : LONGEST);
    }

    private static String latin(String text) {
        if (text.chars().allMatch(c -> c < 0x250)) {
            return text;
        }
        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x4e00 && c <= 0x9fff) {
                String syllable = SYLLABLES.computeIfAbsent(c, han -> TO_LATIN.transliterate(String.valueOf(han)));
                spelled.append(' ').append(syllable).append(' ');
            } else if (c < 0x80) {
                spelled.append(c);
            } else if (PUNCTUATION.indexOf(c) >= 0) {
                spelled.append(' ');
            } else {
                return TO_LATIN.transliterate(spaced(text));
            }
        }
        return spelled.toString();
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
