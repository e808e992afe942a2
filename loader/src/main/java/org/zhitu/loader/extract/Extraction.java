package org.zhitu.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.loader.source.SourceSpan;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/**
 * All that one note says. Lists are in the order of the text; concepts by first mention.
 *
 * @param document the note's path
 * @param language the language most of it is written in
 * @param title    the one in its front matter, else its first heading, else its file name
 */
public record Extraction(
        String document,
        NoteFormat format,
        Language language,
        String title,
        List<SectionClaim> sections,
        List<QuestionClaim> questions,
        List<SourceClaim> sources,
        List<ImageClaim> images,
        List<ConceptClaim> concepts,
        List<RelationClaim> relations,
        List<Finding> findings) {

    public Extraction {
        sections = List.copyOf(sections);
        questions = List.copyOf(questions);
        sources = List.copyOf(sources);
        images = List.copyOf(images);
        concepts = List.copyOf(concepts);
        relations = List.copyOf(relations);
        findings = List.copyOf(findings);
    }

    /** Returns the same with more findings, all by line. */
    public Extraction withFindings(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        all.sort(Comparator.comparingInt(Finding::line).thenComparing(Finding::code));
        return new Extraction(
                document, format, language, title, sections, questions, sources, images, concepts, relations, all);
    }

    /** Returns the extraction of a file that cannot be read as a note: nothing but the findings that tell why. */
    public static Extraction unreadable(String document, NoteFormat format, List<Finding> findings) {
        String name = document.substring(document.lastIndexOf('/') + 1);
        return new Extraction(
                document,
                format,
                Language.EN,
                name,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                findings);
    }

    /**
     * A heading.
     *
     * @param id     its fragment within the note, unique there
     * @param parent the id of the section it stands in
     * @param about  slugs of the concepts its title names
     */
    public record SectionClaim(
            String id, String title, int level, Optional<String> parent, List<String> about, SourceSpan span) {}

    /**
     * A question that the note asks, and its answer.
     *
     * @param id         the question's identity, which survives rewording where it can
     * @param text       exactly as in the note, enumerator included
     * @param bareText   without enumerator and outer marks; what identity and search go by
     * @param answered   whether an answer stands under it
     * @param answer     the answer as plain text; empty where there is none
     * @param answerHtml the answer as safe HTML; empty where there is none
     * @param about      slugs of the concepts that the question names
     * @param implied    where it names none, slugs of the concepts that the nearest heading above names
     * @param section    the id of the section it stands in
     */
    public record QuestionClaim(
            String id,
            String text,
            String bareText,
            boolean answered,
            String answer,
            String answerHtml,
            List<String> about,
            List<String> implied,
            Optional<String> section,
            Evidence evidence) {}

    /**
     * An address that the note gives to its reader, once.
     *
     * @param url   exactly as first written
     * @param title what the note calls it, else what the address tells
     * @param kind  {@code paper}, {@code video}, {@code article}, {@code discussion}, {@code book}, {@code code},
     *              {@code encyclopedia} or {@code page}
     * @param author who made it, where the note says so
     * @param about slugs of the concepts of the section it stands in
     */
    public record SourceClaim(
            String url,
            String title,
            String kind,
            Optional<AuthorClaim> author,
            List<String> about,
            Optional<String> section,
            Evidence evidence) {}

    /** Who made a source, as written: one name, several, or one with {@code et al.} */
    public record AuthorClaim(String name, Evidence evidence) {}

    /** An image, by its path as written. */
    public record ImageClaim(String path, String alt, Optional<String> section, SourceSpan span) {}

    /**
     * A concept that the note mentions.
     *
     * @param slug         the concept's slug
     * @param label        its preferred label in English, else as written
     * @param labels       the labels of a concept that the scheme does not know; empty for a known one
     * @param surfaceForms the spellings found, each once, in the order of the text
     * @param isTopic      whether the note makes it a topic: title, heading, topic list
     * @param known        whether the scheme knows it
     * @param mentions     where it is mentioned, in the order of the text
     */
    public record ConceptClaim(
            String slug,
            String label,
            Map<Language, String> labels,
            List<String> surfaceForms,
            boolean isTopic,
            boolean known,
            List<Evidence> mentions) {}

    /** A relation that the note states between two concepts. */
    public record RelationClaim(String from, Relation relation, String to, Evidence evidence) {}
}
