/**
 * Reads Markdown.
 *
 * @see org.zhitu.loader.markdown.MarkdownReader
 */
@NullMarked
package org.zhitu.loader.markdown;

import org.jspecify.annotations.NullMarked;
