package org.zhitu.loader.markdown;

import java.util.Set;
import org.commonmark.node.Text;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Takes a {@code <} for text where no {@code >} comes soon. Without it the parser would search the whole rest of a
 * paragraph for each one.
 */
final class LoneAngleParser implements InlineContentParser {
    /** The longest tag that is read as one. */
    private static final int LONGEST_TAG = 1000;

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('<');
        }

        @Override
        public InlineContentParser create() {
            return new LoneAngleParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        int run = scanner.matchMultiple('<');
        Position after = scanner.position();
        int[] left = {LONGEST_TAG};
        scanner.match(c -> c != '>' && left[0]-- > 0);
        return scanner.peek() == '>' ? ParsedInline.none() : ParsedInline.of(new Text("<".repeat(run)), after);
    }
}
