/**
 * Recognises the names of concepts in running text.
 *
 * @see org.zhitu.loader.lexicon.Lexicon
 */
@NullMarked
package org.zhitu.loader.lexicon;

import org.jspecify.annotations.NullMarked;
