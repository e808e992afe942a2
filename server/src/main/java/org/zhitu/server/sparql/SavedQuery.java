package org.zhitu.server.sparql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.zhitu.graph.about.Namespaces;
import org.zhitu.ontology.Iris;
import org.zhitu.server.problem.ProblemException;

/**
 * A query with parameters. Each {@code VALUES} of one variable and one value at the top of its pattern is one: the value there is
 * the default, and its kind is the parameter's type. Values are bound as RDF terms; no text is ever pasted into the query.
 */
final class SavedQuery {
    private final Query query;
    private final Iris iris;

    /** What a parameter takes. */
    enum Type {
        /** A concept, by slug, label or alias. */
        CONCEPT,
        /** An absolute IRI, or a name with a known prefix. */
        IRI,
        /** A whole number. */
        INTEGER,
        /** Any text. */
        TEXT
    }

    /**
     * A parameter.
     *
     * @param value its default, as it would be given
     */
    record Parameter(String name, Type type, String value) {}

    SavedQuery(String text, Iris iris) {
        this.query = Queries.parse(text, iris.base());
        this.iris = iris;
    }

    /** Returns the parameters in the order of the query. */
    List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        for (Element element : pattern(query)) {
            value(element).ifPresent(value -> {
                Node node = value.getValue();
                parameters.add(new Parameter(value.getKey(), type(node), shown(node)));
            });
        }
        return parameters;
    }

    /**
     * Returns the query with values in the places of parameters; those not named keep their defaults.
     *
     * @param values  by the names of the parameters
     * @param concept makes a slug of the name of a concept
     * @throws ProblemException if there is no such parameter, or a value is not of its type
     */
    Query with(SortedMap<String, String> values, UnaryOperator<String> concept) {
        SortedMap<String, String> left = new TreeMap<>(values);
        Query bound = query.cloneQuery();
        List<Element> elements = pattern(bound);
        for (int i = 0; i < elements.size(); i++) {
            Optional<Map.Entry<String, Node>> known = value(elements.get(i));
            String given = known.map(entry -> left.remove(entry.getKey())).orElse(null);
            if (known.isPresent() && given != null) {
                Map.Entry<String, Node> entry = known.get();
                ElementData data = new ElementData();
                Var variable = Var.alloc(entry.getKey());
                data.add(variable);
                data.add(
                        BindingFactory.binding(variable, term(entry.getKey(), type(entry.getValue()), given, concept)));
                elements.set(i, data);
            }
        }
        if (!left.isEmpty()) {
            throw new ProblemException(
                    400,
                    "unknown-parameter",
                    left.firstKey(),
                    String.join(", ", parameters().stream().map(Parameter::name).toList()));
        }
        return bound;
    }

    private static List<Element> pattern(Query query) {
        return query.getQueryPattern() instanceof ElementGroup group ? group.getElements() : List.of();
    }

    private static Optional<Map.Entry<String, Node>> value(Element element) {
        if (element instanceof ElementData data
                && data.getVars().size() == 1
                && data.getRows().size() == 1) {
            Var variable = data.getVars().getFirst();
            Node value = data.getRows().getFirst().get(variable);
            return value == null ? Optional.empty() : Optional.of(Map.entry(variable.getVarName(), value));
        }
        return Optional.empty();
    }

    private Type type(Node node) {
        if (node.isURI()) {
            return iris.local(Iris.Thing.CONCEPT, node.getURI()).isPresent() ? Type.CONCEPT : Type.IRI;
        }
        return XSDDatatype.XSDinteger.equals(node.getLiteralDatatype()) ? Type.INTEGER : Type.TEXT;
    }

    private String shown(Node node) {
        return node.isURI()
                ? iris.local(Iris.Thing.CONCEPT, node.getURI())
                        .orElseGet(() -> Namespaces.MAPPING.shortForm(node.getURI()))
                : node.getLiteralLexicalForm();
    }

    private Node term(String name, Type type, String given, UnaryOperator<String> concept) {
        return switch (type) {
            case CONCEPT -> NodeFactory.createURI(iris.concept(concept.apply(given)));
            case IRI -> {
                String expanded = Namespaces.MAPPING.expandPrefix(given);
                if (!expanded.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`]+")
                        || (expanded.equals(given) && !given.contains("/") && !given.startsWith("urn:"))) {
                    throw new ProblemException(400, "bad-iri", name, given);
                }
                yield NodeFactory.createURI(expanded);
            }
            case INTEGER -> {
                if (!given.matches("[+-]?\\d{1,9}")) {
                    throw new ProblemException(400, "bad-integer", name, given);
                }
                yield NodeFactory.createLiteralDT(given, XSDDatatype.XSDinteger);
            }
            case TEXT -> NodeFactory.createLiteralString(given);
        };
    }
}
