package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceText;

/** A note while it is read: its text, what its names stand for, its heading styles so far, and what was odd. */
final class Draft {
    private final SourceText source;
    private final Definitions definitions;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> titleStyles = new ArrayList<>();
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final Map<String, String> defined = new HashMap<>();
    private String defaultRole = "";
    private int level;
    private int anonymousReferences;
    private boolean looksAhead;

    Draft(SourceText source, Definitions definitions) {
        this.source = source;
        this.definitions = definitions;
    }

    SourceText source() {
        return source;
    }

    Definitions definitions() {
        return definitions;
    }

    List<Finding> findings() {
        return findings;
    }

    void find(Finding.Severity severity, String code, int offset, String... arguments) {
        findings.add(new Finding(severity, code, source.path(), source.lineAt(offset), List.of(arguments)));
    }

    /** Sets the role of text in single backquotes that has none; empty for the usual one. */
    void setDefaultRole(String role) {
        defaultRole = role;
    }

    String defaultRole() {
        return defaultRole;
    }

    /** Notes what a name stands for, and finds where it stands for something else already. */
    void define(String name, String value, int offset) {
        String before = defined.putIfAbsent(name, value);
        if (before != null && !before.equals(value)) {
            find(Finding.Severity.WARN, "target-duplicate", offset, name);
        }
    }

    /** Returns the number of the next reference without a name, counted from 0. */
    int nextAnonymousReference() {
        return anonymousReferences++;
    }

    /**
     * Returns how many references to footnotes, or footnotes, had this label before: those that are only counted have it
     * more than once.
     */
    int ordinalOf(String label, boolean reference) {
        boolean counted = label.equals("#") || label.equals("*");
        return counted ? ordinals.merge(reference ? label + "_" : label, 1, Integer::sum) - 1 : 0;
    }

    /** Remembers that a name was used that is not defined so far. */
    void lookAhead() {
        looksAhead = true;
    }

    /** Says whether names were used before they were defined, or without being defined at all. */
    boolean looksAhead() {
        return looksAhead;
    }

    /** Returns the level of a heading of this style, counted from 1: a new style goes one level deeper. */
    int enterSection(String style, int offset) {
        int known = titleStyles.indexOf(style);
        if (known >= 0) {
            level = known + 1;
        } else {
            if (titleStyles.size() > level) {
                find(Finding.Severity.WARN, "title-level-inconsistent", offset);
            } else {
                titleStyles.add(style);
            }
            level++;
        }
        return level;
    }

    /** Reads blocks whose headings are counted from the current level on and leave no trace behind. */
    <T> T within(Supplier<T> blocks) {
        List<String> stylesAround = List.copyOf(titleStyles);
        int levelAround = level;
        titleStyles
                .subList(Math.min(level, titleStyles.size()), titleStyles.size())
                .clear();
        T read = blocks.get();
        titleStyles.clear();
        titleStyles.addAll(stylesAround);
        level = levelAround;
        return read;
    }
}
