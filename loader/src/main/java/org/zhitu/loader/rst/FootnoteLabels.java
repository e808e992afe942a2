package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The labels that a reader sees of footnotes: {@code #} and {@code #name} are counted past the numbers that are written
 * out, {@code *} gets one sign after the other.
 */
final class FootnoteLabels {
    private static final String SIGNS = "*†‡§¶#♠♥♦♣";

    private final List<String> numbered = new ArrayList<>();
    private final List<String> signed = new ArrayList<>();
    private final Map<String, String> named = new HashMap<>();
    private final Set<String> written = new HashSet<>();

    /**
     * @param defined the labels of the footnotes as written, in order
     */
    static FootnoteLabels of(List<String> defined) {
        FootnoteLabels labels = new FootnoteLabels();
        labels.written.addAll(defined);
        int number = 0;
        for (String label : defined) {
            if (label.equals("*")) {
                labels.signed.add(sign(labels.signed.size()));
            } else if (label.startsWith("#")) {
                do {
                    number++;
                } while (labels.written.contains(String.valueOf(number)));
                if (label.length() > 1) {
                    labels.named.putIfAbsent(label, String.valueOf(number));
                } else {
                    labels.numbered.add(String.valueOf(number));
                }
            }
        }
        return labels;
    }

    /** Returns what a reader sees of a label; the label as written where no footnote has it. */
    String shown(String label, int ordinal) {
        List<String> counted = label.equals("#") ? numbered : label.equals("*") ? signed : List.of();
        return ordinal < counted.size() ? counted.get(ordinal) : named.getOrDefault(label, label);
    }

    /** Says whether a footnote or citation has a label. */
    boolean has(String label, int ordinal) {
        return switch (label) {
            case "#" -> ordinal < numbered.size();
            case "*" -> ordinal < signed.size();
            default -> written.contains(label);
        };
    }

    private static String sign(int ordinal) {
        return String.valueOf(SIGNS.charAt(ordinal % SIGNS.length())).repeat(1 + ordinal / SIGNS.length());
    }
}
