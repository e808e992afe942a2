/**
 * What a client or reader did that cannot be answered, said in both languages.
 *
 * @see org.zhitu.server.problem.ProblemException
 */
@NullMarked
package org.zhitu.server.problem;

import org.jspecify.annotations.NullMarked;
