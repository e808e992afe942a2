package org.zhitu.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class SchemeTest {
    private static final String WRITTEN = """
            PREFIX concept: <https://w3id.org/zhitu/id/concept/>
            PREFIX dcterms: <http://purl.org/dc/terms/>
            PREFIX schema: <https://schema.org/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX zt: <https://w3id.org/zhitu/ontology#>

            concept:softmax a zt:Method ; skos:prefLabel "Softmax"@en , "softmax"@zh .
            concept:self-attention a zt:Method ;
                skos:prefLabel "Self-Attention"@en , "自注意力"@zh ;
                skos:altLabel "intra-attention"@en ;
                skos:broader concept:softmax ;
                zt:introducedIn [ dcterms:title "A Paper" ; schema:url <https://arxiv.org/abs/1706.03762> ] ;
                zt:prerequisite concept:softmax {| zt:strength zt:required ; zt:reason "Weights."@en , "权重。"@zh |} .
            [] a zt:AmbiguousForm ; zt:form "剪枝"@zh ;
                zt:reading [ zt:means concept:softmax ; zt:cue "量化"@zh , "蒸馏"@zh ; zt:isDefault true ] ,
                    [ zt:means concept:self-attention ] .
            """;

    private final Scheme scheme = read(Iris.DEFAULT);

    @Test
    void conceptsCarryTheirLabelsKindAndPlace() {
        Concept concept = scheme.concept("self-attention").orElseThrow();
        assertThat(concept.kind()).isEqualTo(ConceptKind.METHOD);
        assertThat(concept.label(Language.ZH)).isEqualTo("自注意力");
        assertThat(concept.altLabels().get(Language.EN)).containsExactly("intra-attention");
        assertThat(concept.broader()).containsExactly("softmax");
    }

    @Test
    void statementsArePlainAndHoldNoBlankNode() {
        assertThat(scheme.statements().find().toList()).allSatisfy(triple -> {
            assertThat(triple.getSubject().isURI()).isTrue();
            assertThat(triple.getObject().isBlank() || triple.getObject().isTripleTerm())
                    .isFalse();
        });
        Node concept = NodeFactory.createURI(Iris.DEFAULT.concept("self-attention"));
        assertThat(scheme.statements().contains(concept, Zt.PREREQUISITE, Node.ANY))
                .isTrue();
        assertThat(scheme.statements().contains(concept, SKOS.inScheme.asNode(), Node.ANY))
                .isTrue();
    }

    @Test
    void aPaperIsTheSourceThatANoteWouldLinkTo() {
        Node paper = NodeFactory.createURI(Iris.DEFAULT.source("http://arxiv.org/pdf/1706.03762.pdf"));
        assertThat(scheme.statements().contains(Node.ANY, Zt.INTRODUCED_IN, paper))
                .isTrue();
    }

    @Test
    void annotationsBecomeEvidenceWithAName() {
        assertThat(scheme.evidence().find(Node.ANY, Zt.REASON, Node.ANY).toList())
                .hasSize(2);
        assertThat(scheme.evidence().find(Node.ANY, Zt.STRENGTH, Zt.REQUIRED).toList())
                .singleElement()
                .satisfies(triple -> assertThat(triple.getSubject().getURI()).contains("/id/evidence/"));
    }

    @Test
    void anAmbiguousFormKnowsItsReadingsAndTheirCues() {
        assertThat(scheme.ambiguousForms()).singleElement().satisfies(form -> {
            assertThat(form.text()).isEqualTo("剪枝");
            assertThat(form.readings())
                    .containsExactly(
                            new AmbiguousForm.Reading("self-attention", List.of(), false),
                            new AmbiguousForm.Reading("softmax", List.of("蒸馏", "量化"), true));
        });
    }

    @Test
    void anotherBaseRenamesEverythingButTheVocabulary() {
        Scheme elsewhere = read(new Iris("https://example.org/kg/"));
        assertThat(elsewhere.statements().find().toList())
                .allSatisfy(triple -> assertThat(triple.toString()).doesNotContain("https://w3id.org/zhitu/id/"));
        assertThat(elsewhere.concept("softmax")).isPresent();
    }

    @Test
    void equalSchemesHaveEqualDigests() {
        assertThat(read(Iris.DEFAULT).contentHash()).isEqualTo(scheme.contentHash());
        assertThat(read(new Iris("https://example.org/kg/")).contentHash()).isNotEqualTo(scheme.contentHash());
    }

    private static Scheme read(Iris iris) {
        Graph written = GraphFactory.createDefaultGraph();
        RDFParser.fromString(WRITTEN, Lang.TURTLE).parse(written);
        return Scheme.of(written, iris);
    }
}
