/**
 * How two concepts hang together, and in what they differ.
 *
 * @see org.zhitu.graph.explain.Explanations
 */
@NullMarked
package org.zhitu.graph.explain;

import org.jspecify.annotations.NullMarked;
