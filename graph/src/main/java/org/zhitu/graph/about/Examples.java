package org.zhitu.graph.about;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.zhitu.graph.store.StoreReader;
import org.zhitu.ontology.Iris;

/**
 * The example queries. They are written as files, one query each, whose first lines say what it answers; at each load they
 * become statements of the graph {@code graph/examples}, in the form that SIB's editor and others look for. Readers and
 * programs take them from there.
 *
 * @see <a href="https://github.com/sib-swiss/sparql-examples">The form, as SIB uses it</a>
 */
public final class Examples {
    private static final String FOLDER = "/org/zhitu/graph/examples/";

    private static final Query READ = QueryFactory.create("""
        PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
        PREFIX schema: <https://schema.org/>
        PREFIX sh: <http://www.w3.org/ns/shacl#>
        SELECT ?example ?text ?title ?tag ?position
        WHERE {
          GRAPH ?graph {
            ?example a sh:SPARQLExecutable ; sh:select|sh:construct|sh:ask|sh:describe ?text ;
                     rdfs:label ?title ; schema:keywords ?tag ; schema:position ?position .
          }
        }
        ORDER BY ?position ?tag ?title\
        """);

    private Examples() {}

    /** Returns the examples that a store holds, in the order in which they are shown. */
    public static List<Example> of(StoreReader reader, Iris iris) {
        SortedMap<Integer, Example> found = new TreeMap<>();
        String prefix = iris.base() + "q/";
        try (QueryExec execution = reader.query(READ)
                .substitution(Var.alloc("graph"), NodeFactory.createURI(iris.examplesGraph()))
                .build()) {
            execution.select().forEachRemaining(row -> {
                String slug = row.get("example").getURI().substring(prefix.length());
                int position = ((Number) row.get("position").getLiteralValue()).intValue();
                Node title = row.get("title");
                String words = title.getLiteralLexicalForm();
                boolean chinese = title.getLiteralLanguage().equals("zh");
                Example known = found.getOrDefault(
                        position,
                        new Example(slug, "", "", List.of(), row.get("text").getLiteralLexicalForm()));
                List<String> tags = new ArrayList<>(known.tags());
                String tag = row.get("tag").getLiteralLexicalForm();
                if (!tags.contains(tag)) {
                    tags.add(tag);
                }
                found.put(
                        position,
                        new Example(
                                slug,
                                chinese ? known.english() : words,
                                chinese ? words : known.chinese(),
                                tags,
                                known.text()));
            });
        }
        return List.copyOf(found.values());
    }

    /** Returns one example of a store, if there is one of that name. */
    public static Optional<Example> of(StoreReader reader, Iris iris, String slug) {
        return of(reader, iris).stream()
                .filter(example -> example.slug().equals(slug))
                .findFirst();
    }

    /** Returns the examples as they are written, in their order, for a site with a base of its own. */
    static List<Example> written(Iris iris) {
        return text("index.txt").lines().map(slug -> read(slug, iris)).toList();
    }

    /** Returns a digest of the examples as they are written. */
    static String version() {
        StringBuilder all = new StringBuilder(String.valueOf(Namespaces.of(Iris.DEFAULT)));
        text("index.txt").lines().forEach(slug -> all.append(text(slug + ".rq")));
        return Iris.hash(all.toString());
    }

    private static Example read(String slug, Iris iris) {
        String text = text(slug + ".rq").replace(Iris.DEFAULT.base() + "id/", iris.base() + "id/");
        List<String> lines = text.lines().toList();
        String query = String.join("\n", lines.subList(3, lines.size())) + "\n";
        List<String> tags = Arrays.stream(header(lines.get(2), "tags").split(",", -1))
                .map(String::strip)
                .toList();
        return new Example(slug, header(lines.get(0), "en"), header(lines.get(1), "zh"), tags, query);
    }

    private static String header(String line, String name) {
        String start = "# " + name + ": ";
        if (!line.startsWith(start)) {
            throw new IllegalStateException("an example must begin with its en, zh and tags: " + line);
        }
        return line.substring(start.length());
    }

    private static String text(String name) {
        try (InputStream in = Examples.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + name, e);
        }
    }

    /** Returns the examples and their prefixes as statements. */
    static Graph statements(Iris iris) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node prefixes = iri(iris.examplesGraph() + "#prefixes");
        graph.add(prefixes, RDF.type.asNode(), OWL2.Ontology.asNode());
        for (Map.Entry<String, String> namespace : Namespaces.of(iris).entrySet()) {
            Node declaration = iri(iris.examplesGraph() + "#prefix-" + namespace.getKey());
            graph.add(prefixes, sh("declare"), declaration);
            graph.add(declaration, RDF.type.asNode(), sh("PrefixDeclaration"));
            graph.add(declaration, sh("prefix"), NodeFactory.createLiteralString(namespace.getKey()));
            graph.add(
                    declaration,
                    sh("namespace"),
                    NodeFactory.createLiteralDT(namespace.getValue(), XSDDatatype.XSDanyURI));
        }
        int position = 1;
        for (Example example : written(iris)) {
            add(graph, iris, example, prefixes, position++);
        }
        return graph;
    }

    private static void add(Graph graph, Iris iris, Example example, Node prefixes, int position) {
        Node subject = iri(example.iri(iris));
        Query query = QueryFactory.create(example.text(), Syntax.syntaxSPARQL_12);
        String kind = query.isAskType() ? "Ask" : query.isConstructType() ? "Construct" : "Select";
        graph.add(subject, RDF.type.asNode(), sh("SPARQLExecutable"));
        graph.add(subject, RDF.type.asNode(), sh("SPARQL" + kind + "Executable"));
        graph.add(
                subject, sh(kind.toLowerCase(java.util.Locale.ROOT)), NodeFactory.createLiteralString(example.text()));
        graph.add(subject, sh("prefixes"), prefixes);
        for (Node property : List.of(RDFS.label.asNode(), RDFS.comment.asNode())) {
            graph.add(subject, property, NodeFactory.createLiteralLang(example.english(), "en"));
            graph.add(subject, property, NodeFactory.createLiteralLang(example.chinese(), "zh"));
        }
        example.tags().forEach(tag -> graph.add(subject, schema("keywords"), NodeFactory.createLiteralString(tag)));
        graph.add(subject, schema("target"), iri(iris.base() + "sparql"));
        graph.add(
                subject,
                schema("position"),
                NodeFactory.createLiteralDT(String.valueOf(position), XSDDatatype.XSDinteger));
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node sh(String name) {
        return iri(Namespaces.SHACL + name);
    }

    private static Node schema(String name) {
        return iri(Namespaces.SCHEMA + name);
    }
}
