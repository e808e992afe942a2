package org.zhitu.loader.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Block;
import org.commonmark.parser.block.AbstractBlockParser;
import org.commonmark.parser.block.AbstractBlockParserFactory;
import org.commonmark.parser.block.BlockContinue;
import org.commonmark.parser.block.BlockStart;
import org.commonmark.parser.block.MatchedBlockParser;
import org.commonmark.parser.block.ParserState;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code :::{name} title}, or {@code ::: name title}, up to the line of colons that closes it; options such as
 * {@code :open:} may stand first. Fences may stand in one another, with as many colons or fewer.
 */
final class ColonFenceParser extends AbstractBlockParser {
    private static final int LONGEST_LINE = 500;
    private static final Pattern OPENING =
            Pattern.compile("(:{3,20})[ \\t]*(?:\\{([^{}\\s]{1,60})\\}|([\\p{L}][\\w-]{0,60}))[ \\t]*(.*)");
    private static final Pattern OPTION = Pattern.compile("[ \\t]*:([\\w-]{1,60}):(?:[ \\t]+(.*))?");

    private final ColonFence fence;
    private final int colons;
    private int open;
    private boolean mayHaveOptions = true;

    private ColonFenceParser(ColonFence fence, int colons) {
        this.fence = fence;
        this.colons = colons;
    }

    static final class Factory extends AbstractBlockParserFactory {
        @Override
        public @Nullable BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
            CharSequence line = state.getLine().getContent();
            int from = state.getNextNonSpaceIndex();
            boolean colons = state.getIndent() < 4 && from + 3 < line.length() && line.charAt(from) == ':';
            if (!colons || line.length() > LONGEST_LINE) {
                return BlockStart.none();
            }
            Matcher opening = OPENING.matcher(line.subSequence(from, line.length()));
            if (!opening.matches()) {
                return BlockStart.none();
            }
            String name = opening.group(2) != null ? opening.group(2) : opening.group(3);
            ColonFence fence = new ColonFence(name, opening.group(4).strip());
            return BlockStart.of(new ColonFenceParser(fence, opening.group(1).length()))
                    .atIndex(line.length());
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
        return fence;
    }

    @Override
    public @Nullable BlockContinue tryContinue(ParserState state) {
        String line = state.getLine()
                .getContent()
                .subSequence(state.getIndex(), state.getLine().getContent().length())
                .toString();
        String text = line.strip();
        int marks = 0;
        while (marks < text.length() && text.charAt(marks) == ':') {
            marks++;
        }
        if (marks >= 3 && marks == text.length()) {
            if (open == 0 && marks >= Math.min(colons, 3)) {
                fence.close();
                return BlockContinue.finished();
            }
            open--;
        } else if (marks >= 3
                && text.length() <= LONGEST_LINE
                && OPENING.matcher(text).matches()) {
            open++;
        }
        if (mayHaveOptions && line.length() <= LONGEST_LINE) {
            Matcher option = OPTION.matcher(line);
            if (option.matches()) {
                fence.addOption(
                        option.group(1),
                        option.group(2) == null ? "" : option.group(2).strip());
                return BlockContinue.atIndex(state.getLine().getContent().length());
            }
        }
        mayHaveOptions = false;
        return BlockContinue.atIndex(state.getIndex());
    }
}
