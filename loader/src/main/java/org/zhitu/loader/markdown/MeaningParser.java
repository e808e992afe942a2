package org.zhitu.loader.markdown;

import org.commonmark.node.Block;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a term means: {@code : text} under the one line of the term, with or without a blank line between, and
 * what stands indented under it, as PHP Markdown Extra, Pandoc and MyST do.
 */
final class MeaningParser extends AbstractBlockParser {
    private static final int LEAST_INDENT = 2;

    private final Meaning meaning = new Meaning();
    private final int indent;

    /** One meaning; its term is the paragraph before it, or that of the meaning before it. */
    static final class Meaning extends CustomBlock {}

    private MeaningParser(int indent) {
        this.indent = indent;
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int colon = state.getNextNonSpaceIndex();
            int text = colon + 1;
            while (text < line.length() && (line.charAt(text) == ' ' || line.charAt(text) == '\t')) {
                text++;
            }
            boolean marked =
                    state.getIndent() < 4 && text > colon + 1 && text < line.length() && line.charAt(colon) == ':';
            if (!marked || !follows(matched)) {
                return BlockStart.none();
            }
            int indent = Math.min(4, Math.max(LEAST_INDENT, state.getIndent() + text - colon));
            return BlockStart.of(new MeaningParser(indent)).atIndex(text);
        }

        /** Says whether a term of one line, or another meaning of it, stands before this line. */
        private static boolean follows(MatchedBlockParser matched) {
            Block block = matched.getMatchedBlockParser().getBlock();
            if (block instanceof Paragraph) {
                return matched.getParagraphLines().getLines().size() == 1;
            }
            Node last = block.getLastChild();
            return last instanceof Meaning
                    || (last instanceof Paragraph term && term.getSourceSpans().size() == 1);
        }
    }

    @Override
    public boolean isContainer() {
        return true;
    }

    @Override
    public boolean canContain(Block child) {
        return true;
    }

    @Override
    public Block getBlock() {
        return meaning;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        if (state.isBlank()) {
            return BlockContinue.atIndex(state.getNextNonSpaceIndex());
        }
        return state.getIndent() >= indent ? BlockContinue.atColumn(state.getColumn() + indent) : BlockContinue.none();
    }
}
