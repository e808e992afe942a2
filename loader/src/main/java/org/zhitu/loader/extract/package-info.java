/**
 * What a note says: its sections, questions, sources, images, concepts and relations, each with where it stands.
 *
 * @see org.zhitu.loader.extract.NoteExtractor
 */
@NullMarked
package org.zhitu.loader.extract;

import org.jspecify.annotations.NullMarked;
