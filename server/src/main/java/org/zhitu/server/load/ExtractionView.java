package org.zhitu.server.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.loader.source.Finding;
import org.zhitu.loader.source.NoteFormat;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Relation;

/**
 * All that one note says, in the shape that {@code zhitu extract --json} prints and other tools rely on. Lines are counted
 * from 1.
 */
public record ExtractionView(
        String document,
        NoteFormat format,
        Language language,
        String title,
        List<SectionView> sections,
        List<QuestionView> questions,
        List<SourceView> sources,
        List<ImageView> images,
        List<ConceptView> concepts,
        List<RelationView> relations,
        List<FindingView> findings) {

    /** A heading. */
    public record SectionView(String title, int level, int line) {}

    /** A question, its text exactly as in the note. */
    public record QuestionView(String text, int line, boolean answered, List<String> about) {}

    /**
     * An address that the note gives.
     *
     * @param author who made it, as the note says; left out where it does not
     */
    public record SourceView(
            String url,
            String title,
            int line,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> author) {}

    /** An image. */
    public record ImageView(String path, int line) {}

    /**
     * A concept that the note mentions.
     *
     * @param lines each once, in order
     */
    public record ConceptView(
            String slug,
            String label,
            List<String> surfaceForms,
            boolean isTopic,
            boolean known,
            List<Integer> lines) {}

    /** A relation that the note states. */
    public record RelationView(String from, Relation property, String to, int line, String method, double confidence) {}

    /** Something the author may want to mend. */
    public record FindingView(Finding.Severity severity, String code, int line, String message) {}

    /** Returns what a note says, messages in a language. */
    public static ExtractionView of(Extraction note, Language language) {
        return new ExtractionView(
                note.document(),
                note.format(),
                note.language(),
                note.title(),
                note.sections().stream()
                        .map(section -> new SectionView(
                                section.title(), section.level(), section.span().line()))
                        .toList(),
                note.questions().stream()
                        .map(question -> new QuestionView(
                                question.text(),
                                question.evidence().span().line(),
                                question.answered(),
                                question.about()))
                        .toList(),
                note.sources().stream()
                        .map(source -> new SourceView(
                                source.url(),
                                source.title(),
                                source.evidence().span().line(),
                                source.author().map(Extraction.AuthorClaim::name)))
                        .toList(),
                note.images().stream()
                        .map(image -> new ImageView(image.path(), image.span().line()))
                        .toList(),
                note.concepts().stream().map(ExtractionView::concept).toList(),
                note.relations().stream().map(ExtractionView::relation).toList(),
                note.findings().stream()
                        .map(finding -> new FindingView(
                                finding.severity(), finding.code(), finding.line(), finding.message(language)))
                        .toList());
    }

    private static ConceptView concept(Extraction.ConceptClaim concept) {
        return new ConceptView(
                concept.slug(),
                concept.label(),
                concept.surfaceForms(),
                concept.isTopic(),
                concept.known(),
                concept.mentions().stream()
                        .map(mention -> mention.span().line())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static RelationView relation(Extraction.RelationClaim relation) {
        return new RelationView(
                relation.from(),
                relation.relation(),
                relation.to(),
                relation.evidence().span().line(),
                relation.evidence().method(),
                relation.evidence().confidence());
    }
}
