package org.zhitu.server.plan;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SectionRef;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.graph.study.StudyPath;
import org.zhitu.graph.study.Timetable;
import org.zhitu.ontology.Iris;

/**
 * A plan as a calendar: one event for each portion of a week, on the days of the week that its share of the time falls on,
 * and one for the end.
 * Events last whole days and leave the time free, since a plan knows how much a week is for study and not when. To-dos would
 * say it as well, but most calendars leave them out when they import.
 *
 * <p>An event's name is made of the goals, the step and the number of the portion, so that importing a later plan moves
 * events instead of adding them; its time stamp is the first day of the plan, so that equal plans are equal bytes.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545</a>
 */
final class PlanCalendar {
    /** The length of a line in octets, without its end (section 3.1). */
    private static final int LINE = 75;

    private static final int DAYS = 7;
    private static final int SHOWN = 3;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final PlanWords words;
    private final StringBuilder text = new StringBuilder();

    PlanCalendar(PlanWords words) {
        this.words = words;
    }

    String write(Plan plan) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Zhitu//Zhitu//" + words.language().tag().toUpperCase(Locale.ROOT));
        line("CALSCALE", "GREGORIAN");
        line("NAME", escaped(words.of("calendar-name", words.goals(plan))));
        line("X-WR-CALNAME", escaped(words.of("calendar-name", words.goals(plan))));
        plan.schedule().ifPresent(schedule -> events(plan, schedule));
        line("END", "VCALENDAR");
        return text.toString();
    }

    private void events(Plan plan, Plan.Schedule schedule) {
        Map<String, StudyPath.Step> steps = new HashMap<>();
        plan.path().steps().forEach(step -> steps.put(step.slug(), step));
        Map<String, Integer> parts = new HashMap<>();
        String goals =
                Iris.hash(String.join(" ", plan.path().goal().stream().sorted().toList()));
        String stamp = DAY.format(schedule.budget().start()) + "T000000Z";
        for (Timetable.Week week : schedule.timetable().weeks()) {
            int before = 0;
            for (Timetable.Portion portion : week.portions()) {
                StudyPath.Step step = steps.get(portion.slug());
                if (step != null) {
                    int part = parts.merge(portion.slug(), 1, Integer::sum);
                    line("BEGIN", "VEVENT");
                    line("UID", portion.slug() + "-" + part + "-" + goals + "@zhitu");
                    line("DTSTAMP", stamp);
                    days(
                            week.from(),
                            before,
                            portion.minutes(),
                            schedule.budget().minutesPerWeek());
                    event(portion, part, step);
                    line("END", "VEVENT");
                }
                before += portion.minutes();
            }
        }
        milestone(plan, schedule, goals, stamp);
    }

    /** The end of the plan, with whether it fits. A calendar without any event would be none (section 3.6). */
    private void milestone(Plan plan, Plan.Schedule schedule, String goals, String stamp) {
        String language = ";LANGUAGE=" + words.language().tag();
        LocalDate end = schedule.timetable().end();
        line("BEGIN", "VEVENT");
        line("UID", "end-" + goals + "@zhitu");
        line("DTSTAMP", stamp);
        line("DTSTART;VALUE=DATE", DAY.format(end));
        line("DTEND;VALUE=DATE", DAY.format(end.plusDays(1)));
        line("SUMMARY" + language, escaped(words.of("milestone", words.goals(plan))));
        List<String> lines = new ArrayList<>(words.verdict(schedule));
        lines.addAll(words.remarks(plan));
        line("DESCRIPTION" + language, escaped(String.join("\n", lines)));
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    /** The days that a portion falls on where a week's minutes are spread evenly over its days. */
    private void days(LocalDate first, int before, int minutes, int perWeek) {
        int from = Math.min(DAYS - 1, (int) ((long) before * DAYS / perWeek));
        int to = Math.clamp((long) (before + minutes - 1) * DAYS / perWeek, from, DAYS - 1);
        line("DTSTART;VALUE=DATE", DAY.format(first.plusDays(from)));
        line("DTEND;VALUE=DATE", DAY.format(first.plusDays(to + 1L)));
    }

    private void event(Timetable.Portion portion, int part, StudyPath.Step step) {
        String language = ";LANGUAGE=" + words.language().tag();
        String name = portion.begins() ? step.label() : words.of("part", step.label(), part);
        line("SUMMARY" + language, escaped(name + words.of("in-brackets", words.duration(portion.minutes()))));
        line("DESCRIPTION" + language, escaped(String.join("\n", description(step))));
        line("CATEGORIES" + language, escaped(step.area().label()));
        line("TRANSP", "TRANSPARENT");
    }

    private List<String> description(StudyPath.Step step) {
        List<String> lines = new ArrayList<>();
        step.because().stream().limit(SHOWN).map(words::because).forEach(lines::add);
        for (SectionRef section : some(step.sections())) {
            lines.add("§ " + section.title() + "  " + PlanWords.place(section));
        }
        for (QuestionRef question : some(step.questions())) {
            lines.add("? " + question.text().strip() + "  " + PlanWords.place(question));
        }
        for (SourceRef source : some(step.sources())) {
            lines.add(source.title() + "  " + source.url());
        }
        return lines;
    }

    private static <T> List<T> some(List<T> all) {
        return all.subList(0, Math.min(all.size(), SHOWN));
    }

    /** Returns a value of type TEXT (section 3.3.11); characters that it cannot hold become spaces. */
    private static String escaped(String value) {
        return value.replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ")
                .replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    /** Writes a content line, folded between characters so that no line is longer than it may be (section 3.1). */
    private void line(String name, String value) {
        int octets = 0;
        String line = name + ":" + value;
        for (int at = 0; at < line.length(); ) {
            int character = line.codePointAt(at);
            String one = Character.toString(character);
            int length = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += length;
            at += one.length();
        }
        text.append("\r\n");
    }
}
