/**
 * Plans as they are asked for and as they leave the program: as text, JSON, a calendar, cards.
 *
 * @see org.zhitu.server.plan.PlanWriter
 */
@NullMarked
package org.zhitu.server.plan;

import org.jspecify.annotations.NullMarked;
