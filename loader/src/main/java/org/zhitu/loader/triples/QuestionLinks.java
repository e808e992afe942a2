package org.zhitu.loader.triples;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.zhitu.loader.extract.SimilarQuestions;
import org.zhitu.ontology.Iris;
import org.zhitu.ontology.Zt;

/**
 * The links between questions that different notes ask alike, as the content of the graph of suggestions: each in both
 * directions, each with evidence that says how sure it is. Equal pairs give equal graphs.
 */
public final class QuestionLinks {
    /** The rule that the evidence names. */
    public static final String METHOD = "same-question";

    private static final Node CLOSE_MATCH = SKOS.closeMatch.asNode();
    private static final Node REIFIES = NodeFactory.createURI(RDF.getURI() + "reifies");
    private static final Node DERIVED_FROM = NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");

    private final Iris iris;
    private final Graph statements = GraphFactory.createDefaultGraph();
    private final Graph evidence = GraphFactory.createDefaultGraph();
    private final StringBuilder content = new StringBuilder();

    private QuestionLinks(Iris iris) {
        this.iris = iris;
    }

    /** Returns the links of pairs of questions. */
    public static QuestionLinks of(List<SimilarQuestions.Pair> pairs, Iris iris) {
        QuestionLinks links = new QuestionLinks(iris);
        for (SimilarQuestions.Pair pair : pairs) {
            links.add(pair.one(), pair.other(), pair.score());
            links.add(pair.other(), pair.one(), pair.score());
        }
        return links;
    }

    /** Returns the content of the graph of suggestions. */
    public Graph statements() {
        return statements;
    }

    /** Returns the content of its graph of evidence. */
    public Graph evidence() {
        return evidence;
    }

    /** Returns a digest of the links. */
    public String contentHash() {
        return Iris.hash(content.toString());
    }

    private void add(SimilarQuestions.Asked from, SimilarQuestions.Asked to, double score) {
        Node one = NodeFactory.createURI(from.id());
        Node other = NodeFactory.createURI(to.id());
        String sure =
                BigDecimal.valueOf(score).setScale(2, RoundingMode.HALF_UP).toPlainString();
        statements.add(one, CLOSE_MATCH, other);
        Node proof = NodeFactory.createURI(iris.evidence(METHOD + "\n" + from.id() + "\n" + to.id()));
        evidence.add(proof, RDF.type.asNode(), Zt.EVIDENCE);
        evidence.add(proof, REIFIES, NodeFactory.createTripleTerm(Triple.create(one, CLOSE_MATCH, other)));
        evidence.add(proof, DERIVED_FROM, NodeFactory.createURI(from.note()));
        evidence.add(proof, Zt.LINE, NodeFactory.createLiteralDT(String.valueOf(from.line()), XSDDatatype.XSDinteger));
        evidence.add(proof, Zt.QUOTE, NodeFactory.createLiteralString(from.text()));
        evidence.add(proof, Zt.METHOD, NodeFactory.createLiteralString(METHOD));
        evidence.add(proof, Zt.CONFIDENCE, NodeFactory.createLiteralDT(sure, XSDDatatype.XSDdecimal));
        content.append(String.join(
                        "\n", from.id(), from.note(), String.valueOf(from.line()), from.text(), to.id(), sure))
                .append('\n');
    }
}
