package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.source.SourceSpan;

/** What the names in a note stand for: targets of links and substitutions. The first definition of a name counts. */
final class Definitions {
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final int MOST_INDIRECTIONS = 16;

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private final Set<String> places = new HashSet<>();
    private final List<Target> anonymous = new ArrayList<>();
    private final Map<String, Substitution> substitutions = new HashMap<>();
    private final List<String> footnotes = new ArrayList<>();
    private FootnoteLabels labels = FootnoteLabels.of(List.of());
    private boolean frozen;

    /** What a name stands for. */
    sealed interface Target {
        /** An address. */
        record Address(String address) implements Target {}

        /** A place in this note. */
        record Place(String name) implements Target {}
    }

    /** What {@code |name|} stands for. */
    sealed interface Substitution {
        record Picture(String target, String alt) implements Substitution {}

        record Words(String text) implements Substitution {}
    }

    void address(String name, String address) {
        if (!frozen) {
            addresses.putIfAbsent(normal(name), address);
        }
    }

    void alias(String name, String other) {
        if (!frozen) {
            aliases.putIfAbsent(normal(name), normal(other));
        }
    }

    void place(String name) {
        if (!frozen) {
            places.add(normal(name));
        }
    }

    void anonymous(Target target) {
        if (!frozen) {
            anonymous.add(target);
        }
    }

    void substitution(String name, Substitution substitution) {
        if (!frozen) {
            substitutions.putIfAbsent(normal(name), substitution);
        }
    }

    void footnote(String label) {
        if (!frozen) {
            footnotes.add(label);
        }
    }

    /** Returns the labels of all footnotes, which are known only when the note has been read once. */
    FootnoteLabels footnotes() {
        return labels;
    }

    Optional<Target> target(String name) {
        String current = normal(name);
        for (int i = 0; i < MOST_INDIRECTIONS; i++) {
            String address = addresses.get(current);
            if (address != null) {
                return Optional.of(new Target.Address(address));
            }
            String next = aliases.get(current);
            if (next == null) {
                return places.contains(current) ? Optional.of(new Target.Place(current)) : Optional.empty();
            }
            current = next;
        }
        return Optional.empty();
    }

    /** Returns what an anonymous reference stands for; they are counted from 0. */
    Optional<Target> anonymous(int number) {
        return number < anonymous.size() ? Optional.of(anonymous.get(number)) : Optional.empty();
    }

    Optional<Substitution> substitution(String name) {
        return Optional.ofNullable(substitutions.get(normal(name)));
    }

    boolean isEmpty() {
        return addresses.isEmpty()
                && aliases.isEmpty()
                && places.isEmpty()
                && anonymous.isEmpty()
                && footnotes.isEmpty()
                && substitutions.isEmpty();
    }

    /** Ignores all further definitions: the note is read again, and each would come twice. */
    void freeze() {
        frozen = true;
        labels = FootnoteLabels.of(footnotes);
    }

    static Inline.Link link(Target target, List<Inline> content, SourceSpan span) {
        return switch (target) {
            case Target.Address a -> new Inline.Link(a.address(), content, Inline.Link.Form.NAMED, span);
            case Target.Place p -> new Inline.Link("#" + p.name(), content, Inline.Link.Form.INTERNAL, span);
        };
    }

    private static String normal(String name) {
        return WHITE_SPACE.matcher(name.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
