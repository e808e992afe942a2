package org.zhitu.server.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.zhitu.graph.Knowledge;
import org.zhitu.graph.query.ConceptCard;
import org.zhitu.graph.query.ConceptRef;
import org.zhitu.graph.query.EvidenceRef;
import org.zhitu.graph.query.QuestionCard;
import org.zhitu.graph.query.QuestionRef;
import org.zhitu.graph.query.SourceRef;
import org.zhitu.ontology.Language;

/**
 * What a concept's page shows.
 *
 * @param trail     from the top concept down to the concept above this one
 * @param questions with their answers, at most {@link #MOST_QUESTIONS}
 * @param asking    what says that each question, by id, is about the concept
 * @param giving    the same of each source, by address
 * @param picture   what lies around it; null where nothing does
 */
record ConceptPage(
        ConceptCard card,
        Language language,
        List<ConceptRef> trail,
        List<QuestionCard> questions,
        Map<String, List<EvidenceRef>> asking,
        Map<String, List<EvidenceRef>> giving,
        @Nullable Picture picture) {
    /** The most questions that one page shows whole. */
    static final int MOST_QUESTIONS = 60;

    private static final int DEEPEST_TRAIL = 12;
    private static final int PICTURE_NODES = 8;

    static Optional<ConceptPage> of(Knowledge knowledge, NoteHtml html, String slug, Language language) {
        return knowledge.concepts().card(slug, language).map(card -> {
            List<QuestionCard> questions = card.questions().stream()
                    .limit(MOST_QUESTIONS)
                    .map(QuestionRef::id)
                    .flatMap(id -> knowledge.questions().card(id, language).stream())
                    .map(question -> html.shown(question, language))
                    .toList();
            Picture picture = knowledge
                    .neighbourhoods()
                    .around(slug, 1, Following.ALL, PICTURE_NODES, language)
                    .filter(around -> around.nodes().size() > 1)
                    .map(Picture::narrow)
                    .orElse(null);
            Map<String, List<EvidenceRef>> asking = knowledge
                    .questions()
                    .grounds(questions.stream().map(QuestionCard::id).toList(), slug);
            Map<String, List<EvidenceRef>> giving = knowledge
                    .sources()
                    .grounds(card.sources().stream().map(SourceRef::url).toList(), slug);
            return new ConceptPage(
                    card, language, trail(knowledge, card, language), questions, asking, giving, picture);
        });
    }

    /** Follows the first broader concept upwards. */
    private static List<ConceptRef> trail(Knowledge knowledge, ConceptCard from, Language language) {
        List<ConceptRef> trail = new ArrayList<>();
        ConceptCard card = from;
        while (!card.broader().isEmpty() && trail.size() < DEEPEST_TRAIL) {
            ConceptRef above = card.broader().getFirst();
            if (above.slug().equals(from.slug()) || trail.contains(above)) {
                break;
            }
            trail.add(above);
            Optional<ConceptCard> next = knowledge.concepts().card(above.slug(), language);
            if (next.isEmpty()) {
                break;
            }
            card = next.get();
        }
        Collections.reverse(trail);
        return trail;
    }

    /** Returns the preferred label in the other language; empty where there is none or it is the same. */
    public String otherLabel() {
        String other = card.prefLabel().getOrDefault(language.other().tag(), "");
        return other.equals(card.label()) ? "" : other;
    }

    /** Returns the definition to read: in the reader's language, else in the other. */
    public String definition() {
        return card.definition()
                .getOrDefault(
                        language.tag(),
                        card.definition().getOrDefault(language.other().tag(), ""));
    }

    /** Returns the tag of the language that names are not in. */
    public String otherTag() {
        return language.other().tag();
    }

    /** Returns the definition in the other language where the reader has one already; else empty. */
    public String otherDefinition() {
        return card.definition().containsKey(language.tag())
                ? card.definition().getOrDefault(language.other().tag(), "")
                : "";
    }

    /** Returns the other names, the reader's language first. */
    public List<String> otherNames() {
        List<String> names = new ArrayList<>(card.altLabel().getOrDefault(language.tag(), List.of()));
        for (String name : card.altLabel().getOrDefault(language.other().tag(), List.of())) {
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** Returns what says that a question is about the concept. */
    public List<EvidenceRef> grounds(QuestionCard question) {
        return asking.getOrDefault(question.id(), List.of());
    }

    /** Returns what says in the source's note that it is about the concept. */
    public List<EvidenceRef> grounds(SourceRef source) {
        return giving.getOrDefault(source.url(), List.of()).stream()
                .filter(evidence -> evidence.note().equals(source.note()))
                .toList();
    }

    /** Returns the questions that lack an answer among those shown. */
    public long unanswered() {
        return questions.stream().filter(question -> !question.answered()).count();
    }

    /** Returns the sources by kind, kinds in the order of the alphabet. */
    public Map<String, List<SourceRef>> sourcesByKind() {
        Map<String, List<SourceRef>> byKind = new TreeMap<>();
        for (SourceRef source : card.sources()) {
            byKind.computeIfAbsent(source.kind(), kind -> new ArrayList<>()).add(source);
        }
        return byKind;
    }

    /** Returns the mentions by note, in the card's order. */
    public Map<String, List<ConceptCard.Mention>> mentionsByNote() {
        Map<String, List<ConceptCard.Mention>> byNote = new LinkedHashMap<>();
        for (ConceptCard.Mention mention : card.mentions()) {
            byNote.computeIfAbsent(mention.note(), note -> new ArrayList<>()).add(mention);
        }
        return byNote;
    }

    /** Returns a query for what the graph says about the concept, to open in the editor. */
    public String query() {
        return """
                # %s
                SELECT ?property ?value
                WHERE {
                  <%s> ?property ?value
                }
                ORDER BY ?property ?value
                """.formatted(card.label().replaceAll("\\R", " "), card.id());
    }
}
