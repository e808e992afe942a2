package org.zhitu.graph;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.zhitu.graph.store.KnowledgeStore;
import org.zhitu.ontology.Iris;

/** The data of the tests: a scheme of a few real concepts, and two notes, from the Turtle files beside this class. */
public final class SmallWorld {
    public static final Iris IRIS = Iris.DEFAULT;

    private static final Node REIFIES = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies");

    private SmallWorld() {}

    /** Statements and their evidence. */
    public record Content(Graph statements, Graph evidence) {}

    /** Returns a store in memory that holds the scheme and both notes. */
    public static KnowledgeStore store() {
        KnowledgeStore store = KnowledgeStore.inMemory();
        fill(store);
        return store;
    }

    /** Writes the scheme and both notes in one transaction. */
    public static void fill(KnowledgeStore store) {
        store.write(writer -> {
            Content scheme = resource("scheme.ttl");
            writer.replace(IRIS.schemeGraph(), scheme.statements(), scheme.evidence(), "scheme-1");
            Content chinese = resource("nlp.ttl");
            writer.replace(IRIS.noteGraph("nlp.rst"), chinese.statements(), chinese.evidence(), "nlp-1");
            Content english = resource("lm.ttl");
            writer.replace(IRIS.noteGraph("en/lm.md"), english.statements(), english.evidence(), "lm-1");
        });
    }

    /** Returns the knowledge of a store. */
    public static Knowledge knowledge(KnowledgeStore store) {
        return Knowledge.of(store, IRIS).current();
    }

    /** Returns the knowledge of a store that holds one scheme. */
    public static Knowledge knowledge(String turtle) {
        KnowledgeStore store = KnowledgeStore.inMemory();
        Content content = parse(turtle);
        store.write(writer ->
                writer.replace(IRIS.schemeGraph(), content.statements(), content.evidence(), Iris.hash(turtle)));
        return knowledge(store);
    }

    static Content resource(String name) {
        try (InputStream in = SmallWorld.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parses Turtle; annotations become evidence, each with an IRI made from what it says. */
    public static Content parse(String turtle) {
        Graph all = GraphFactory.createDefaultGraph();
        RDFParser.create().source(new StringReader(turtle)).lang(Lang.TURTLE).parse(all);
        Map<Node, Node> names = new HashMap<>();
        for (Triple triple : all.find(Node.ANY, REIFIES, Node.ANY).toList()) {
            StringBuilder key = new StringBuilder(triple.getObject().toString());
            all.find(triple.getSubject(), Node.ANY, Node.ANY).toList().stream()
                    .map(one -> one.getPredicate() + " " + one.getObject())
                    .sorted()
                    .forEach(key::append);
            names.put(triple.getSubject(), NodeFactory.createURI(IRIS.evidence(key.toString())));
        }
        Content content = new Content(GraphFactory.createDefaultGraph(), GraphFactory.createDefaultGraph());
        all.find().forEachRemaining(triple -> {
            Node name = names.get(triple.getSubject());
            if (name == null) {
                content.statements().add(triple);
            } else {
                content.evidence().add(name, triple.getPredicate(), triple.getObject());
            }
        });
        return content;
    }
}
