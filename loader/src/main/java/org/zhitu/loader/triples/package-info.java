/**
 * What a note says, as RDF.
 *
 * @see org.zhitu.loader.triples.NoteTriples
 */
@NullMarked
package org.zhitu.loader.triples;

import org.jspecify.annotations.NullMarked;
