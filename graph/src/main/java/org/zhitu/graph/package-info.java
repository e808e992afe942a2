/**
 * Triples to answers.
 *
 * @see org.zhitu.graph.Knowledge
 */
@NullMarked
package org.zhitu.graph;

import org.jspecify.annotations.NullMarked;
