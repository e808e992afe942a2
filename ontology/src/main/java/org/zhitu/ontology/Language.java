package org.zhitu.ontology;

import java.util.Locale;

/** A language that Zhitu speaks. Every label, definition and message exists in both. */
public enum Language {
    /** Chinese; stands for every {@code zh} tag. */
    ZH("zh"),
    /** English; stands for every {@code en} tag. */
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** Returns the BCP 47 tag that literals of this language carry. */
    public String tag() {
        return tag;
    }

    /** Returns the other language, the one to fall back to. */
    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /**
     * Returns the language that serves a BCP 47 range best: {@code zh-CN}, {@code zh-Hant} and {@code cmn} are Chinese,
     * everything else is English. A list of ranges with weights is the caller's to order.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4647#section-3.4">RFC 4647, section 3.4</a>
     */
    public static Language lookup(String range) {
        String primary = range.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return switch (primary) {
            case "zh", "cmn", "yue", "wuu" -> ZH;
            default -> EN;
        };
    }

    /** Returns the language that a text is written in, as far as its script tells: Chinese where any character is one. */
    public static Language written(String text) {
        return text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN) ? ZH : EN;
    }
}
