package org.zhitu.loader.extract;

import org.zhitu.loader.source.SourceSpan;

/**
 * Where a statement stands in the note, and how it was found.
 *
 * @param span       the words it rests on
 * @param method     the rule that found it, such as {@code topic-list} or {@code heading-compares}
 * @param confidence how sure the rule is, in [0,1], 1 = certain
 * @param quote      the words, shortened to at most 200 characters
 */
public record Evidence(SourceSpan span, String method, double confidence, String quote) {
    public Evidence {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies in [0,1]: " + confidence);
        }
    }

    /** Returns the same place as the basis of something that another rule found. */
    public Evidence by(String otherMethod, double otherConfidence) {
        return new Evidence(span, otherMethod, otherConfidence, quote);
    }
}
