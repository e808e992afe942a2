package org.zhitu.loader.document;

import org.zhitu.loader.source.SourceText;

/** Reads one syntax. Total: whatever the text, there is a document; what was odd is among its findings. */
public interface DocumentReader {
    /** Returns the document that a text says. Runs in time linear in its length. */
    Document read(SourceText source);
}
