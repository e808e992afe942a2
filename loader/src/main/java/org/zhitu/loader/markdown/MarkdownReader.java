package org.zhitu.loader.markdown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.DocumentReader;
import org.zhitu.loader.document.Outline;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.SourceText;

/**
 * Reads Markdown: CommonMark with tables, definition lists, footnotes, front matter, formulas, the links and callouts of Obsidian, the
 * directives of MyST, and the HTML that people put into it. Immutable and safe to share.
 *
 * @see <a href="https://spec.commonmark.org/0.31.2/">CommonMark</a>
 */
public final class MarkdownReader implements DocumentReader {
    /** Blocks nested deeper than this are read as text. */
    static final int DEEPEST = 48;

    @Override
    public Document read(SourceText source) {
        List<Finding> findings = new ArrayList<>();
        Node root = parse(source.text());
        BlockConverter converter = new BlockConverter(Origin.of(source), findings);
        List<Block> flat = BoldHeadings.promoted(converter.blocks(root), source, findings);
        List<Block> blocks = Outline.nest(flat, source);
        findings.sort(Comparator.comparingInt(Finding::line));
        return new Document(source, blocks, findings);
    }

    static Node parse(String text) {
        String[] lines = text.split("\r\n|\n|\r", -1);
        FenceLines fences = FenceLines.of(lines);
        return Parser.builder()
                .extensions(List.of(FootnotesExtension.create(), YamlFrontMatterExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                .maxOpenBlockParsers(DEEPEST)
                .inlineParserFactory(BoundedInlineParser::new)
                .customBlockParserFactory(new FormulaBlockParser.Factory(FormulaLines.of(lines)))
                .customBlockParserFactory(new BrokenFenceParser.Factory(fences))
                .customBlockParserFactory(new GluedHeadingParser.Factory(GluedHeadings.of(lines, fences)))
                .customBlockParserFactory(new ColonFenceParser.Factory())
                .customBlockParserFactory(new MeaningParser.Factory())
                .customBlockParserFactory(new PipeTableParser.Factory())
                .customBlockParserFactory(new LongParagraphParser.Factory())
                .customInlineContentParserFactory(new FormulaParser.Factory())
                .customInlineContentParserFactory(new LoneAngleParser.Factory())
                .customDelimiterProcessor(new Marks('='))
                .customDelimiterProcessor(new Marks('~'))
                .build()
                .parse(text);
    }
}
