package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhitu.graph.explain.Explanation;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.ontology.Language;

/**
 * A relation between two concepts, said as a sentence of the reader's language.
 *
 * @param pieces   words and concepts in the order in which they are said
 * @param reason   why it holds; possibly empty
 * @param evidence where that is said
 */
record Sentence(List<Piece> pieces, String reason, List<EvidenceRef> evidence) {
    private static final String KEY = "compare.says.";

    /**
     * A part of a sentence: words, or a concept.
     *
     * @param concept null where there are words
     */
    record Piece(String words, @Nullable ConceptRef concept) {}

    /** Says a statement: {0} of the text is its subject, {1} its object. */
    static Sentence of(Explanation.Statement statement, Messages messages, Language language) {
        String key = KEY + statement.relation().key();
        String text = messages.texts(language).getOrDefault(key, "{0} – {1}");
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', from)) {
            pieces.add(new Piece(text.substring(from, at), null));
            pieces.add(new Piece("", text.charAt(at + 1) == '0' ? statement.subject() : statement.object()));
            from = at + "{0}".length();
        }
        pieces.add(new Piece(text.substring(from), null));
        return new Sentence(
                pieces.stream()
                        .filter(piece ->
                                piece.concept() != null || !piece.words().isEmpty())
                        .toList(),
                statement.reason(),
                statement.evidence());
    }
}
