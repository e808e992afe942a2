/**
 * The SPARQL endpoint, within limits.
 *
 * @see org.zhitu.server.sparql.Queries
 */
@NullMarked
package org.zhitu.server.sparql;

import org.jspecify.annotations.NullMarked;
