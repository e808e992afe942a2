package org.zhitu.loader.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockParser;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Goes on with a paragraph of very many lines as a paragraph of its own. The Markdown library copies all lines of a
 * paragraph for each line that follows; in this one it has nothing to copy.
 */
final class LongParagraphParser extends AbstractBlockParser {
    /** The lines after which a paragraph goes on as another one, where the next line is plain text. */
    private static final int LONG = 1_000;

    /** The lines after which it does whatever the next line is. */
    private static final int LONGEST = 3_000;

    private final Paragraph paragraph = new Paragraph();
    private final SourceLines lines = SourceLines.empty();

    static final class Factory extends AbstractBlockParserFactory {
        private @Nullable BlockParser current;
        private int count;

        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            BlockParser parser = matched.getMatchedBlockParser();
            boolean continued = parser.getBlock() instanceof Paragraph
                    && !(parser instanceof LongParagraphParser)
                    && !state.isBlank();
            if (!continued) {
                return BlockStart.none();
            }
            count = parser == current ? count + 1 : 1;
            current = parser;
            if (count < LONG || (count < LONGEST && !isPlain(state))) {
                return BlockStart.none();
            }
            return BlockStart.of(new LongParagraphParser()).atIndex(state.getNextNonSpaceIndex());
        }

        private static boolean isPlain(ParserState state) {
            CharSequence line = state.getLine().getContent();
            int at = state.getNextNonSpaceIndex();
            return at < line.length() && Character.isLetter(line.charAt(at));
        }
    }

    @Override
    public Block getBlock() {
        return paragraph;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        return state.isBlank() ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        int start = 0;
        while (start < line.getContent().length()
                && Character.isWhitespace(line.getContent().charAt(start))) {
            start++;
        }
        lines.addLine(line.substring(start, line.getContent().length()));
    }

    @Override
    public void parseInlines(InlineParser inlines) {
        inlines.parse(lines, paragraph);
    }
}
