package org.zhitu.loader.markdown;

import java.util.Set;
import org.commonmark.parser.beta.InlineContentParser;
import org.commonmark.parser.beta.InlineContentParserFactory;
import org.commonmark.parser.beta.InlineParserState;
import org.commonmark.parser.beta.ParsedInline;
import org.commonmark.parser.beta.Position;
import org.commonmark.parser.beta.Scanner;

/**
 * Reads {@code $a$}, {@code $`a`$}, {@code $$a$$}, {@code \(a\)} and {@code \[a\]} before anything in the formula can be taken for
 * markup. A single dollar sign opens only before and closes only after a character that is no space, and closes only
 * where no digit follows, so that prices stay prices.
 */
final class FormulaParser implements InlineContentParser {
    /** How many signs are tried as the closing one. */
    private static final int MOST_TRIES = 8;

    static final class Factory implements InlineContentParserFactory {
        @Override
        public Set<Character> getTriggerCharacters() {
            return Set.of('$', '\\');
        }

        @Override
        public InlineContentParser create() {
            return new FormulaParser();
        }
    }

    @Override
    public ParsedInline tryParse(InlineParserState state) {
        Scanner scanner = state.scanner();
        if (scanner.next("$$")) {
            return closed(scanner, "$$", true);
        }
        if (scanner.next("\\(")) {
            return closed(scanner, "\\)", false);
        }
        if (scanner.next("\\[")) {
            return closed(scanner, "\\]", true);
        }
        return scanner.next('$') ? dollar(scanner) : ParsedInline.none();
    }

    private static ParsedInline dollar(Scanner scanner) {
        Position start = scanner.position();
        if (!scanner.hasNext() || Character.isWhitespace(scanner.peek())) {
            return ParsedInline.none();
        }
        for (int i = 0; i < MOST_TRIES && scanner.find('$') >= 0; i++) {
            Position end = scanner.position();
            boolean spaced = Character.isWhitespace(scanner.peekPreviousCodePoint());
            scanner.next();
            boolean price = scanner.peek() >= '0' && scanner.peek() <= '9';
            if (!spaced && !price) {
                String tex = scanner.getSource(start, end).getContent();
                boolean quoted = tex.length() > 2 && tex.startsWith("`") && tex.endsWith("`");
                return ParsedInline.of(
                        new Formula(quoted ? tex.substring(1, tex.length() - 1) : tex, false), scanner.position());
            }
        }
        return ParsedInline.none();
    }

    private static ParsedInline closed(Scanner scanner, String close, boolean display) {
        Position start = scanner.position();
        for (int i = 0; i < MOST_TRIES * MOST_TRIES && scanner.find(close.charAt(0)) >= 0; i++) {
            Position end = scanner.position();
            if (scanner.next(close)) {
                String tex = scanner.getSource(start, end).getContent().strip();
                return tex.isEmpty()
                        ? ParsedInline.none()
                        : ParsedInline.of(new Formula(tex, display), scanner.position());
            }
            scanner.next();
        }
        return ParsedInline.none();
    }
}
