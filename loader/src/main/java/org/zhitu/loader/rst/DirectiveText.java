package org.zhitu.loader.rst;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What stands after a directive's name, taken apart.
 *
 * @param argument its argument, lines joined by line ends
 * @param head     the lines of its argument
 * @param options  its options in order
 * @param content  its body
 */
record DirectiveText(String argument, Lines head, Map<String, String> options, Lines content) {
    /** Whether the text after the name is an argument or already the body. */
    enum Form {
        ARGUMENT,
        CONTENT
    }

    /** Takes the lines after a directive's name apart; the first is the rest of its own line and may be blank. */
    static DirectiveText of(Lines lines, Form form) {
        int from = lines.isBlank(0) ? 1 : 0;
        int end = Math.max(Math.min(from, lines.size()), lines.endOfUnbroken(from));
        int fields = from;
        while (fields < end && FieldMarker.of(lines, fields).isEmpty()) {
            fields++;
        }
        Lines head = lines.slice(Math.min(from, end), Math.min(fields, end));
        Lines rest = lines.slice(end, lines.size());
        Map<String, String> options = options(lines, fields, end);
        boolean isArgument = form == Form.ARGUMENT && from == 0;
        return isArgument
                ? new DirectiveText(head.verbatim(0, head.size()).strip(), head, options, rest.trimmed())
                : new DirectiveText(
                        "", lines.slice(0, 0), options, head.followedBy(rest).trimmed());
    }

    /** Takes the first line of the body as the argument, where the argument was put on a line of its own. */
    DirectiveText withArgumentFromContent() {
        if (!argument.isEmpty() || content.size() == 0) {
            return this;
        }
        return new DirectiveText(
                content.text(0),
                content.slice(0, 1),
                options,
                content.slice(1, content.size()).trimmed());
    }

    private static Map<String, String> options(Lines lines, int from, int to) {
        Map<String, String> options = new LinkedHashMap<>();
        int at = from;
        while (at < to) {
            Optional<FieldMarker> marker = FieldMarker.of(lines, at);
            int end = at + 1;
            while (end < to && lines.get(end).isIndented()) {
                end++;
            }
            if (marker.isPresent()) {
                String first = lines.text(at).substring(marker.get().length()).strip();
                String more = end > at + 1 ? "\n" + lines.dedented(at + 1, end).verbatim(0, end - at - 1) : "";
                options.putIfAbsent(marker.get().name(), (first + more).strip());
            }
            at = end;
        }
        return Collections.unmodifiableMap(options);
    }
}
