/**
 * What a concept scheme must satisfy: each rule a query in a file of its own, whose header is its documentation.
 *
 * @see org.zhitu.ontology.rules.Rules
 */
@NullMarked
package org.zhitu.ontology.rules;

import org.jspecify.annotations.NullMarked;
