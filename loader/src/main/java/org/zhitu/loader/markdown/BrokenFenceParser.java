package org.zhitu.loader.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/** Reads code whose fence is never closed, up to where a reader sees its end. */
final class BrokenFenceParser extends AbstractBlockParser {
    private final FencedCodeBlock block = new FencedCodeBlock();
    private final StringBuilder code = new StringBuilder();
    private final int end;
    private boolean first = true;

    private BrokenFenceParser(int end) {
        this.end = end;
    }

    static final class Factory extends AbstractBlockParserFactory {
        private final FenceLines fences;

        /**
         * @param fences tells which fences are not closed
         */
        Factory(FenceLines fences) {
            this.fences = fences;
        }

        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            int end = fences.end(state.getLine().getSourceSpan().getLineIndex());
            if (end < 0 || state.getIndent() > 3) {
                return BlockStart.none();
            }
            int from = state.getNextNonSpaceIndex();
            String line = state.getLine().getContent().toString();
            int marks = FenceLines.marks(line.substring(from));
            return marks == 0
                    ? BlockStart.none()
                    : BlockStart.of(new BrokenFenceParser(end)).atIndex(from + marks);
        }
    }

    @Override
    public Block getBlock() {
        return block;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        return state.getLine().getSourceSpan().getLineIndex() < end
                ? BlockContinue.atIndex(state.getIndex())
                : BlockContinue.none();
    }

    @Override
    public void addLine(SourceLine line) {
        if (first) {
            block.setInfo(line.getContent().toString().strip());
        } else {
            code.append(line.getContent()).append('\n');
        }
        first = false;
    }

    @Override
    public void closeBlock() {
        block.setLiteral(code.toString().stripTrailing() + "\n");
    }
}
