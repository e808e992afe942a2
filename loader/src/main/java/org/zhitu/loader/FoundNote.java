package org.zhitu.loader;

import java.nio.file.Path;
import org.zhitu.loader.source.NoteFormat;

/**
 * A file that holds a note.
 *
 * @param path   the note's path: below the root it was found under, with forward slashes; its identity
 * @param file   where it is
 * @param format the syntax that its name tells
 */
public record FoundNote(String path, Path file, NoteFormat format) {}
