package org.zhitu.loader.rst;

import java.util.Comparator;
import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.DocumentReader;
import org.zhitu.loader.document.Outline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceText;

/**
 * Reads reStructuredText, with the tolerance of docutils and a little more: what docutils rejects becomes text and a
 * finding. Directives of Sphinx are known; files are never included. Immutable and safe to share.
 *
 * <p>Goes over the lines once, and a second time only where names are used before they are defined.
 *
 * @see <a href="https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html">The markup specification</a>
 */
public final class RstReader implements DocumentReader {
    @Override
    public Document read(SourceText source) {
        Definitions definitions = new Definitions();
        Draft draft = new Draft(source, definitions);
        Lines lines = Lines.of(source);
        List<Block> blocks = BlockParser.of(draft).blocks(lines);
        if (draft.looksAhead() && !definitions.isEmpty()) {
            definitions.freeze();
            draft = new Draft(source, definitions);
            blocks = BlockParser.of(draft).blocks(lines);
        }
        List<Finding> findings = draft.findings().stream()
                .sorted(Comparator.comparingInt(Finding::line))
                .toList();
        return new Document(source, Outline.nest(blocks, source), findings);
    }
}
