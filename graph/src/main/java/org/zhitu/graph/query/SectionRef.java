package org.zhitu.graph.query;

/**
 * A part of a note.
 *
 * @param note     the path of the note
 * @param fragment what follows the {@code #} in the section's address; empty for the whole note
 * @param title    the heading, else the path of the note
 * @param line     the line of the heading, counted from 1
 */
public record SectionRef(String note, String fragment, String title, int line) {}
