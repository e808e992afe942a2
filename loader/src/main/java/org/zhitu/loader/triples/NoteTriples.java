package org.zhitu.loader.triples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.SchemaDO;
import org.zhitu.loader.extract.Evidence;
import org.zhitu.loader.extract.Extraction;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Language;
import org.zhitu.ontology.Zt;

/**
 * What one note says, as the statements of its graph and the evidence for them, in the form that {@code docs/model.md}
 * lays down. There are no blank nodes; equal extractions give equal graphs.
 */
public final class NoteTriples {
    private static final Node TYPE = RDF.type.asNode();
    private static final Node REIFIES = NodeFactory.createURI(RDF.getURI() + "reifies");
    private static final Node DERIVED_FROM = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
    private static final Node CONCEPT = SKOS.Concept.asNode();
    private static final Node ABOUT = node(SchemaDO.about);
    private static final Node CITATION = node(SchemaDO.citation);
    private static final Node CREATOR = node(DCTerms.creator);
    private static final Node IS_PART_OF = node(SchemaDO.isPartOf);
    private static final Node MENTIONS = node(SchemaDO.mentions);
    private static final Node NAME = node(SchemaDO.name);

    private final Extraction extraction;
    private final Iris iris;
    private final Node note;
    private final Graph statements = GraphFactory.createDefaultGraph();
    private final Graph evidence = GraphFactory.createDefaultGraph();
    private final Map<String, Integer> occurrences = new HashMap<>();

    private NoteTriples(Extraction extraction, Iris iris) {
        this.extraction = extraction;
        this.iris = iris;
        this.note = NodeFactory.createURI(iris.note(extraction.document()));
    }

    /** Returns the triples of what a note says. */
    public static NoteTriples of(Extraction extraction, Iris iris) {
        NoteTriples triples = new NoteTriples(extraction, iris);
        triples.addNote();
        triples.addSections();
        triples.addImages();
        triples.addConcepts();
        triples.addSources();
        extraction.questions().forEach(triples::addQuestion);
        triples.addRelations();
        return triples;
    }

    /** Returns the content of the note's graph. */
    public Graph statements() {
        return statements;
    }

    /** Returns the content of its graph of evidence. */
    public Graph evidence() {
        return evidence;
    }

    private void addNote() {
        add(note, TYPE, Zt.NOTE);
        add(note, TYPE, node(SchemaDO.LearningResource));
        add(note, node(SchemaDO.identifier), string(extraction.document()));
        add(note, NAME, string(extraction.title()));
        add(note, node(SchemaDO.inLanguage), string(extraction.language().tag()));
        String mediaType = switch (extraction.format()) {
            case RST -> "text/x-rst";
            case MARKDOWN -> "text/markdown";
        };
        add(note, node(SchemaDO.encodingFormat), string(mediaType));
    }

    private void addSections() {
        int position = 0;
        for (Extraction.SectionClaim section : extraction.sections()) {
            Node node = fragment(section.id());
            add(note, node(SchemaDO.hasPart), node);
            add(node, TYPE, Zt.SECTION);
            add(node, NAME, string(section.title()));
            add(node, Zt.LEVEL, integer(section.level()));
            add(node, Zt.LINE, integer(section.span().line()));
            add(node, node(SchemaDO.position), integer(++position));
            add(node, IS_PART_OF, section.parent().map(this::fragment).orElse(note));
            section.about().forEach(slug -> add(node, ABOUT, concept(slug)));
        }
    }

    private void addImages() {
        int number = 0;
        for (Extraction.ImageClaim image : extraction.images()) {
            Node node = fragment("image-" + ++number);
            add(node, TYPE, node(SchemaDO.ImageObject));
            add(node, node(SchemaDO.contentUrl), string(image.path()));
            if (!image.alt().isBlank()) {
                add(node, node(SchemaDO.caption), string(image.alt()));
            }
            add(node, Zt.LINE, integer(image.span().line()));
            add(node, IS_PART_OF, holder(image.section()));
        }
    }

    private void addConcepts() {
        for (Extraction.ConceptClaim claim : extraction.concepts()) {
            Node concept = concept(claim.slug());
            add(note, MENTIONS, concept);
            claim.mentions().forEach(mention -> prove(note, MENTIONS, concept, mention));
            if (claim.isTopic()) {
                add(note, ABOUT, concept);
                claim.mentions().stream()
                        .filter(mention -> !mention.method().equals("text")
                                && !mention.method().equals("question"))
                        .findFirst()
                        .ifPresent(mention -> prove(note, ABOUT, concept, mention));
            }
            if (!claim.known()) {
                add(concept, TYPE, CONCEPT);
                add(concept, TYPE, Zt.DISCOVERED);
                claim.labels()
                        .forEach((language, label) -> add(
                                concept,
                                SKOS.prefLabel.asNode(),
                                NodeFactory.createLiteralLang(label, language.tag())));
            }
        }
    }

    private void addSources() {
        for (Extraction.SourceClaim claim : extraction.sources()) {
            Node source = NodeFactory.createURI(iris.source(claim.url()));
            boolean paper = claim.kind().equals("paper");
            add(source, TYPE, node(paper ? SchemaDO.ScholarlyArticle : SchemaDO.CreativeWork));
            add(source, node(SchemaDO.url), NodeFactory.createURI(withoutForbidden(claim.url())));
            add(source, NAME, string(claim.title()));
            add(source, Zt.SOURCE_KIND, string(claim.kind()));
            for (String slug : claim.about()) {
                add(source, ABOUT, concept(slug));
                prove(source, ABOUT, concept(slug), claim.evidence());
            }
            claim.author().ifPresent(author -> {
                Node name = string(author.name());
                add(source, CREATOR, name);
                prove(source, CREATOR, name, author.evidence());
            });
            add(note, CITATION, source);
            prove(note, CITATION, source, claim.evidence());
        }
    }

    private void addQuestion(Extraction.QuestionClaim claim) {
        Node question = NodeFactory.createURI(iris.question(claim.id()));
        boolean chinese = claim.bareText().codePoints().anyMatch(Character::isIdeographic);
        add(question, TYPE, node(SchemaDO.Question));
        add(question, NAME, string(claim.text()));
        add(question, node(SchemaDO.text), string(claim.bareText()));
        add(question, node(SchemaDO.inLanguage), string((chinese ? Language.ZH : Language.EN).tag()));
        add(question, Zt.LINE, integer(claim.evidence().span().line()));
        add(
                question,
                Zt.ANSWERED,
                NodeFactory.createLiteralDT(String.valueOf(claim.answered()), XSDDatatype.XSDboolean));
        add(question, IS_PART_OF, holder(claim.section()));
        for (String slug : claim.about()) {
            add(question, ABOUT, concept(slug));
            prove(question, ABOUT, concept(slug), claim.evidence());
        }
        Evidence heading = claim.evidence().by("question-section", 0.5);
        for (String slug : claim.implied()) {
            add(question, ABOUT, concept(slug));
            prove(question, ABOUT, concept(slug), heading);
        }
        if (claim.answered()) {
            Node answer = NodeFactory.createURI(question.getURI() + "#answer");
            add(question, node(SchemaDO.acceptedAnswer), answer);
            add(answer, TYPE, node(SchemaDO.Answer));
            add(answer, node(SchemaDO.text), string(claim.answer()));
            add(answer, Zt.HTML, NodeFactory.createLiteralDT(claim.answerHtml(), RDF.dtRDFHTML));
        }
    }

    private void addRelations() {
        for (Extraction.RelationClaim claim : extraction.relations()) {
            Node from = concept(claim.from());
            Node property = NodeFactory.createURI(claim.relation().iri());
            Node to = concept(claim.to());
            add(from, property, to);
            prove(from, property, to, claim.evidence());
        }
    }

    private void prove(Node subject, Node property, Node object, Evidence claim) {
        String named = object.isURI() ? object.getURI() : object.getLiteralLexicalForm();
        String key =
                String.join("\n", extraction.document(), subject.getURI(), property.getURI(), named, claim.quote());
        int occurrence = occurrences.merge(key, 1, Integer::sum);
        Node node = NodeFactory.createURI(iris.evidence(key + "\n" + occurrence));
        evidence.add(node, TYPE, Zt.EVIDENCE);
        evidence.add(node, REIFIES, NodeFactory.createTripleTerm(Triple.create(subject, property, object)));
        evidence.add(node, DERIVED_FROM, note);
        evidence.add(node, Zt.LINE, integer(claim.span().line()));
        evidence.add(node, Zt.COLUMN, integer(claim.span().column()));
        evidence.add(node, Zt.QUOTE, string(claim.quote()));
        evidence.add(node, Zt.METHOD, string(claim.method()));
        evidence.add(node, Zt.CONFIDENCE, confidence(claim.confidence()));
    }

    private void add(Node subject, Node property, Node object) {
        statements.add(subject, property, object);
    }

    private Node fragment(String id) {
        return NodeFactory.createURI(note.getURI() + "#" + id);
    }

    private Node holder(Optional<String> section) {
        return section.map(this::fragment).orElse(note);
    }

    private Node concept(String slug) {
        return NodeFactory.createURI(iris.concept(slug));
    }

    /** Returns an address with the characters that no IRI may hold percent-encoded; all others stay as written. */
    private static String withoutForbidden(String url) {
        StringBuilder allowed = new StringBuilder();
        for (int i = 0; i < url.length(); i++) {
            char c = url.charAt(i);
            if (c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0) {
                allowed.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
            } else {
                allowed.append(c);
            }
        }
        return allowed.toString();
    }

    private static Node node(RDFNode resource) {
        return resource.asNode();
    }

    private static Node string(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node integer(int value) {
        return NodeFactory.createLiteralDT(String.valueOf(value), XSDDatatype.XSDinteger);
    }

    private static Node confidence(double value) {
        String rounded =
                BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
        int end = rounded.endsWith("0") ? rounded.length() - 1 : rounded.length();
        return NodeFactory.createLiteralDT(rounded.substring(0, end), XSDDatatype.XSDdecimal);
    }
}
