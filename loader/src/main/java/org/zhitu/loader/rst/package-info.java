/**
 * Reads reStructuredText.
 *
 * @see org.zhitu.loader.rst.RstReader
 */
@NullMarked
package org.zhitu.loader.rst;

import org.jspecify.annotations.NullMarked;
