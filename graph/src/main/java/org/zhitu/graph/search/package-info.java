/**
 * Finds concepts and questions by what a person types.
 *
 * @see org.zhitu.graph.search.Search
 */
@NullMarked
package org.zhitu.graph.search;

import org.jspecify.annotations.NullMarked;
