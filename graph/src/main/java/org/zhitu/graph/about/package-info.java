/**
 * What the data say about themselves: counts, licence, example queries.
 *
 * @see org.zhitu.graph.about.SelfDescription
 */
@NullMarked
package org.zhitu.graph.about;

import org.jspecify.annotations.NullMarked;
