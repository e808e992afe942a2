package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;

/** Options of a command with what they do; they become terms and definitions. */
final class OptionList implements Construct {
    private static final int LONGEST = 200;
    private static final String ARGUMENT = "(?:[a-zA-Z][\\w-]*|<[^<>]+>)";
    private static final String OPTION =
            "(?:[-+][a-zA-Z0-9](?: ?" + ARGUMENT + ")?|(?:--|/)[a-zA-Z0-9][\\w-]*(?:[ =]" + ARGUMENT + ")?)";
    private static final Pattern MARKER = Pattern.compile("(" + OPTION + "(?:, " + OPTION + ")*)(?: {2,}| ?$)");

    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        List<Block.DefinitionList.Definition> items = new ArrayList<>();
        int next = at;
        int end = at;
        while (next < lines.size() && !lines.get(next).isIndented()) {
            int length = marker(lines, next);
            Line first = lines.get(next).after(lines.source(), length);
            int itemEnd = Math.max(next + 1, lines.endOfIndented(next + 1, 1));
            boolean described = length > 0 && (!first.isBlank() || itemEnd > next + 1);
            if (!described) {
                break;
            }
            end = itemEnd;
            int start = lines.get(next).start();
            List<Inline> term = List.of(new Inline.Code(
                    lines.text(next).substring(0, length), parser.source().span(start, start + length)));
            items.add(new Block.DefinitionList.Definition(
                    term, parser.nested(lines.under(first, next + 1, end)), lines.span(next, end)));
            next = end;
            while (next < lines.size() && lines.isBlank(next)) {
                next++;
            }
        }
        if (items.isEmpty()) {
            return at;
        }
        into.add(new Block.DefinitionList(List.copyOf(items), lines.span(at, end)));
        return end;
    }

    /** Returns the length of the options that a line starts with; 0 for none. */
    private static int marker(Lines lines, int at) {
        Line line = lines.get(at);
        if (line.isBlank() || "-+/".indexOf(lines.first(at)) < 0) {
            return 0;
        }
        int to = Math.min(line.end(), line.start() + LONGEST);
        Matcher matcher = MARKER.matcher(lines.source()).region(line.start(), to);
        return matcher.lookingAt() ? matcher.end(1) - line.start() : 0;
    }
}
