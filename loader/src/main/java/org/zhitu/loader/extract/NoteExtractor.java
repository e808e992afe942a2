package org.zhitu.loader.extract;

import java.util.List;
import java.util.Map;
import org.zhitu.loader.document.Document;
import org.zhitu.loader.lexicon.Lexicon;
import org.zhitu.ontology.Concept;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Scheme;
import org.zhitu.ontology.SchemeLinks;

/**
 * Finds what a note says. Runs in time linear in the note's length, but for the comparison of reworded questions, which is
 * bounded. Immutable; a note's state lives within the call.
 */
public final class NoteExtractor {
    /** Changes whenever the same note would yield other claims, so that notes are read anew. */
    public static final String VERSION = "4";

    /** Least share of Chinese characters, an English word counting as one, that makes a note Chinese. */
    private static final double CHINESE_SHARE = 0.3;

    private final Scheme scheme;
    private final Lexicon lexicon;
    private final SchemeLinks links;

    /**
     * @param scheme  the concepts to recognise
     * @param lexicon their names
     */
    public NoteExtractor(Scheme scheme, Lexicon lexicon) {
        this.scheme = scheme;
        this.lexicon = lexicon;
        this.links = SchemeLinks.of(scheme);
    }

    /** Returns what a note says; its questions and sections get their identity from their text. */
    public Extraction extract(Document document) {
        return extract(document, PreviousNote.NONE);
    }

    /** Returns what a note says; what stood in it before keeps its identity, also reworded where that is clear. */
    public Extraction extract(Document document, PreviousNote previous) {
        Reading reading = Reading.of(document, lexicon);
        TopicLists topicLists = TopicLists.of(reading);
        Map<String, Concept> discovered = new ConceptDiscovery(reading, topicLists, lexicon).discover();
        List<Extraction.SectionClaim> sections = new SectionExtractor(reading).extract(previous);
        QuestionExtractor questionExtractor = new QuestionExtractor(reading, sections);
        List<Extraction.QuestionClaim> questions = questionExtractor.extract(previous);
        SourceExtractor sources = new SourceExtractor(document, lexicon, sections);
        sources.extract();
        return new Extraction(
                document.source().path(),
                document.source().format(),
                language(document.source().text()),
                title(document),
                sections,
                questions,
                sources.sources(),
                sources.images(),
                new ConceptExtractor(reading, topicLists, scheme, discovered).extract(),
                new RelationExtractor(reading, scheme, links).extract(),
                new FindingExtractor(reading, questionExtractor.findings())
                        .extract(questions, questionExtractor.reworded()));
    }

    private static String title(Document document) {
        String path = document.source().path();
        return document.title()
                .map(String::strip)
                .filter(title -> !title.isEmpty())
                .orElseGet(() -> path.substring(path.lastIndexOf('/') + 1));
    }

    private static Language language(String text) {
        int chinese = 0;
        int words = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = (c >= 'a' && c <= 'z') || (c < 0x250 && Character.isLetter(c));
            if (c >= 0x2e80 && Character.isIdeographic(c)) {
                chinese++;
            } else if (letter && !inWord) {
                words++;
            }
            inWord = letter;
        }
        return chinese > 0 && chinese >= CHINESE_SHARE * (chinese + words) ? Language.ZH : Language.EN;
    }
}
