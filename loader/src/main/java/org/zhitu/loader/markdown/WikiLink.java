package org.zhitu.loader.markdown;

import java.util.Optional;

/**
 * A link to another note by its name, as Obsidian writes it: {@code [[note|label]]}, or {@code ![[picture.png]]} to show
 * what it leads to in its place.
 *
 * @param start where it starts in the text
 * @param end   where it ends, not included
 */
record WikiLink(String target, String label, boolean embedded, int start, int end) {
    private static final int LONGEST = 300;

    /**
     * Returns the link whose brackets open here.
     *
     * @param from where it may start at the earliest
     */
    static Optional<WikiLink> at(String text, int at, int from) {
        if (!text.startsWith("[[", at)) {
            return Optional.empty();
        }
        int end = at + 2;
        int limit = Math.min(text.length(), at + LONGEST);
        while (end < limit && text.charAt(end) != ']' && text.charAt(end) != '[') {
            end++;
        }
        if (end == at + 2 || !text.startsWith("]]", end)) {
            return Optional.empty();
        }
        String content = text.substring(at + 2, end);
        int bar = content.indexOf('|');
        String before = bar < 0 ? content : content.substring(0, bar);
        String target = (before.endsWith("\\") ? before.substring(0, before.length() - 1) : before).strip();
        String label = bar < 0 ? target : content.substring(bar + 1).strip();
        boolean embedded = at > from && text.charAt(at - 1) == '!';
        return target.isEmpty()
                ? Optional.empty()
                : Optional.of(new WikiLink(
                        target, label.isEmpty() ? target : label, embedded, embedded ? at - 1 : at, end + 2));
    }
}
