/**
 * The one form in which values become JSON, over HTTP and on the command line.
 *
 * @see org.zhitu.server.json.Json
 */
@NullMarked
package org.zhitu.server.json;

import org.jspecify.annotations.NullMarked;
