package org.zhitu.server.sparql;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;

/** One folder of the W3C's tests, read where it lies beside the checkout. */
final class Manifest {
    private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";

    /** Stands for the folder of the tests in all IRIs. */
    private static final String ROOT = "http://www.example/tests/";

    private final Path root;
    final String name;
    private final Graph graph;

    Manifest(Path root, String name) {
        this(root, name, "manifest.ttl");
    }

    Manifest(Path root, String name, String file) {
        this.root = root;
        this.name = name;
        String base = ROOT + name + "/" + file;
        this.graph = RDFParser.source(root.resolve(name).resolve(file))
                .lang(Lang.TURTLE)
                .base(base)
                .toGraph();
    }

    List<Node> all(Node subject, String property) {
        return graph.find(subject, NodeFactory.createURI(property), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }

    Optional<Node> one(Node subject, String property) {
        return all(subject, property).stream().findFirst();
    }

    Path file(Node iri) {
        return root.resolve(URI.create(iri.getURI().substring(ROOT.length())).getPath());
    }

    List<Node> entries() {
        return graph
                .find(Node.ANY, NodeFactory.createURI(MF + "entries"), Node.ANY)
                .mapWith(triple -> list(triple.getObject()))
                .toList()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    List<Node> list(Node list) {
        List<Node> members = new ArrayList<>();
        for (Node rest = list;
                !rest.equals(RDF.nil.asNode());
                rest = one(rest, RDF.rest.getURI()).orElseThrow()) {
            members.add(one(rest, RDF.first.getURI()).orElseThrow());
        }
        return members;
    }

    /** Returns the folder of the suites; empty where they are not beside this checkout. */
    static Optional<Path> suites() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path suites = folder.resolveSibling("shared").resolve("rdf-tests/sparql");
            if (Files.isDirectory(suites)) {
                return Optional.of(suites);
            }
        }
        return Optional.empty();
    }
}
