package org.zhitu.ontology;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The terms of the vocabulary as Java constants; {@code zhitu.ttl} is the original, and a test holds the two equal. */
public final class Zt {
    /** The namespace of the vocabulary; the prefix is {@code zt}. */
    public static final String NS = "https://w3id.org/zhitu/ontology#";

    /** A way of writing that stands for different concepts in different contexts. */
    public static final Node AMBIGUOUS_FORM = term("AmbiguousForm");

    /** Whether the note that asks the question also answers it. */
    public static final Node ANSWERED = term("answered");

    /** The competency question that a term of the vocabulary is needed for. */
    public static final Node ANSWERS = term("answers");

    /** The column in the note's line where the evidence starts, counted from 1 in UTF-16 code units. */
    public static final Node COLUMN = term("column");

    /** How sure the rule is, from 0 to 1; 1 is certain. */
    public static final Node CONFIDENCE = term("confidence");

    /** A digest of what a named graph was made from, so that a reload can leave alone what has not changed. */
    public static final Node CONTENT_HASH = term("contentHash");

    /** Relates two concepts that are usually explained or chosen against each other. */
    public static final Node CONTRASTS_WITH = term("contrastsWith");

    /** A word near an ambiguous form that speaks for this reading. */
    public static final Node CUE = term("cue");

    /** How hard a concept is for a learner who has its prerequisites, from 1 (easy) to 5 (hard). */
    public static final Node DIFFICULTY = term("difficulty");

    /** A concept that notes name and the curated scheme does not know. */
    public static final Node DISCOVERED = term("Discovered");

    /** Where a statement comes from: the note and line, or the curated scheme, with the rule that found it and how sure the rule is. */
    public static final Node EVIDENCE = term("Evidence");

    /** The text of an ambiguous form. */
    public static final Node FORM = term("form");

    /** A theory, property, phenomenon or structure that methods and models build on. */
    public static final Node FOUNDATION = term("Foundation");

    /** Makes learning easier, but can be left out. */
    public static final Node HELPFUL = term("helpful");

    /** An answer as safe HTML, with its formulas, code and images. */
    public static final Node HTML = term("html");

    /** The work that introduced the concept. */
    public static final Node INTRODUCED_IN = term("introducedIn");

    /** Whether this reading is meant when no cue decides. */
    public static final Node IS_DEFAULT = term("isDefault");

    /** The depth of a section's heading, from 1 for the outermost. */
    public static final Node LEVEL = term("level");

    /** The line of the note, counted from 1. */
    public static final Node LINE = term("line");

    /** The concept of a reading. */
    public static final Node MEANS = term("means");

    /** A technique, algorithm or component that is applied to solve a problem. */
    public static final Node METHOD_CLASS = term("Method");

    /** The name of the rule that found the statement, or “curated”. */
    public static final Node METHOD = term("method");

    /** A measure of how well a system does. */
    public static final Node METRIC = term("Metric");

    /** A parameterised function or family of functions that is fitted to data, or an architecture for one. */
    public static final Node MODEL = term("Model");

    /** One file of a person's study notes. */
    public static final Node NOTE = term("Note");

    /** The concept is a component of the other. */
    public static final Node PART_OF = term("partOf");

    /** A concept that should be known before this one. Direct edges only. */
    public static final Node PREREQUISITE = term("prerequisite");

    /** The note's own words that the evidence rests on, shortened. */
    public static final Node QUOTE = term("quote");

    /** One of the concepts that an ambiguous form can mean, with the cue words that select it. */
    public static final Node READING_CLASS = term("Reading");

    /** One of the meanings of an ambiguous form. */
    public static final Node READING = term("reading");

    /** A sentence that says why a statement holds; for a prerequisite, what the later concept takes from it. */
    public static final Node REASON = term("reason");

    /** Without it the concept cannot be understood. */
    public static final Node REQUIRED = term("required");

    /** A data set, corpus, benchmark or lexical resource. */
    public static final Node RESOURCE = term("Resource");

    /** A heading of a note with all that stands under it. */
    public static final Node SECTION = term("Section");

    /** Whether a source is a paper, video, article, discussion, book, code, encyclopedia or another page. */
    public static final Node SOURCE_KIND = term("sourceKind");

    /** How much a concept depends on a prerequisite. */
    public static final Node STRENGTH_CLASS = term("Strength");

    /** Whether a prerequisite is required or helpful. */
    public static final Node STRENGTH = term("strength");

    /** A problem with a defined input and output that systems are built and scored for. */
    public static final Node TASK = term("Task");

    /** Software that a practitioner uses: a library, framework, engine or product. */
    public static final Node TOOL = term("Tool");

    /** The concept is used to do the other, usually a task. */
    public static final Node USED_FOR = term("usedFor");

    /** The concept is a modified or derived form of the other. */
    public static final Node VARIANT_OF = term("variantOf");

    private Zt() {}

    private static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
