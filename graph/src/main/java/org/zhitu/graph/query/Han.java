package org.zhitu.graph.query;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Chinese characters: simplified forms, and readings in pinyin without tones. Readings are ICU's, one for each character. */
public final class Han {
    private static final int IDEOGRAPHIC = UProperty.IDEOGRAPHIC;

    /** Characters that names of concepts use with another reading than the one that ICU gives. */
    private static final Map<Character, List<String>> MORE_READINGS = Map.ofEntries(
            Map.entry('长', List.of("zhang", "chang")),
            Map.entry('重', List.of("chong", "zhong")),
            Map.entry('行', List.of("hang", "xing")),
            Map.entry('率', List.of("lu", "lv")),
            Map.entry('绿', List.of("lu", "lv")),
            Map.entry('律', List.of("lu", "lv")),
            Map.entry('虑', List.of("lu", "lv")),
            Map.entry('滤', List.of("lu", "lv")),
            Map.entry('女', List.of("nu", "nv")),
            Map.entry('调', List.of("diao", "tiao")),
            Map.entry('都', List.of("du", "dou")),
            Map.entry('乐', List.of("yue", "le")),
            Map.entry('降', List.of("xiang", "jiang")),
            Map.entry('参', List.of("shen", "can")),
            Map.entry('传', List.of("zhuan", "chuan")),
            Map.entry('差', List.of("chai", "cha")));

    private static final Map<Character, Character> SIMPLIFIED = new ConcurrentHashMap<>();
    private static final Map<Character, List<String>> READINGS = new ConcurrentHashMap<>();

    private Han() {}

    /** Says whether a character is Chinese. */
    public static boolean is(char character) {
        return character >= '\u2E80' && UCharacter.hasBinaryProperty(character, IDEOGRAPHIC);
    }

    /** Returns the simplified form of a Chinese character; the character itself where there is none. */
    public static char simplified(char character) {
        return SIMPLIFIED.computeIfAbsent(character, one -> {
            String form = Transliterators.SIMPLIFIER.transliterate(String.valueOf(one));
            return form.length() == 1 ? form.charAt(0) : one;
        });
    }

    /** Returns the readings of a Chinese character in lower-case ASCII, the usual one last; none where ICU knows none. */
    public static List<String> readings(char character) {
        List<String> more = MORE_READINGS.get(character);
        return more != null
                ? more
                : READINGS.computeIfAbsent(character, one -> {
                    String reading = Transliterators.READER
                            .transliterate(String.valueOf(one))
                            .strip();
                    return reading.matches("[a-z]+") ? List.of(reading) : List.of();
                });
    }

    /** Loaded only when a Chinese character is met: reading ICU's rules takes a moment. */
    private static final class Transliterators {
        static final Transliterator SIMPLIFIER = Transliterator.getInstance("Hant-Hans");
        static final Transliterator READER = Transliterator.getInstance("Han-Latin; Latin-ASCII; Lower");
    }
}
