package org.zhitu.graph.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a learner has done: the content of a progress file, see {@code docs/progress.md}. Events are only ever added, so the
 * progress of two devices is the union of their events, and how things stand is what the latest event says.
 *
 * @param events each id once, by time, then by id
 */
public record Progress(List<ProgressEvent> events) {
    /** The most events of one file. */
    public static final int MAX_EVENTS = 200_000;

    /** The longest id, slug or question, in UTF-16 code units. */
    public static final int MAX_TEXT = 200;

    /** Sorts; of several events with one id the first in {@link ProgressEvent#ORDER}, then by content, is kept. */
    public Progress {
        if (events.size() > MAX_EVENTS) {
            throw new IllegalArgumentException("more than " + MAX_EVENTS + " events: " + events.size());
        }
        Map<String, ProgressEvent> byId = new HashMap<>();
        for (ProgressEvent event : events) {
            byId.merge(event.id(), event, Progress::first);
        }
        List<ProgressEvent> sorted = new ArrayList<>(byId.values());
        sorted.sort(ProgressEvent.ORDER);
        events = List.copyOf(sorted);
    }

    /** Returns the progress of nobody yet. */
    public static Progress none() {
        return new Progress(List.of());
    }

    /**
     * Returns the progress of two devices together. Commutative, associative, and merging twice changes nothing.
     *
     * @throws IllegalArgumentException if there are more than {@link #MAX_EVENTS} events
     */
    public Progress merge(Progress other) {
        List<ProgressEvent> all = new ArrayList<>(events);
        all.addAll(other.events);
        return new Progress(all);
    }

    /** Returns how every concept stands that was ever marked, by slug; what was unmarked last is left out. */
    public SortedMap<String, ProgressEvent.State> states() {
        SortedMap<String, ProgressEvent.State> states = new TreeMap<>();
        for (ProgressEvent event : effective()) {
            if (event instanceof ProgressEvent.Marked marked) {
                states.put(marked.concept(), marked.state());
            }
        }
        states.values().removeIf(state -> state == ProgressEvent.State.NONE);
        return states;
    }

    /** Returns the slugs of the concepts that stand as known. */
    public SortedSet<String> known() {
        SortedSet<String> known = new TreeSet<>();
        states().forEach((slug, state) -> {
            if (state == ProgressEvent.State.KNOWN) {
                known.add(slug);
            }
        });
        return known;
    }

    /** Returns the reviews of each question, oldest first, by its id: what FSRS is replayed from. */
    public SortedMap<String, List<ProgressEvent.Reviewed>> reviews() {
        SortedMap<String, List<ProgressEvent.Reviewed>> reviews = new TreeMap<>();
        for (ProgressEvent event : effective()) {
            if (event instanceof ProgressEvent.Reviewed reviewed) {
                reviews.computeIfAbsent(reviewed.question(), question -> new ArrayList<>())
                        .add(reviewed);
            }
        }
        return reviews;
    }

    /** The events that nothing takes back. */
    private List<ProgressEvent> effective() {
        Set<String> undone = new HashSet<>();
        for (ProgressEvent event : events) {
            if (event instanceof ProgressEvent.Undone one) {
                undone.add(one.event());
            }
        }
        return undone.isEmpty()
                ? events
                : events.stream().filter(event -> !undone.contains(event.id())).toList();
    }

    static void check(String name, String text) {
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(name + " is blank or longer than " + MAX_TEXT + ": " + text);
        }
    }

    private static ProgressEvent first(ProgressEvent one, ProgressEvent other) {
        Comparator<ProgressEvent> order = ProgressEvent.ORDER.thenComparing(Progress::content);
        return order.compare(one, other) <= 0 ? one : other;
    }

    /** What an event says, as the file spells it. */
    private static String content(ProgressEvent event) {
        return switch (event) {
            case ProgressEvent.Marked marked ->
                "concept " + marked.concept() + " " + marked.state().name().toLowerCase(Locale.ROOT);
            case ProgressEvent.Reviewed reviewed ->
                "review " + reviewed.question() + " " + reviewed.grade().number();
            case ProgressEvent.Undone undone -> "undo " + undone.event();
        };
    }
}
