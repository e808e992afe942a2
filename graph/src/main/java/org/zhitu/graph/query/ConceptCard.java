package org.zhitu.graph.query;

import java.util.List;
import java.util.Map;
import org.zhitu.ontology.ConceptKind;
import org.zhitu.ontology.Relation;

/**
 * All that is known of one concept: the content of its page and of the page's JSON twin. Lists are sorted by label unless
 * they say otherwise.
 *
 * @param id             the concept's IRI
 * @param label          in the language asked for
 * @param prefLabel      by language tag
 * @param altLabel       by language tag
 * @param definition     by language tag
 * @param difficulty     1 to 5; 0 where nobody said
 * @param minutes        honest study time; 0 where nobody said
 * @param broader        more general concepts
 * @param narrower       more special concepts
 * @param prerequisites  what should be known before, required first
 * @param unlocks        what has this one as a prerequisite, required first
 * @param relations      all relations but prerequisites, both directions, with where each comes from
 * @param introducedIn   the works that introduced it
 * @param questions      questions about it, answered first
 * @param sources        sources that notes give where they treat it
 * @param mentions       where notes mention it, topics first, then by note and line
 */
public record ConceptCard(
        String id,
        String slug,
        String label,
        ConceptKind kind,
        boolean known,
        Map<String, String> prefLabel,
        Map<String, List<String>> altLabel,
        Map<String, String> definition,
        int difficulty,
        int minutes,
        List<ConceptRef> broader,
        List<ConceptRef> narrower,
        List<PrerequisiteLink> prerequisites,
        List<PrerequisiteLink> unlocks,
        List<RelatedConcepts> relations,
        List<Work> introducedIn,
        List<QuestionRef> questions,
        List<SourceRef> sources,
        List<Mention> mentions) {

    /**
     * A prerequisite edge, seen from one end.
     *
     * @param concept  the other end
     * @param required whether it is required rather than helpful
     * @param reason   why, in the language asked for; possibly empty
     */
    public record PrerequisiteLink(ConceptRef concept, boolean required, String reason, List<EvidenceRef> evidence) {}

    /**
     * Concepts that stand in one relation to this one.
     *
     * @param inverse whether this concept is the object: for {@code partOf}, inverse lists the parts
     */
    public record RelatedConcepts(Relation relation, boolean inverse, List<RelatedConcept> concepts) {}

    /** One related concept, with where the relation comes from. */
    public record RelatedConcept(ConceptRef concept, List<EvidenceRef> evidence) {}

    /**
     * A work that introduced the concept.
     *
     * @param url  its stable address; possibly empty
     * @param year four digits; possibly empty
     */
    public record Work(String title, String authors, String year, String url) {}

    /** Where a note mentions the concept. */
    public record Mention(String note, String noteTitle, boolean isTopic, EvidenceRef evidence) {}
}
