package org.zhitu.loader.markdown;

import org.commonmark.node.Block;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Reads a formula between two lines of {@code $$}, or between {@code \[} and {@code \]}. */
final class FormulaBlockParser extends AbstractBlockParser {
    private final FormulaBlock block = new FormulaBlock();
    private final String close;
    private boolean closed;

    private FormulaBlockParser(String close) {
        this.close = close;
    }

    static final class Factory extends AbstractBlockParserFactory {
        private final FormulaLines lines;

        /**
         * @param lines tells where formulas end, so that one that is never closed takes nothing with it
         */
        Factory(FormulaLines lines) {
            this.lines = lines;
        }

        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int from = state.getNextNonSpaceIndex();
            boolean opens = state.getIndent() < 4
                    && from + 1 < line.length()
                    && lines.opens(state.getLine().getSourceSpan().getLineIndex());
            if (!opens) {
                return BlockStart.none();
            }
            return BlockStart.of(new FormulaBlockParser(line.charAt(from) == '$' ? "$$" : "\\]"))
                    .atIndex(from + 2);
        }
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        return closed ? BlockContinue.none() : BlockContinue.atIndex(state.getIndex());
    }

    @Override
    public void addLine(SourceLine line) {
        String content = line.getContent().toString();
        int end = content.indexOf(close);
        closed = closed || end >= 0;
        block.add(end < 0 ? content : content.substring(0, end));
    }
}
