/**
 * Brings notes into the store, and keeps it up to date with them.
 *
 * @see org.zhitu.server.load.NoteLibrary
 */
@NullMarked
package org.zhitu.server.load;

import org.jspecify.annotations.NullMarked;
