package org.zhitu.server.sparql;

import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.query.QueryCancelledException;

/**
 * Text that stops being readable once the query is cancelled. A regular expression can backtrack for ages, and reading its
 * input is all it does in that time.
 */
final class WatchedText implements CharSequence {
    private static final int READS_BETWEEN_CHECKS = 1024;

    private final CharSequence text;
    private final AtomicBoolean cancelled;
    private int reads;

    WatchedText(CharSequence text, AtomicBoolean cancelled) {
        this.text = text;
        this.cancelled = cancelled;
    }

    @Override
    public char charAt(int index) {
        if (++reads >= READS_BETWEEN_CHECKS) {
            reads = 0;
            if (cancelled.get()) {
                throw new QueryCancelledException();
            }
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new WatchedText(text.subSequence(start, end), cancelled);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
