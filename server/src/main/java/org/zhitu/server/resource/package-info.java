/**
 * Linked data: names of things, and their descriptions.
 *
 * @see org.zhitu.server.resource.ResourceRoutes
 */
@NullMarked
package org.zhitu.server.resource;

import org.jspecify.annotations.NullMarked;
