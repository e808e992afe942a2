/** Placeholder. */
@NullMarked
package org.zhitu.ui;

import org.jspecify.annotations.NullMarked;
