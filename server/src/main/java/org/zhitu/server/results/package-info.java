/**
 * Writes what a query returns.
 *
 * @see org.zhitu.server.results.AnswerWriter
 */
@NullMarked
package org.zhitu.server.results;

import org.jspecify.annotations.NullMarked;
