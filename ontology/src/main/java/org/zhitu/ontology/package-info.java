/**
 * What may be said: the vocabulary, the curated concept scheme, and the names of things.
 *
 * @see org.zhitu.ontology.Ontology
 */
@NullMarked
package org.zhitu.ontology;

import org.jspecify.annotations.NullMarked;
