package org.zhitu.server.load;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.document.HtmlRenderer;
import org.zhitu.loader.document.Inline;
import org.zhitu.loader.markdown.MarkdownReader;
import org.zhitu.loader.rst.RstReader;
import org.zhitu.loader.source.NoteFile;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceText;

/**
 * What a note says, to be read: its text in pieces that each begin at a line of their own, so that what the graph knows of
 * a line can stand beside it. Lists and lines are cut into their items.
 *
 * @param pieces in the order of the note
 */
public record NoteText(List<Piece> pieces) {
    /** A longer note is not shown whole: a page of that size helps nobody. */
    public static final long MOST_BYTES = 2L * 1024 * 1024;

    public NoteText {
        pieces = List.copyOf(pieces);
    }

    /**
     * A heading or a piece of text.
     *
     * @param line  where it begins, counted from 1
     * @param depth of a heading, from 1; 0 for text
     * @param plain a heading's text without markup; empty for text
     * @param html  safe HTML; a heading's without an element around it
     * @param tight whether it continues a list or lines that the piece before it is part of
     */
    public record Piece(int line, int depth, String plain, String html, boolean tight) {}

    /** Reads a note; empty where its file is gone, unreadable or too large. */
    static Optional<NoteText> of(NotePlace place) {
        try {
            Optional<NoteFormat> format =
                    NoteFormat.ofFileName(String.valueOf(place.file().getFileName()));
            if (format.isEmpty() || Files.size(place.file()) > MOST_BYTES) {
                return Optional.empty();
            }
            NoteFile.Outcome outcome = new NoteFile().read(place.file(), place.note(), format.get());
            return outcome instanceof NoteFile.Read read ? Optional.of(of(read.source())) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // went away in the meantime
        }
    }

    /** Returns a note's text in pieces. */
    static NoteText of(SourceText source) {
        Document document = switch (source.format()) {
            case RST -> new RstReader().read(source);
            case MARKDOWN -> new MarkdownReader().read(source);
        };
        List<Piece> pieces = new ArrayList<>();
        cut(document.blocks(), 0, pieces);
        return new NoteText(pieces);
    }

    private static void cut(List<Block> blocks, int depth, List<Piece> pieces) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Section section -> {
                    pieces.add(new Piece(
                            section.titleSpan().line(),
                            depth + 1,
                            Inline.plainText(section.title()),
                            HtmlRenderer.inlineHtml(section.title()),
                            false));
                    cut(section.blocks(), depth + 1, pieces);
                }
                case Block.ListBlock list -> {
                    boolean tight = false;
                    for (Block.ListBlock.Item item : list.items()) {
                        add(new Block.ListBlock(list.ordered(), List.of(item), item.span()), tight, pieces);
                        tight = true;
                    }
                }
                case Block.LineBlock lines -> {
                    boolean tight = false;
                    for (Block.LineBlock.Line line : lines.lines()) {
                        add(new Block.LineBlock(List.of(line), line.span()), tight, pieces);
                        tight = true;
                    }
                }
                case Block.Comment comment -> {}
                default -> add(block, false, pieces);
            }
        }
    }

    private static void add(Block block, boolean tight, List<Piece> pieces) {
        String html = HtmlRenderer.html(List.of(block));
        if (!html.isBlank()) {
            pieces.add(new Piece(block.span().line(), 0, "", html, tight));
        }
    }
}
