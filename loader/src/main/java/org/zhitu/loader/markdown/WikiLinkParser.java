package org.zhitu.loader.markdown;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/** Reads {@code [[note|label]]} and {@code ![[picture.png]]}. */
final class WikiLinkParser implements InlineContentParser {
    private static final int LONGEST = 300;

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('[', '!');
        }

        @Override
        public InlineContentParser create() {
            return new WikiLinkParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        boolean embedded = scanner.next('!');
        if (!scanner.next("[[")) {
            return ParsedInline.none();
        }
        Position start = scanner.position();
        for (int i = 0; i < LONGEST && scanner.hasNext(); i++) {
            char c = scanner.peek();
            if (c == '\n' || c == '[') {
                return ParsedInline.none();
            }
            Position end = scanner.position();
            if (scanner.next("]]")) {
                return i == 0 || scanner.peek() == '('
                        ? ParsedInline.none()
                        : link(scanner.getSource(start, end).getContent(), embedded, scanner.position());
            }
            if (c == ']') {
                return ParsedInline.none();
            }
            scanner.next();
        }
        return ParsedInline.none();
    }

    private static ParsedInline link(String content, boolean embedded, Position end) {
        int bar = content.indexOf('|');
        String target = (bar < 0 ? content : content.substring(0, bar))
                .replace("\\", "")
                .strip();
        String label = bar < 0 ? target : content.substring(bar + 1).strip();
        return target.isEmpty()
                ? ParsedInline.none()
                : ParsedInline.of(new WikiLink(target, label.isEmpty() ? target : label, embedded), end);
    }
}
