/**
 * The pages: answers of the graph, written as HTML that works without script.
 *
 * @see org.zhitu.server.page.Site
 */
@NullMarked
package org.zhitu.server.page;

import org.jspecify.annotations.NullMarked;
