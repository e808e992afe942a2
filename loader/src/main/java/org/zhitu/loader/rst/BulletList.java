package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import org.zhitu.loader.document.Block;

/** Items that start with {@code -}, {@code *}, {@code +} or a bullet sign. */
final class BulletList implements Construct {
    private static final String BULLETS = "-*+\u2022\u2023\u2043";

    static boolean isBullet(char c) {
        return BULLETS.indexOf(c) >= 0;
    }

    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        List<Block.ListBlock.Item> items = new ArrayList<>();
        int next = at;
        int end = at;
        while (isItem(lines, next, lines.first(at))) {
            end = ListItem.end(lines, next, 1);
            items.add(ListItem.read(lines, next, end, 1, parser));
            next = end;
            while (next < lines.size() && lines.isBlank(next)) {
                next++;
            }
        }
        if (items.isEmpty()) {
            return at;
        }
        into.add(new Block.ListBlock(false, List.copyOf(items), lines.span(at, end)));
        return end;
    }

    private static boolean isItem(Lines lines, int at, char bullet) {
        return at < lines.size()
                && !lines.get(at).isIndented()
                && lines.first(at) == bullet
                && isBullet(bullet)
                && ListItem.endsAfterMarker(lines, at, 1);
    }
}
