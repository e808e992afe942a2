package org.zhitu.server.results;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Passes bytes on, but no flush: some writers flush after every row, which makes a packet of each. */
final class UnflushedStream extends FilterOutputStream {
    UnflushedStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void flush() {
        // the server flushes when its buffer is full, and at the end
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
