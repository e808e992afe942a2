package org.zhitu.graph.query;

import org.zhitu.ontology.ConceptKind;

/**
 * A concept by name.
 *
 * @param slug  its slug
 * @param label its preferred label in the language asked for, else in the other
 * @param kind  what sort of thing it is
 * @param known whether the curated scheme knows it; false for one that only notes mention
 */
public record ConceptRef(String slug, String label, ConceptKind kind, boolean known) {}
