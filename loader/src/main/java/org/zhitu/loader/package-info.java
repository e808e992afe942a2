/**
 * Notes to triples: finds the notes, reads each one, and says what it asserts and where.
 *
 * @see org.zhitu.loader.NoteLoader
 */
@NullMarked
package org.zhitu.loader;

import org.jspecify.annotations.NullMarked;
