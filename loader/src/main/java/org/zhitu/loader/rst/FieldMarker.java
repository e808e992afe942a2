package org.zhitu.loader.rst;

import java.util.Optional;

/**
 * The name of a field between its colons.
 *
 * @param name   the name, escapes resolved
 * @param length the length of name and colons
 */
record FieldMarker(String name, int length) {
    static Optional<FieldMarker> of(Lines lines, int at) {
        Line line = lines.get(at);
        String text = lines.source();
        int start = line.start();
        if (line.isBlank() || text.charAt(start) != ':' || line.end() - start < 3) {
            return Optional.empty();
        }
        char first = text.charAt(start + 1);
        if (first == ':' || first == ' ') {
            return Optional.empty();
        }
        for (int i = start + 1; i < line.end(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == ':') {
                boolean ends = i + 1 == line.end() || text.charAt(i + 1) == ' ' || text.charAt(i + 1) == '\t';
                if (ends) {
                    return text.charAt(i - 1) == ' '
                            ? Optional.empty()
                            : Optional.of(
                                    new FieldMarker(Escapes.resolve(text.substring(start + 1, i)), i + 1 - start));
                }
                if (text.charAt(i + 1) == '`') {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
