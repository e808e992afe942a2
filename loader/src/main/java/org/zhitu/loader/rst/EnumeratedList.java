package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.document.Block;

/** Items that are counted. */
final class EnumeratedList implements Construct {
    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        Optional<Enumerator> first = Enumerator.first(lines.source(), lines.get(at));
        if (first.isEmpty() || !isItem(lines, at, first.get())) {
            return at;
        }
        List<Block.ListBlock.Item> items = new ArrayList<>();
        int next = at;
        int end = at;
        Enumerator number = first.get();
        while (true) {
            end = ListItem.end(lines, next, number.length());
            items.add(ListItem.read(lines, next, end, number.length(), parser));
            next = end;
            while (next < lines.size() && lines.isBlank(next)) {
                next++;
            }
            Optional<Enumerator> following = following(lines, next, number);
            if (following.isEmpty() || !isItem(lines, next, following.get())) {
                break;
            }
            number = following.get();
        }
        into.add(new Block.ListBlock(true, List.copyOf(items), lines.span(at, end)));
        return end;
    }

    /** Returns the enumerator of a line, if it goes on counting. */
    private static Optional<Enumerator> following(Lines lines, int at, Enumerator before) {
        if (at >= lines.size() || lines.get(at).isIndented()) {
            return Optional.empty();
        }
        return Enumerator.first(lines.source(), lines.get(at))
                .map(read -> read.sequence() == Enumerator.Sequence.AUTO
                        ? new Enumerator(before.sequence(), read.style(), before.ordinal() + 1, read.length())
                        : read.as(before.sequence(), written(lines, at, read)))
                .filter(before::precedes);
    }

    /** Says whether a line is an item rather than text that begins like one: the line after it must fit. */
    private static boolean isItem(Lines lines, int at, Enumerator number) {
        if (lines.isBlank(at + 1) || lines.get(at + 1).isIndented()) {
            return true;
        }
        return following(lines, at + 1, number).isPresent();
    }

    private static String written(Lines lines, int at, Enumerator number) {
        String text = lines.text(at);
        return text.substring(number.style() == 2 ? 1 : 0, number.length() - 1);
    }
}
