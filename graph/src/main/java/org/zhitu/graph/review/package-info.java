/**
 * The cards of the notes, what the graph says about review (which card waits, who is credited, who is to blame), and the file of a
 * learner's progress.
 *
 * @see org.zhitu.graph.review.Deck
 */
@NullMarked
package org.zhitu.graph.review;

import org.jspecify.annotations.NullMarked;
