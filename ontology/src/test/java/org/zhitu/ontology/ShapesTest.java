package org.zhitu.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class ShapesTest {
    private static final Shapes SHAPES = Shapes.parse(Ontology.shapes());

    @Test
    void theCuratedSchemeHasTheShapeOfLoadedData() {
        Scheme scheme = Ontology.scheme(Iris.DEFAULT);
        Graph together = GraphFactory.createDefaultGraph();
        scheme.statements().find().forEachRemaining(together::add);
        scheme.evidence().find().forEachRemaining(together::add);
        ValidationReport report = ShaclValidator.get().validate(SHAPES, together);
        assertThat(report.getEntries()).isEmpty();
    }

    @Test
    void aQuestionWithoutALineAndANoteInAThirdLanguageAreReported() {
        Graph data = GraphFactory.createDefaultGraph();
        RDFParser.fromString("""
                        PREFIX schema: <https://schema.org/>
                        PREFIX zt: <https://w3id.org/zhitu/ontology#>
                        <https://w3id.org/zhitu/id/question/1> a schema:Question ;
                            schema:name "什么是注意力？" ; schema:text "什么是注意力" ; zt:answered false ;
                            schema:isPartOf <https://w3id.org/zhitu/id/note/a.rst> .
                        <https://w3id.org/zhitu/id/note/a.rst> a zt:Note ;
                            schema:identifier "a.rst" ; schema:name "A" ; schema:inLanguage "fr" ;
                            schema:encodingFormat "text/x-rst" .
                        """, Lang.TURTLE).parse(data);
        ValidationReport report = ShaclValidator.get().validate(SHAPES, data);
        assertThat(report.getEntries())
                .extracting(entry -> entry.focusNode())
                .containsExactlyInAnyOrder(
                        NodeFactory.createURI("https://w3id.org/zhitu/id/question/1"),
                        NodeFactory.createURI("https://w3id.org/zhitu/id/note/a.rst"));
    }
}
