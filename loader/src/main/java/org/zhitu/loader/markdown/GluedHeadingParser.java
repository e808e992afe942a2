package org.zhitu.loader.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Reads a heading whose number signs touch its title. */
final class GluedHeadingParser extends AbstractBlockParser {
    private final GluedHeading heading = new GluedHeading();
    private final SourceLines content = SourceLines.empty();

    /** A heading without the space that CommonMark wants. */
    static final class GluedHeading extends Heading {}

    static final class Factory extends AbstractBlockParserFactory {
        private final GluedHeadings headings;

        Factory(GluedHeadings headings) {
            this.headings = headings;
        }

        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            SourceLine line = state.getLine();
            int from = state.getNextNonSpaceIndex();
            boolean starts = from == 0
                    && line.getSourceSpan().getColumnIndex() == 0
                    && headings.isHeading(line.getSourceSpan().getLineIndex());
            if (!starts) {
                return BlockStart.none();
            }
            CharSequence text = line.getContent();
            int marks = 0;
            while (text.charAt(marks) == '#') {
                marks++;
            }
            GluedHeadingParser parser = new GluedHeadingParser();
            parser.heading.setLevel(marks);
            parser.content.addLine(line.substring(marks, end(text)));
            return BlockStart.of(parser).atIndex(text.length());
        }

        /** Returns where the title ends: before the signs that may close it. */
        private static int end(CharSequence text) {
            int end = text.length();
            while (Character.isWhitespace(text.charAt(end - 1)) || text.charAt(end - 1) == '#') {
                end--;
            }
            return end;
        }
    }

    @Override
    public Block getBlock() {
        return heading;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        return BlockContinue.none();
    }

    @Override
    public void parseInlines(InlineParser inlines) {
        inlines.parse(content, heading);
    }
}
