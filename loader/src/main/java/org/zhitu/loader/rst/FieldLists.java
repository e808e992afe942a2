package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.document.Block;

/** Fields, such as {@code :author: name}. */
final class FieldLists implements Construct {
    @Override
    public int read(Lines lines, int at, BlockParser parser, List<Block> into) {
        List<Block.FieldList.Field> fields = new ArrayList<>();
        int next = at;
        int end = at;
        while (next < lines.size() && !lines.get(next).isIndented()) {
            Optional<FieldMarker> marker = FieldMarker.of(lines, next);
            if (marker.isEmpty()) {
                break;
            }
            end = Math.max(next + 1, lines.endOfIndented(next + 1, 1));
            Line first = lines.get(next).after(lines.source(), marker.get().length());
            fields.add(new Block.FieldList.Field(
                    marker.get().name(), parser.nested(lines.under(first, next + 1, end)), lines.span(next, end)));
            next = end;
            while (next < lines.size() && lines.isBlank(next)) {
                next++;
            }
        }
        if (fields.isEmpty()) {
            return at;
        }
        into.add(new Block.FieldList(List.copyOf(fields), lines.span(at, end)));
        return end;
    }
}
