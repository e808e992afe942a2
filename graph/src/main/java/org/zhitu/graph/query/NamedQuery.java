package org.zhitu.graph.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.zhitu.graph.store.StoreReader;

/**
 * A query of the folder {@code queries}, by name. Parameters are bound as RDF terms: no text is ever pasted into a query.
 *
 * <p>The first lines of a file are its documentation: what it answers, {@code # parameters:} with the variables to be
 * bound ({@code ?x*} for one that takes many values), {@code # order:} of the rows. A parameter may also have a hole in the
 * pattern, {@code VALUES ?x { UNDEF }}; see {@link #filled}.
 */
final class NamedQuery {
    private final Query query;

    private NamedQuery(Query query) {
        this.query = query;
    }

    /** Reads a query. */
    static NamedQuery of(String name) {
        return new NamedQuery(QueryFactory.create(text(name)));
    }

    static String text(String name) {
        String resource = "/org/zhitu/graph/queries/" + name + ".rq";
        try (InputStream in = NamedQuery.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the build lacks the query " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }

    /**
     * Returns the query with values in its holes: each {@code VALUES ?x { UNDEF }}, however deep, gets the values given for
     * {@code ?x}. What is returned can be run and, as text, be shown and run elsewhere.
     */
    Query filled(Map<String, ? extends Collection<Node>> values) {
        ElementTransform fill = new ElementTransformCopyBase() {
            @Override
            public Element transform(ElementData hole) {
                Collection<Node> some = hole.getVars().size() == 1
                        ? values.get(hole.getVars().getFirst().getVarName())
                        : null;
                if (some == null) {
                    return hole;
                }
                ElementData data = new ElementData();
                Var variable = hole.getVars().getFirst();
                data.add(variable);
                some.forEach(value -> data.add(BindingFactory.binding(variable, value)));
                return data;
            }
        };
        return QueryTransformOps.transform(query, fill, new ExprTransformApplyElementTransform(fill));
    }

    /** Runs the query and returns what is made of each row, in order. */
    <T> List<T> rows(StoreReader reader, Map<String, Node> parameters, Function<Row, T> row) {
        List<T> rows = new ArrayList<>();
        each(reader, parameters, found -> rows.add(row.apply(found)));
        return rows;
    }

    /** Runs the query and hands over each row, in order. */
    void each(StoreReader reader, Map<String, Node> parameters, Consumer<Row> row) {
        run(reader, query, parameters, row);
    }

    /** Runs the query for many values of one parameter, which the rows can tell apart where the query selects it. */
    void eachOf(StoreReader reader, String parameter, Collection<Node> values, Consumer<Row> row) {
        if (values.isEmpty()) {
            return;
        }
        ElementData data = new ElementData();
        Var variable = Var.alloc(parameter);
        data.add(variable);
        values.forEach(value -> data.add(BindingFactory.binding(variable, value)));
        Query bound = query.cloneQuery();
        ElementGroup pattern = new ElementGroup();
        pattern.addElement(data);
        pattern.addElement(bound.getQueryPattern());
        bound.setQueryPattern(pattern);
        run(reader, bound, Map.of(), row);
    }

    private static void run(StoreReader reader, Query query, Map<String, Node> parameters, Consumer<Row> row) {
        QueryExecBuilder builder = reader.query(query);
        parameters.forEach(builder::substitution);
        try (QueryExec exec = builder.build()) {
            exec.select().forEachRemaining(binding -> row.accept(new Row(binding)));
        }
    }

    /** One row of a result; a variable without a value reads as the empty text or zero. */
    record Row(Binding binding) {
        boolean has(String variable) {
            return binding.contains(variable);
        }

        Node node(String variable) {
            Node node = binding.get(variable);
            if (node == null) {
                throw new IllegalStateException("a row without ?" + variable + ": " + binding);
            }
            return node;
        }

        String iri(String variable) {
            return has(variable) ? node(variable).getURI() : "";
        }

        /** The text of a literal, or an IRI as text. */
        String text(String variable) {
            if (!has(variable)) {
                return "";
            }
            Node node = node(variable);
            return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
        }

        String language(String variable) {
            return has(variable) ? node(variable).getLiteralLanguage() : "";
        }

        int number(String variable) {
            return (int) decimal(variable);
        }

        double decimal(String variable) {
            try {
                return has(variable) ? Double.parseDouble(text(variable)) : 0;
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        boolean flag(String variable) {
            String text = text(variable);
            return text.equals("true") || text.equals("1");
        }
    }
}
