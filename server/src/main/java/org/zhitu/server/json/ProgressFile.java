package org.zhitu.server.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhitu.graph.review.Progress;
import org.zhitu.graph.review.ProgressEvent;
import org.zhitu.server.problem.ProblemException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads the progress that a browser exports, as {@code docs/progress.md} describes it. Members and types of events that are
 * not described there are left out.
 */
public final class ProgressFile {
    private static final String FORMAT = "zhitu-progress";
    private static final int VERSION = 1;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** RFC 3339, milliseconds at most, no leap second: what a browser reads too. */
    private static final Pattern TIME = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\d[Tt]([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?([Zz]|[+-](0\\d|1[0-7]):[0-5]\\d)");

    private ProgressFile() {}

    /**
     * Returns the progress that a text holds.
     *
     * @param file what the text is called in messages
     * @throws ProblemException if it is not JSON, or breaks the form, with the place
     */
    public static Progress parse(String file, String text) {
        JsonNode root;
        try {
            root = Json.parse(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text, JsonNode.class);
        } catch (ProblemException e) {
            throw broken(
                    file,
                    e.members().getOrDefault("line", 1) + ":" + e.members().getOrDefault("column", 1));
        }
        if (!root.path("format").asString("").equals(FORMAT)) {
            throw broken(file, "format");
        }
        int version = whole(root.path("version"));
        if (version < 1) {
            throw broken(file, "version");
        }
        if (version > VERSION) {
            throw new ProblemException(400, "newer-progress", file, version, VERSION);
        }
        JsonNode list = root.path("events");
        if (!list.isArray() || list.size() > Progress.MAX_EVENTS) {
            throw broken(file, "events");
        }
        List<ProgressEvent> events = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            new Event(file, text, at, list.path(at)).read().ifPresent(events::add);
        }
        return new Progress(events);
    }

    /** Returns a whole number, as {@code 3} or {@code 3.0}: to JSON they are one number; 0 for anything else. */
    private static int whole(JsonNode node) {
        double number = node.isNumber() ? node.asDouble() : 0;
        return number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE ? (int) number : 0;
    }

    private static ProblemException broken(String file, String place) {
        return new ProblemException(400, "bad-progress", file, place);
    }

    /**
     * An event as it is written.
     *
     * @param text the whole file
     * @param index which event, from 0
     */
    private record Event(String file, String text, int index, JsonNode node) {
        Optional<ProgressEvent> read() {
            if (!node.isObject()) {
                throw broken("");
            }
            String id = string("id");
            Instant at = time();
            return switch (string("type")) {
                case "concept" -> Optional.of(new ProgressEvent.Marked(id, at, string("concept"), state()));
                case "review" -> Optional.of(new ProgressEvent.Reviewed(id, at, string("question"), grade()));
                case "undo" -> Optional.of(new ProgressEvent.Undone(id, at, string("event")));
                default -> Optional.empty();
            };
        }

        private String string(String member) {
            JsonNode value = node.path(member);
            if (!value.isString()
                    || value.asString().isBlank()
                    || value.asString().length() > Progress.MAX_TEXT) {
                throw broken("." + member);
            }
            return value.asString();
        }

        private Instant time() {
            String time = string("at");
            try {
                if (TIME.matcher(time).matches()) {
                    return Instant.parse(time);
                }
            } catch (DateTimeException e) {
                // a day that no calendar has
            }
            throw broken(".at");
        }

        private ProgressEvent.Grade grade() {
            int grade = whole(node.path("grade"));
            if (grade < 1 || grade > ProgressEvent.Grade.values().length) {
                throw broken(".grade");
            }
            return ProgressEvent.Grade.of(grade);
        }

        private ProgressEvent.State state() {
            String name = string("state");
            for (ProgressEvent.State state : ProgressEvent.State.values()) {
                if (Json.name(state).equals(name)) {
                    return state;
                }
            }
            throw broken(".state");
        }

        private ProblemException broken(String member) {
            int line = line();
            return new ProblemException(400, "bad-progress-event", file, line, "events[" + index + "]" + member)
                    .with("line", line);
        }

        /** Returns the line that the event starts on. */
        private int line() {
            int line = 1;
            try (JsonParser parser = Json.mapper().createParser(text)) {
                parser.nextToken();
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    boolean events = parser.currentName().equals("events");
                    if (parser.nextToken() == JsonToken.START_ARRAY && events) {
                        for (int at = 0; parser.nextToken() != JsonToken.END_ARRAY; at++) {
                            line = at == index ? parser.currentTokenLocation().getLineNr() : line;
                            parser.skipChildren();
                        }
                    }
                    parser.skipChildren();
                }
            }
            return line;
        }
    }
}
