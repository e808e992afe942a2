package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhitu.loader.lexicon.Mention;
import org.zhitu.ontology.Concept;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Scheme;

/** Gathers where each concept is mentioned, and whether the note makes it a topic. */
final class ConceptExtractor {
    /** How sure it is that a name in such a place is about the concept, by place: factor on the mention's confidence. */
    private static final double IN_TEXT = 0.9;

    private final Reading reading;
    private final TopicLists topicLists;
    private final Scheme scheme;
    private final Map<String, Concept> discovered;

    ConceptExtractor(Reading reading, TopicLists topicLists, Scheme scheme, Map<String, Concept> discovered) {
        this.reading = reading;
        this.topicLists = topicLists;
        this.scheme = scheme;
        this.discovered = discovered;
    }

    /** A place that makes a concept a topic of the note, or not. */
    private enum Place {
        TITLE("title", true),
        HEADING("heading", true),
        TOPIC_LIST("topic-list", true),
        LEAD_TERM("lead-term", true),
        DEFINED_TERM("defined-term", true),
        QUESTION("question", false),
        TEXT("text", false);

        private final String method;
        private final boolean isTopic;

        Place(String method, boolean isTopic) {
            this.method = method;
            this.isTopic = isTopic;
        }
    }

    private static final class Gathered {
        private final Set<String> surfaceForms = new LinkedHashSet<>();
        private final List<Evidence> mentions = new ArrayList<>();
        private boolean isTopic;
    }

    /** Returns one claim for each concept, by first mention. */
    List<Extraction.ConceptClaim> extract() {
        Map<String, Gathered> bySlug = new LinkedHashMap<>();
        for (int i = 0; i < reading.passages().size(); i++) {
            Passage passage = reading.passages().get(i);
            boolean asks = passage.role().isHeading() && reading.asks(passage);
            for (Mention mention : passage.mentions()) {
                Place place = place(i, passage, asks, mention);
                Gathered gathered = bySlug.computeIfAbsent(mention.slug(), slug -> new Gathered());
                gathered.surfaceForms.add(Quote.withSingleBlanks(mention.surface()));
                gathered.isTopic |= place.isTopic;
                gathered.mentions.add(new Evidence(
                        passage.prose().span(mention.start(), mention.end()),
                        place.method,
                        mention.confidence() * (place == Place.TEXT ? IN_TEXT : 1),
                        Quote.around(passage.prose().text(), mention.start(), mention.end())));
            }
        }
        List<Extraction.ConceptClaim> claims = new ArrayList<>();
        bySlug.forEach((slug, gathered) -> claims.add(claim(slug, gathered)));
        return claims;
    }

    private Extraction.ConceptClaim claim(String slug, Gathered gathered) {
        Optional<Concept> known = scheme.concept(slug);
        Concept concept = known.orElseGet(() -> discovered.get(slug));
        return new Extraction.ConceptClaim(
                slug,
                concept == null ? slug : concept.label(Language.EN),
                known.isPresent() || concept == null ? Map.of() : concept.prefLabels(),
                List.copyOf(gathered.surfaceForms),
                gathered.isTopic,
                known.isPresent(),
                List.copyOf(gathered.mentions));
    }

    private Place place(int number, Passage passage, boolean asks, Mention mention) {
        if (passage.role() == Passage.Role.TITLE && !asks) {
            return Place.TITLE;
        }
        if (passage.role().isHeading()) {
            return asks ? Place.QUESTION : Place.HEADING;
        }
        if (topicLists.contains(number, mention)) {
            return Place.TOPIC_LIST;
        }
        if (passage.role() == Passage.Role.TERM) {
            return Place.DEFINED_TERM;
        }
        return isLeadTerm(passage, mention) ? Place.LEAD_TERM : Place.TEXT;
    }

    /** Says whether a passage starts with bold text that is nothing but the concept's name. */
    private static boolean isLeadTerm(Passage passage, Mention mention) {
        String text = passage.prose().text();
        for (Prose.Range bold : passage.prose().strong()) {
            boolean leads = text.substring(0, bold.start()).isBlank();
            boolean whole = text.substring(bold.start(), Math.max(bold.start(), mention.start()))
                            .isBlank()
                    && mention.start() >= bold.start()
                    && mention.end() <= bold.end()
                    && text.substring(mention.end(), bold.end())
                            .replaceAll("[:：。.\\s]", "")
                            .isEmpty();
            if (leads && whole) {
                return true;
            }
        }
        return false;
    }
}
