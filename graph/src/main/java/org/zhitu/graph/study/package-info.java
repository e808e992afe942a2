/**
 * What to learn next, and why.
 *
 * @see org.zhitu.graph.study.StudyPlanner
 */
@NullMarked
package org.zhitu.graph.study;

import org.jspecify.annotations.NullMarked;
