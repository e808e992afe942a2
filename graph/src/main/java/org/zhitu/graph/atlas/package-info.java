/**
 * All concepts on one map: areas, communities, places, importance, and the years of their introduction.
 *
 * @see org.zhitu.graph.atlas.Atlas
 */
@NullMarked
package org.zhitu.graph.atlas;

import org.jspecify.annotations.NullMarked;
