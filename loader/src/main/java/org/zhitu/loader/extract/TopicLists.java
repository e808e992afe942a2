package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitu.loader.lexicon.Mention;

/**
 * Finds the lists in which a note names its topics: lines, list items or lines of a paragraph of which at least half are
 * nothing but names of concepts; and paragraphs that are nothing but such names.
 */
final class TopicLists {
    /** Longest line that can be an entry, in UTF-16 code units. */
    private static final int LONGEST_ENTRY = 60;

    /** Longest name that leads an entry, in UTF-16 code units. */
    private static final int LONGEST_LEAD = 40;

    /** What parts the name that an entry starts with from what it says about it. */
    private static final Pattern LEAD_END = Pattern.compile("[：:](?!//)|\\s+[-–—]+\\s+|——");

    private static final Pattern REMARK = Pattern.compile("\\s*[(（][^()（）]*[)）]$");

    private final Reading reading;
    private final Map<Integer, List<Prose.Range>> topics = new HashMap<>();
    private final List<Entry> unknown = new ArrayList<>();

    /**
     * An entry of a topic list.
     *
     * @param passage the number of the passage it stands in
     * @param range   its text in there, without bullet, enumerator and punctuation around it
     */
    record Entry(int passage, Prose.Range range) {}

    private TopicLists(Reading reading) {
        this.reading = reading;
    }

    static TopicLists of(Reading reading) {
        TopicLists lists = new TopicLists(reading);
        for (List<Integer> group : reading.groups()) {
            List<Entry> entries = new ArrayList<>();
            group.forEach(passage -> lists.addEntry(passage, 0, lists.endOfLead(passage), entries));
            lists.judge(entries, 2);
        }
        for (int i = 0; i < reading.passages().size(); i++) {
            Passage passage = reading.passages().get(i);
            if (passage.role() == Passage.Role.PARAGRAPH) {
                List<Entry> entries = new ArrayList<>();
                for (Prose.Range line : passage.prose().lines()) {
                    lists.addEntry(i, line.start(), line.end(), entries);
                }
                lists.judge(entries, 1);
            }
        }
        return lists;
    }

    /** Says whether a mention in a passage stands in a topic list. */
    boolean contains(int passage, Mention mention) {
        return topics.getOrDefault(passage, List.of()).stream()
                .anyMatch(range -> range.start() <= mention.start() && mention.end() <= range.end());
    }

    /** Returns the entries of topic lists that name no concept known. */
    List<Entry> unknown() {
        return unknown;
    }

    /** Returns where the name ends that an entry starts with; the entry's end where it is nothing else. */
    private int endOfLead(int passage) {
        Prose prose = reading.passages().get(passage).prose();
        String text = prose.text();
        Matcher end = LEAD_END.matcher(text);
        for (int at = 0; at < text.length() && at <= LONGEST_LEAD; at++) {
            char c = text.charAt(at);
            boolean mayEnd = c == ':' || c == '：' || c == '—' || Character.isWhitespace(c);
            if (mayEnd && end.region(at, text.length()).lookingAt()) {
                return end.end() < text.stripTrailing().length() ? at : text.length();
            }
        }
        return text.length();
    }

    private void addEntry(int passage, int from, int to, List<Entry> entries) {
        String text = reading.passages().get(passage).prose().text();
        int start = Math.min(QuestionPhrase.afterEnumerator(text.substring(0, to), from), to);
        int end = to;
        while (start < end && !Character.isLetterOrDigit(text.charAt(start))) {
            start++;
        }
        while (end > start && !isTermEnd(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            entries.add(new Entry(passage, new Prose.Range(start, end)));
        }
    }

    private static boolean isTermEnd(char c) {
        return Character.isLetterOrDigit(c) || c == '+' || c == '#' || c == ')' || c == '）' || c == '*';
    }

    private void judge(List<Entry> entries, int least) {
        long bare = entries.stream().filter(this::isBare).count();
        boolean names = entries.stream().allMatch(entry -> isName(entry) || isBare(entry));
        if (entries.size() < least || bare == 0 || bare * (names ? 3 : 2) < entries.size()) {
            return;
        }
        for (Entry entry : entries) {
            if (entry.range().length() <= LONGEST_ENTRY) {
                topics.computeIfAbsent(entry.passage(), key -> new ArrayList<>())
                        .add(entry.range());
                if (entries.size() >= 3 && mentions(entry).isEmpty()) {
                    unknown.add(entry);
                }
            }
        }
    }

    private boolean isName(Entry entry) {
        String text = text(entry);
        boolean bracketed = text.endsWith(")") || text.endsWith("）");
        return Terms.isTerm(bracketed ? REMARK.matcher(text).replaceFirst("") : text);
    }

    private String text(Entry entry) {
        return reading.passages()
                .get(entry.passage())
                .prose()
                .text()
                .substring(entry.range().start(), entry.range().end());
    }

    private List<Mention> mentions(Entry entry) {
        return reading.passages().get(entry.passage()).mentions().stream()
                .filter(mention -> mention.start() >= entry.range().start()
                        && mention.end() <= entry.range().end())
                .toList();
    }

    /** Says whether an entry is nothing but names of concepts and what joins them. */
    private boolean isBare(Entry entry) {
        List<Mention> mentions = mentions(entry);
        if (mentions.isEmpty()) {
            return false;
        }
        String text = reading.passages().get(entry.passage()).prose().text();
        int at = entry.range().start();
        for (Mention mention : mentions) {
            if (!joins(text, at, mention.start())) {
                return false;
            }
            at = mention.end();
        }
        return joins(text, at, entry.range().end());
    }

    private static boolean joins(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (" \t\n、,，/&和与及|+()（）·;；-".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
