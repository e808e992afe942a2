package org.zhitu.loader.extract;

/** Words of a note, shortened for evidence. */
final class Quote {
    /** Longest quote, in UTF-16 code units. */
    private static final int LONGEST = 200;

    private Quote() {}

    static String of(String text) {
        String line = withSingleBlanks(text.replace(Prose.GAP, ' ')).strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int cut = LONGEST - 1;
        if (Character.isHighSurrogate(line.charAt(cut - 1))) {
            cut--;
        }
        return line.substring(0, cut) + "…";
    }

    /** Returns the sentence around a part of a text, shortened. */
    static String around(String text, int start, int end) {
        int from = start;
        while (from > 0 && start - from < LONGEST / 3 && !endsSentence(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < text.length() && to - end < LONGEST / 3 && !endsSentence(text.charAt(to))) {
            to++;
        }
        return of(text.substring(from, to));
    }

    /** Returns a text with one blank for each run of ASCII white space. */
    static String withSingleBlanks(String text) {
        StringBuilder single = new StringBuilder(text.length());
        boolean blank = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean before = blank;
            blank = c == ' ' || (c >= '\t' && c <= '\r');
            if (!blank) {
                single.append(c);
            } else if (!before) {
                single.append(' ');
            }
        }
        return single.toString();
    }

    private static boolean endsSentence(char c) {
        return "。！？!?\n;；".indexOf(c) >= 0;
    }
}
