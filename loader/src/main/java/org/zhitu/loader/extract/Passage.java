package org.zhitu.loader.extract;

import java.util.List;
import org.zhitu.loader.document.Block;
import org.zhitu.loader.lexicon.Mention;

/**
 * A stretch of text that is read as one: a heading, a paragraph, a line, a cell.
 *
 * @param role     what the stretch is to the note
 * @param section  the number of the section whose heading it is or under which it stands; -1 before the first
 * @param block    the block it is the text of, or that holds it
 * @param prose    the text
 * @param mentions the concepts it names, in order
 */
record Passage(Role role, int section, Block block, Prose prose, List<Mention> mentions) {
    /** What a passage is to its note. */
    enum Role {
        TITLE,
        HEADING,
        PARAGRAPH,
        LINE,
        ITEM,
        TERM,
        SUMMARY,
        CELL,
        CAPTION;

        boolean isHeading() {
            return this == TITLE || this == HEADING;
        }
    }

    Passage {
        mentions = List.copyOf(mentions);
    }

    Passage withMentions(List<Mention> found) {
        return new Passage(role, section, block, prose, found);
    }
}
