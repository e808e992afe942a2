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
import tools.jackson.databind.JsonNode;

/**
 * Reads the progress that a browser exports, as {@code docs/progress.md} describes it. Members and types of events that are
 * not described there are left out.
 */
public final class ProgressFile {
    private static final String FORMAT = "zhitu-progress";
    private static final int VERSION = 1;

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
            root = Json.parse(text, JsonNode.class);
        } catch (ProblemException e) {
            throw broken(
                    file,
                    e.members().getOrDefault("line", 1) + ":" + e.members().getOrDefault("column", 1));
        }
        if (!root.path("format").asString("").equals(FORMAT)) {
            throw broken(file, "format");
        }
        JsonNode version = root.path("version");
        if (!version.isIntegralNumber() || version.asInt(0) < 1 || version.asInt(0) > VERSION) {
            throw broken(file, "version");
        }
        JsonNode list = root.path("events");
        if (!list.isArray() || list.size() > Progress.MAX_EVENTS) {
            throw broken(file, "events");
        }
        List<ProgressEvent> events = new ArrayList<>();
        for (int at = 0; at < list.size(); at++) {
            event(file, "events[" + at + "]", list.path(at)).ifPresent(events::add);
        }
        return new Progress(events);
    }

    private static Optional<ProgressEvent> event(String file, String place, JsonNode event) {
        String id = text(file, place, event, "id");
        Instant at = time(file, place, event);
        String type = text(file, place, event, "type");
        return switch (type) {
            case "concept" ->
                Optional.of(new ProgressEvent.Marked(
                        id, at, text(file, place, event, "concept"), state(file, place, event)));
            case "review" ->
                Optional.of(new ProgressEvent.Reviewed(
                        id, at, text(file, place, event, "question"), grade(file, place, event)));
            case "undo" -> Optional.of(new ProgressEvent.Undone(id, at, text(file, place, event, "event")));
            default -> Optional.empty();
        };
    }

    private static String text(String file, String place, JsonNode event, String member) {
        JsonNode text = event.path(member);
        if (!text.isString() || text.asString().isBlank() || text.asString().length() > Progress.MAX_TEXT) {
            throw broken(file, place + "." + member);
        }
        return text.asString();
    }

    private static Instant time(String file, String place, JsonNode event) {
        String text = text(file, place, event, "at");
        try {
            if (TIME.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // a day that no calendar has
        }
        throw broken(file, place + ".at");
    }

    private static ProgressEvent.Grade grade(String file, String place, JsonNode event) {
        JsonNode grade = event.path("grade");
        if (!grade.isIntegralNumber() || grade.asInt(0) < 1 || grade.asInt(0) > ProgressEvent.Grade.values().length) {
            throw broken(file, place + ".grade");
        }
        return ProgressEvent.Grade.of(grade.asInt());
    }

    private static ProgressEvent.State state(String file, String place, JsonNode event) {
        String name = text(file, place, event, "state");
        for (ProgressEvent.State state : ProgressEvent.State.values()) {
            if (Json.name(state).equals(name)) {
                return state;
            }
        }
        throw broken(file, place + ".state");
    }

    private static ProblemException broken(String file, String place) {
        return new ProblemException(400, "bad-progress", file, place);
    }
}
