@NullMarked
package org.zhitu.server.page;

import org.jspecify.annotations.NullMarked;
