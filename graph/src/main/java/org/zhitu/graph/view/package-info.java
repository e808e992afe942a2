/**
 * What of the graph to draw, and where.
 *
 * @see org.zhitu.graph.view.Neighbourhoods
 */
@NullMarked
package org.zhitu.graph.view;

import org.jspecify.annotations.NullMarked;
