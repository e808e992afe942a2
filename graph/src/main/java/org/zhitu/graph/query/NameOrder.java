package org.zhitu.graph.query;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The order of names from A to Z, Chinese ones by pinyin. */
final class NameOrder {
    /** A to Z, then everything else. */
    static final Comparator<String> INITIALS =
            Comparator.comparing((String initial) -> initial.equals("#")).thenComparing(Comparator.naturalOrder());

    private NameOrder() {}

    /** Returns the letters that a name is sorted by: those of its wording, pinyin for Chinese characters. */
    static String key(String name) {
        StringBuilder key = new StringBuilder();
        for (char one : Wording.of(name).text().toCharArray()) {
            List<String> readings = Han.is(one) ? Han.readings(one) : List.of();
            if (readings.isEmpty()) {
                key.append(one);
            } else {
                key.append(readings.getLast()).append(' ');
            }
        }
        return key.toString();
    }

    /** Returns the upper-case ASCII letter that a key begins with, else {@code #}. */
    static String initial(String key) {
        boolean letter = !key.isEmpty() && key.charAt(0) >= 'a' && key.charAt(0) <= 'z';
        return letter ? key.substring(0, 1).toUpperCase(Locale.ROOT) : "#";
    }
}
