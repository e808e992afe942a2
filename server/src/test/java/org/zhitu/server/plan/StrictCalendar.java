package org.zhitu.server.plan;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a calendar as RFC 5545 defines it and nothing more, knowing nothing of the writer. Whatever the standard forbids, of
 * what can occur here, is an {@link IllegalStateException} with the section.
 */
final class StrictCalendar {
    private static final String SAFE = "[^\\p{Cntrl}\";:,]*";
    private static final String QUOTED = "\"[^\\p{Cntrl}\"]*\"";
    private static final String PARAMETER_VALUE = "(?:" + QUOTED + "|" + SAFE + ")";
    private static final Pattern CONTENT_LINE = Pattern.compile("([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=" + PARAMETER_VALUE
            + "(?:," + PARAMETER_VALUE + ")*)*):([\\P{Cntrl}\\t]*)");
    private static final Pattern TEXT = Pattern.compile("(?:[^\\\\;,]++|\\\\[\\\\;,nN])*+");
    private static final Pattern UTC = Pattern.compile("(\\d{8})T([01]\\d|2[0-3])[0-5]\\d[0-5]\\dZ");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> TEXTS = Set.of("SUMMARY", "DESCRIPTION", "NAME", "X-WR-CALNAME");
    private static final Set<String> CALENDAR =
            new TreeSet<>(Set.of("PRODID", "VERSION", "CALSCALE", "NAME", "X-WR-CALNAME"));
    private static final Set<String> EVENT = new TreeSet<>(
            Set.of("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP"));

    private StrictCalendar() {}

    /** One property, its value with escapes undone where it is a text. */
    record Property(String name, String parameters, String value) {}

    /**
     * An event.
     *
     * @param to the last day
     */
    record Event(String uid, String stamp, LocalDate from, LocalDate to, String summary, String description) {}

    record Calendar(Map<String, Property> properties, List<Event> events) {}

    static Calendar read(byte[] bytes) {
        List<Property> lines = new ArrayList<>();
        unfold(bytes).forEach(line -> lines.add(property(line)));
        check(!lines.isEmpty() && isBegin(lines.getFirst(), "VCALENDAR"), "3.4: begins with a calendar");
        check(isEnd(lines.getLast(), "VCALENDAR"), "3.4: ends with the calendar");
        Map<String, Property> calendar = new LinkedHashMap<>();
        List<Event> events = new ArrayList<>();
        for (int at = 1; at < lines.size() - 1; at++) {
            if (isBegin(lines.get(at), "VEVENT")) {
                Map<String, Property> event = new LinkedHashMap<>();
                for (at++; !isEnd(lines.get(at), "VEVENT"); at++) {
                    once(event, lines.get(at), EVENT);
                }
                events.add(event(event));
            } else {
                check(events.isEmpty(), "3.6: properties before components");
                once(calendar, lines.get(at), CALENDAR);
            }
        }
        check(calendar.containsKey("PRODID"), "3.6: PRODID is required");
        check(value(calendar, "VERSION").equals("2.0"), "3.7.4: VERSION");
        check(value(calendar, "CALSCALE").equals("GREGORIAN"), "3.7.1: CALSCALE");
        check(!events.isEmpty(), "3.6: at least one component");
        Set<String> uids = new TreeSet<>();
        events.forEach(event -> check(uids.add(event.uid()), "3.8.4.7: UID twice: " + event.uid()));
        return new Calendar(calendar, events);
    }

    /** Section 3.1. */
    private static List<String> unfold(byte[] bytes) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                throw new IllegalStateException("3.1: a line feed alone at " + at);
            }
            if (bytes[at] == '\r') {
                check(at + 1 < bytes.length && bytes[at + 1] == '\n', "3.1: a carriage return alone at " + at);
                check(at - from <= 75, "3.1: a line of " + (at - from) + " octets");
                String line = utf8(bytes, from, at - from);
                if (line.startsWith(" ") || line.startsWith("\t")) {
                    check(!lines.isEmpty(), "3.1: nothing to continue");
                    lines.add(lines.removeLast() + line.substring(1));
                } else {
                    lines.add(line);
                }
                at++;
                from = at + 1;
            }
        }
        check(from == bytes.length, "3.1: the last line has no end");
        return lines;
    }

    private static String utf8(byte[] bytes, int from, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("3.1.4: a line that is not UTF-8 at " + from, e);
        }
    }

    private static Property property(String line) {
        Matcher parts = CONTENT_LINE.matcher(line);
        check(parts.matches(), "3.1: no content line: " + line);
        String name = parts.group(1);
        String value = parts.group(3);
        if (TEXTS.contains(name)) {
            check(TEXT.matcher(value).matches(), "3.3.11: no text: " + value);
            value = Pattern.compile("\\\\(.)").matcher(value).replaceAll(escape -> switch (escape.group(1)) {
                case "n", "N" -> "\n";
                case "\\" -> "\\\\";
                default -> escape.group(1);
            });
        }
        return new Property(name, parts.group(2), value);
    }

    private static void once(Map<String, Property> properties, Property property, Set<String> allowed) {
        check(allowed.contains(property.name()), "unexpected here: " + property.name());
        check(properties.put(property.name(), property) == null, "3.6: more than once: " + property.name());
    }

    private static Event event(Map<String, Property> event) {
        check(UTC.matcher(value(event, "DTSTAMP")).matches(), "3.8.7.2: DTSTAMP in UTC");
        check(Set.of("OPAQUE", "TRANSPARENT").contains(value(event, "TRANSP")), "3.8.2.7: TRANSP");
        LocalDate from = day(event, "DTSTART");
        LocalDate end = day(event, "DTEND");
        check(end.isAfter(from), "3.8.2.2: DTEND after DTSTART");
        return new Event(
                value(event, "UID"),
                value(event, "DTSTAMP"),
                from,
                end.minusDays(1),
                value(event, "SUMMARY"),
                value(event, "DESCRIPTION"));
    }

    private static LocalDate day(Map<String, Property> event, String name) {
        Property day = event.getOrDefault(name, new Property(name, "", ""));
        check(day.parameters().equals(";VALUE=DATE"), "3.3.4: " + name + " is a date: " + day);
        return LocalDate.parse(day.value(), DATE);
    }

    private static String value(Map<String, Property> properties, String name) {
        Property property = properties.get(name);
        check(property != null, "3.6: missing: " + name);
        return property == null ? "" : property.value();
    }

    private static boolean isBegin(Property line, String component) {
        return line.name().equals("BEGIN") && line.value().equals(component);
    }

    private static boolean isEnd(Property line, String component) {
        return line.name().equals("END") && line.value().equals(component);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
