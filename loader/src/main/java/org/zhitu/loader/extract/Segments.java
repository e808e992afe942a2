package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.List;

/** Cuts running text at the line ends that its author meant: not where a line was only wrapped. */
final class Segments {
    private Segments() {}

    /** Returns the segments in order, blank ones left out. */
    static List<Prose.Range> of(String text) {
        List<Prose.Range> segments = new ArrayList<>();
        int start = 0;
        for (int from = 0; from < text.length(); ) {
            int lineEnd = text.indexOf('\n', from);
            int end = lineEnd < 0 ? text.length() : lineEnd;
            if (lineEnd < 0 || !isWrap(text, end)) {
                if (!text.substring(start, end).isBlank()) {
                    segments.add(new Prose.Range(start, end));
                }
                start = end + 1;
            }
            from = end + 1;
        }
        return segments;
    }

    /** Says whether a sentence goes on after a line end: it breaks off at a comma or within Latin words. */
    private static boolean isWrap(String text, int lineEnd) {
        int before = lineEnd - 1;
        while (before >= 0 && isBlank(text.charAt(before))) {
            before--;
        }
        int after = lineEnd + 1;
        while (after < text.length() && isBlank(text.charAt(after))) {
            after++;
        }
        if (before < 0 || after >= text.length()) {
            return false;
        }
        char last = text.charAt(before);
        char next = text.charAt(after);
        if ("，,、（(".indexOf(last) >= 0) {
            return true;
        }
        boolean latin = last < 0x250 && (Character.isLetterOrDigit(last) || "`*_\"'-".indexOf(last) >= 0);
        boolean lowerNext = next < 0x250 && (Character.isLowerCase(next) || "(`*_\"'&".indexOf(next) >= 0);
        boolean longLine = lineEnd - text.lastIndexOf('\n', Math.max(0, lineEnd - 1)) > 50;
        return latin
                && (lowerNext
                        || (longLine
                                && next < 0x250
                                && Character.isLetterOrDigit(next)
                                && QuestionPhrase.afterEnumerator(
                                                text.substring(after, Math.min(text.length(), after + 12)), 0)
                                        == 0));
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\r';
    }
}
