/**
 * The JSON interface.
 *
 * @see org.zhitu.server.api.ApiRoutes
 */
@NullMarked
package org.zhitu.server.api;

import org.jspecify.annotations.NullMarked;
