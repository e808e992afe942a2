package org.zhitu.loader.markdown;

import java.util.BitSet;

/**
 * The lines that are headings to a reader though no space follows their number signs: {@code ##标题}. A single sign may
 * start a tag of Obsidian as well; such a line is a heading where its author writes headings so elsewhere, or where it
 * cannot be a tag.
 */
final class GluedHeadings {
    private static final int MOST_MARKS = 6;

    private final BitSet headings = new BitSet();

    static GluedHeadings of(String[] lines, FenceLines fences) {
        GluedHeadings found = new GluedHeadings();
        BitSet single = new BitSet();
        for (int i = 0; i < lines.length; i++) {
            int marks = fences.isCode(i) ? 0 : marks(lines[i]);
            if (marks > 1) {
                found.headings.set(i);
            } else if (marks == 1 && isTitle(lines[i])) {
                single.set(i);
            }
        }
        boolean habit = !found.headings.isEmpty();
        for (int i = single.nextSetBit(0); i >= 0; i = single.nextSetBit(i + 1)) {
            if (habit || !mayBeTag(lines[i])) {
                found.headings.set(i);
            }
        }
        return found;
    }

    boolean isHeading(int line) {
        return headings.get(line);
    }

    /** Returns how many number signs a line starts with, if a word follows at once; else 0. */
    private static int marks(String line) {
        int marks = 0;
        while (marks < line.length() && line.charAt(marks) == '#') {
            marks++;
        }
        boolean glued = marks > 0 && marks <= MOST_MARKS && marks < line.length();
        return glued && Character.isLetterOrDigit(line.codePointAt(marks)) ? marks : 0;
    }

    /** Says whether a line with one sign holds Chinese text and no second tag. */
    private static boolean isTitle(String line) {
        return line.indexOf('#', 1) < 0 && line.codePoints().anyMatch(Character::isIdeographic);
    }

    private static boolean mayBeTag(String line) {
        int end = 1;
        while (end < line.length()
                && (Character.isLetterOrDigit(line.charAt(end)) || "-_/".indexOf(line.charAt(end)) >= 0)) {
            end++;
        }
        return end == line.length() || Character.isWhitespace(line.charAt(end));
    }
}
