package org.zhitu.server.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitu.graph.review.Progress;
import org.zhitu.graph.review.ProgressEvent;
import org.zhitu.server.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/**
 * Reads the progress that a browser exports: an object with a list {@code events}. An event has an {@code id} and a time
 * {@code at}; one with a {@code concept} has its {@code state}, one with a {@code question} the {@code grade} from 1 to 4.
 * Other members, and events of other kinds, are left out: they come from a later version.
 */
public final class ProgressFile {
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
            throw broken(file, e.members().getOrDefault("line", 1) + ":" + e.members().getOrDefault("column", 1));
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
        try {
            if (event.has("concept")) {
                return Optional.of(new ProgressEvent.Marked(
                        text(file, place, event, "id"),
                        time(file, place, event),
                        text(file, place, event, "concept"),
                        state(file, place, event)));
            }
            if (event.has("question")) {
                return Optional.of(new ProgressEvent.Reviewed(
                        text(file, place, event, "id"),
                        time(file, place, event),
                        text(file, place, event, "question"),
                        ProgressEvent.Grade.of(event.path("grade").asInt(0))));
            }
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            throw broken(file, place);
        }
    }

    private static String text(String file, String place, JsonNode event, String member) {
        JsonNode text = event.path(member);
        if (!text.isString()) {
            throw broken(file, place + "." + member);
        }
        return text.asString();
    }

    private static Instant time(String file, String place, JsonNode event) {
        try {
            return Instant.parse(text(file, place, event, "at"));
        } catch (DateTimeException e) {
            throw broken(file, place + ".at");
        }
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
