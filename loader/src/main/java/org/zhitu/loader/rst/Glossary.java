package org.zhitu.loader.rst;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Inline;

/** Terms with what they mean, where several terms, one a line, may share what stands under the last of them. */
final class Glossary {
    private Glossary() {}

    static List<Block> read(Lines lines, BlockParser parser) {
        List<Block.DefinitionList.Definition> items = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            if (lines.isBlank(at) || lines.get(at).isIndented()) {
                at++;
                continue;
            }
            int terms = at;
            while (terms < lines.size()
                    && !lines.isBlank(terms)
                    && !lines.get(terms).isIndented()) {
                terms++;
            }
            int end = Math.max(terms, lines.endOfIndented(terms, 1));
            List<Block> meaning = end > terms ? parser.nested(lines.dedented(terms, end)) : List.of();
            for (int term = at; term < terms; term++) {
                boolean last = term == terms - 1;
                items.add(new Block.DefinitionList.Definition(
                        term(lines, term, parser),
                        last ? meaning : List.of(),
                        lines.span(term, last ? end : term + 1)));
            }
            at = end;
        }
        return items.isEmpty()
                ? List.of()
                : List.of(new Block.DefinitionList(List.copyOf(items), lines.span(0, lines.size())));
    }

    /** Returns a term without the key that it is sorted by. */
    private static List<Inline> term(Lines lines, int at, BlockParser parser) {
        Line line = lines.get(at);
        int colon = lines.text(at).indexOf(" : ");
        return Optional.of(colon)
                .filter(found -> found > 0)
                .map(found -> parser.inlines(Flow.of(parser.source(), line.start(), line.start() + found)))
                .orElseGet(() -> parser.inlines(lines, at, at + 1));
    }
}
