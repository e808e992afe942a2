/**
 * What a note is once it is read, whichever syntax it was written in.
 *
 * @see org.zhitu.loader.document.Document
 */
@NullMarked
package org.zhitu.loader.document;

import org.jspecify.annotations.NullMarked;
