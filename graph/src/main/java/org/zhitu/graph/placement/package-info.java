/**
 * Where on the map a learner stands: a few questions, and what follows from the answers.
 *
 * @see org.zhitu.graph.placement.Diagnostic
 */
@NullMarked
package org.zhitu.graph.placement;

import org.jspecify.annotations.NullMarked;
