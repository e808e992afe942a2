package org.zhitu.loader.rst;

import java.util.Optional;

/**
 * The name of a directive and the two colons after it.
 *
 * @param length the length of name and colons
 */
record DirectiveMarker(String name, int length) {
    static Optional<DirectiveMarker> of(String text) {
        int end = ReferenceName.end(text, 0, text.length());
        int colons = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        boolean marked = end > 0 && text.startsWith("::", colons);
        boolean bounded = marked && (colons + 2 == text.length() || Character.isWhitespace(text.charAt(colons + 2)));
        return bounded ? Optional.of(new DirectiveMarker(text.substring(0, end), colons + 2)) : Optional.empty();
    }
}
