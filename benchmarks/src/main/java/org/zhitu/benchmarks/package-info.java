/** How fast notes are read, beside other programs. See README.md of this module. */
@NullMarked
package org.zhitu.benchmarks;

import org.jspecify.annotations.NullMarked;
