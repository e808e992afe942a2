/** Placeholder. */
@NullMarked
package org.zhitu.server;

import org.jspecify.annotations.NullMarked;
