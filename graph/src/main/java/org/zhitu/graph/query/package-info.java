/**
 * Concepts, questions and notes, looked up by named queries.
 *
 * @see org.zhitu.graph.query.Concepts
 */
@NullMarked
package org.zhitu.graph.query;

import org.jspecify.annotations.NullMarked;
