@NullMarked
package org.zhitu.graph.atlas;

import org.jspecify.annotations.NullMarked;
