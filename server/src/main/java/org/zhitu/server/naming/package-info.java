/**
 * Concepts as people name them.
 *
 * @see org.zhitu.server.naming.ConceptNames
 */
@NullMarked
package org.zhitu.server.naming;

import org.jspecify.annotations.NullMarked;
