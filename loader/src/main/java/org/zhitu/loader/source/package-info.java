/**
 * A note as text: characters, lines, and spans of them.
 */
@NullMarked
package org.zhitu.loader.source;

import org.jspecify.annotations.NullMarked;
